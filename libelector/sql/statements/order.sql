-- SPDX-License-Identifier: MIT
-- Who and why go to the function as settings of this transaction alone.
WITH note AS MATERIALIZED (
    SELECT set_config('elector.operator', $1::text, true) AS operator, set_config('elector.reason', $2::text, true) AS reason
), ask AS MATERIALIZED (
    SELECT $3::int AS id, $4::text AS what, $5::text AS instance, $6::bigint AS span_ms, $7::text AS leader, $8::bigint AS term
      FROM note WHERE operator IS NOT NULL AND reason IS NOT NULL
), done AS MATERIALIZED (
    SELECT @schema@.leader_lease_order(id, what, instance, span_ms, leader, term) = 'done' AS done FROM ask
)
SELECT done, @micros(clock_timestamp())@ FROM done
