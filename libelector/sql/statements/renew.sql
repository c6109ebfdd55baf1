-- SPDX-License-Identifier: MIT
-- Locks the row, whoever holds it by then, if it was ours a moment ago; then decides. (An UPDATE that waited for a row that
-- was merely locked would not look at the clock again; and a join may look at it before the lock is there.)
WITH ask AS MATERIALIZED (
    SELECT ?::int AS id, ?::text AS leader, ?::bigint AS term, ?::bigint AS lease_ms
), seen AS MATERIALIZED (
    SELECT l.id, l.leader_id, l.expires_at,
@full      l.term, l.leader_id = ask.leader AND (ask.term IS NULL OR l.term = ask.term) AS ours
@plain     l.leader_id = ask.leader AS ours
      FROM @schema@.leader_lease l JOIN ask ON l.id = ask.id
), locked AS MATERIALIZED (
    SELECT l.id, l.leader_id, l.expires_at
@full      , l.term
      FROM @schema@.leader_lease l WHERE l.id = (SELECT s.id FROM seen s WHERE s.ours) FOR NO KEY UPDATE
), valid AS MATERIALIZED (
    SELECT k.id FROM locked k, ask WHERE k.leader_id = ask.leader AND k.expires_at > clock_timestamp()
@full    AND (ask.term IS NULL OR k.term = ask.term)
), renewed AS (
    UPDATE @schema@.leader_lease l
       SET expires_at = clock_timestamp() + ask.lease_ms * interval '1 millisecond', created_at = least(l.created_at, clock_timestamp())
@full      , lease_ms = ask.lease_ms, renewals = coalesce(l.renewals, 0) + 1
      FROM valid v, ask WHERE l.id = v.id
    RETURNING l.leader_id, l.expires_at
@full      , l.term
), present AS (
    SELECT r.leader_id, r.expires_at,
@full      r.term,
           'renewed' AS verdict FROM renewed r
    UNION ALL
    SELECT k.leader_id, k.expires_at,
@full      k.term, CASE WHEN k.leader_id = ask.leader AND (ask.term IS NULL OR k.term = ask.term) THEN 'expired' ELSE 'lost' END
@plain     CASE WHEN k.leader_id = ask.leader THEN 'expired' ELSE 'lost' END
      FROM locked k, ask WHERE NOT EXISTS (SELECT 1 FROM renewed)
    UNION ALL
    SELECT s.leader_id, s.expires_at,
@full      s.term,
           'lost' FROM seen s WHERE NOT s.ours
)
SELECT coalesce(p.verdict, 'lost'), @micros(clock_timestamp())@, p.leader_id, @micros(p.expires_at)@,
@full  p.term, greatest(x.max_lease_ms, ask.lease_ms)
@plain NULL::bigint, 0
  FROM ask LEFT JOIN present p ON true
@full  LEFT JOIN @schema@.leader_lease_lock x ON x.id = ask.id
