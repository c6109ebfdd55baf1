-- SPDX-License-Identifier: MIT
-- Who and why go to the function as settings of this transaction alone.
WITH note AS MATERIALIZED (
    SELECT set_config('elector.operator', $1::text, true) AS operator, set_config('elector.reason', $2::text, true) AS reason
), done AS MATERIALIZED (
    SELECT @schema@.leader_lease_rename($3::int, $4::text) FROM note WHERE operator IS NOT NULL AND reason IS NOT NULL
)
SELECT (SELECT count(*) FROM done) = 1, @micros(clock_timestamp())@
