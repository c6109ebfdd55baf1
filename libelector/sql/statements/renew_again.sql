-- SPDX-License-Identifier: MIT
-- After renew.sql gave no row: once more, and telling why not. Locks the row, whoever holds it by then, if it was ours a
-- moment ago; then decides.
WITH seen AS MATERIALIZED (
    SELECT l.id, l.leader_id, l.expires_at,
@full      l.term, l.leader_id = $2::text AND ($3::bigint IS NULL OR l.term = $3::bigint) AS ours
@plain     l.leader_id = $2::text AND ($3::bigint IS NULL OR true) AS ours
      FROM @schema@.leader_lease l WHERE l.id = $1::int
), locked AS MATERIALIZED (
    SELECT l.id, l.leader_id, l.expires_at
@full      , l.term
      FROM @schema@.leader_lease l WHERE l.id = (SELECT s.id FROM seen s WHERE s.ours) FOR NO KEY UPDATE
), renewed AS (
    UPDATE @schema@.leader_lease l
       SET expires_at = clock_timestamp() + $4::bigint * interval '1 millisecond', created_at = least(l.created_at, clock_timestamp())
@full      , lease_ms = $4::bigint, renewals = coalesce(l.renewals, 0) + 1
      FROM (SELECT k.id FROM locked k WHERE k.leader_id = $2::text AND k.expires_at > clock_timestamp()
@full          AND ($3::bigint IS NULL OR k.term = $3::bigint)
            OFFSET 0) valid WHERE l.id = valid.id
    RETURNING l.expires_at
)
SELECT CASE WHEN r.expires_at IS NOT NULL THEN 'renewed' WHEN k.leader_id = $2::text
@full           AND ($3::bigint IS NULL OR k.term = $3::bigint)
            THEN 'expired' ELSE 'lost' END,
       @micros(clock_timestamp())@, coalesce(k.leader_id, s.leader_id)::text, @micros(coalesce(r.expires_at, k.expires_at, s.expires_at))@,
@full  CASE WHEN k.id IS NULL THEN s.term ELSE k.term END, greatest((SELECT x.max_lease_ms FROM @schema@.leader_lease_lock x WHERE x.id = $1::int), $4::bigint)
@plain NULL::bigint, 0
  FROM (SELECT 1) one LEFT JOIN seen s ON NOT s.ours LEFT JOIN locked k ON true LEFT JOIN renewed r ON true
