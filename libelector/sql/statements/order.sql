-- SPDX-License-Identifier: MIT
-- Who and why go to the function as settings of this transaction alone.
WITH note AS MATERIALIZED (
    SELECT set_config('elector.operator', ?::text, true) AS operator, set_config('elector.reason', ?::text, true) AS reason
), ask AS MATERIALIZED (
    SELECT ?::int AS id, ?::text AS what, ?::text AS instance, ?::bigint AS span_ms, ?::text AS leader, ?::bigint AS term
      FROM note WHERE operator IS NOT NULL AND reason IS NOT NULL
), done AS MATERIALIZED (
    SELECT @schema@.leader_lease_order(id, what, instance, span_ms, leader, term) = 'done' AS done FROM ask
)
SELECT done, @micros(clock_timestamp())@ FROM done
