-- SPDX-License-Identifier: MIT
-- The next $2 locks above $1, with what later looks need to read only what has changed since. One row of kind 0 (about
-- the server), one of kind 5 (the last lock of this page, and how many there are), then kind 1 for each lease and kind
-- 2 for each lock's own row. Columns: see leaserows.cpp.
@full  WITH bound AS MATERIALIZED (SELECT max(id) AS id, count(*) AS n FROM (
@full       (SELECT id FROM @schema@.leader_lease WHERE id > $1::bigint ORDER BY id LIMIT $2::int) UNION
@full       (SELECT id FROM @schema@.leader_lease_lock WHERE id > $1::bigint ORDER BY id LIMIT $2::int) ORDER BY id LIMIT $2::int) ids)
@plain WITH bound AS MATERIALIZED (SELECT max(id) AS id, count(*) AS n FROM (
@plain      SELECT id FROM @schema@.leader_lease WHERE id > $1::bigint ORDER BY id LIMIT $2::int) ids)
SELECT 0, pg_backend_pid(), pg_is_in_recovery()::text, clock_timestamp(), pg_postmaster_start_time(),
       pg_snapshot_xmin(pg_current_snapshot())::text::bigint, NULL::bigint, NULL::bigint, NULL::text, NULL::text, NULL::text
UNION ALL
SELECT 5, bound.id, NULL, NULL, NULL, bound.n, NULL, NULL, NULL, NULL, NULL FROM bound
UNION ALL
@full  SELECT 1, l.id, l.leader_id::text, l.expires_at, l.created_at, l.term, l.lease_ms, l.renewals, l.metadata, NULL, NULL
@plain SELECT 1, l.id, l.leader_id::text, l.expires_at, l.created_at, NULL, NULL, NULL, NULL, NULL, NULL
  FROM @schema@.leader_lease l WHERE l.id > $1::bigint AND l.id <= (SELECT bound.id FROM bound)
@full  UNION ALL
@full  SELECT 2, k.id, k.name, k.reserved_until, k.paused_at, NULL, NULL, NULL, k.reserved_for, k.order_operator, k.order_reason
@full    FROM @schema@.leader_lease_lock k WHERE k.id > $1::bigint AND k.id <= (SELECT bound.id FROM bound)
