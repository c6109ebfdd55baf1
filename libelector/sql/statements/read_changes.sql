-- SPDX-License-Identifier: MIT
-- Up to lock $2: what may have changed since a snapshot whose oldest running transaction was $1. A row version that
-- this snapshot could not see was written by that transaction or a later one, and so were its subtransactions'; age()
-- compares as the 32 bits of a row's xmin want it. What was deleted shows in the totals (kind 3 and 4) alone.
SELECT 0, pg_backend_pid(), pg_is_in_recovery()::text, clock_timestamp(), pg_postmaster_start_time(),
       pg_snapshot_xmin(pg_current_snapshot())::text::bigint, NULL::bigint, NULL::bigint, NULL::text, NULL::text, NULL::text
UNION ALL
SELECT 3, NULL, NULL, NULL, NULL, count(*), sum(l.id), NULL, NULL, NULL, NULL FROM @schema@.leader_lease l WHERE l.id <= $2::int
UNION ALL
@full  SELECT 4, NULL, NULL, NULL, NULL, count(*), sum(k.id), NULL, NULL, NULL, NULL FROM @schema@.leader_lease_lock k WHERE k.id <= $2::int
@full  UNION ALL
@full  SELECT 1, l.id, l.leader_id::text, l.expires_at, l.created_at, l.term, l.lease_ms, l.renewals, l.metadata, NULL, NULL
@plain SELECT 1, l.id, l.leader_id::text, l.expires_at, l.created_at, NULL, NULL, NULL, NULL, NULL, NULL
  FROM @schema@.leader_lease l WHERE l.id <= $2::int AND age(l.xmin) <= age($1::xid)
@full  UNION ALL
@full  SELECT 2, k.id, k.name, k.reserved_until, k.paused_at, NULL, NULL, NULL, k.reserved_for, k.order_operator, k.order_reason
@full    FROM @schema@.leader_lease_lock k WHERE k.id <= $2::int AND age(k.xmin) <= age($1::xid)
