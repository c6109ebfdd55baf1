-- SPDX-License-Identifier: MIT
-- Who and why go to the function as settings of this transaction alone.
WITH note AS MATERIALIZED (
    SELECT set_config('elector.operator', ?::text, true) AS operator, set_config('elector.reason', ?::text, true) AS reason
), done AS MATERIALIZED (
    SELECT @schema@.leader_lease_rename(?::int, ?::text) FROM note WHERE operator IS NOT NULL AND reason IS NOT NULL
)
SELECT (SELECT count(*) FROM done) = 1, @micros(clock_timestamp())@
