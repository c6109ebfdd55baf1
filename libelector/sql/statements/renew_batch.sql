-- SPDX-License-Identifier: MIT
-- Renews what can be locked at once, and answers for each, by `n`.
WITH ask AS MATERIALIZED (
    SELECT a.* FROM json_to_recordset($1::json) AS a(n int, id int, leader text, term bigint, lease_ms bigint)
), locked AS MATERIALIZED (
    SELECT l.id, l.leader_id, l.expires_at, a.lease_ms FROM @schema@.leader_lease l JOIN ask a ON l.id = a.id AND l.leader_id = a.leader
@full     AND (a.term IS NULL OR l.term = a.term)
     ORDER BY l.id FOR NO KEY UPDATE OF l SKIP LOCKED
), valid AS MATERIALIZED (
    SELECT k.id, k.lease_ms FROM locked k WHERE k.expires_at > clock_timestamp()
), renewed AS (
    UPDATE @schema@.leader_lease l
       SET expires_at = clock_timestamp() + v.lease_ms * interval '1 millisecond', created_at = least(l.created_at, clock_timestamp())
@full      , lease_ms = v.lease_ms, renewals = coalesce(l.renewals, 0) + 1
      FROM valid v WHERE l.id = v.id
    RETURNING l.id, l.leader_id, l.expires_at
), answers AS MATERIALIZED (
    SELECT a.n, a.id, a.lease_ms, CASE WHEN r.id IS NOT NULL THEN 'renewed' WHEN k.id IS NOT NULL THEN 'expired'
@full           WHEN l.leader_id = a.leader AND (a.term IS NULL OR l.term = a.term) THEN 'busy' ELSE 'lost' END AS verdict,
@full      l.term,
@plain          WHEN l.leader_id = a.leader THEN 'busy' ELSE 'lost' END AS verdict,
           l.leader_id, coalesce(r.expires_at, l.expires_at) AS expires_at
      FROM ask a LEFT JOIN renewed r ON r.id = a.id AND r.leader_id = a.leader
      LEFT JOIN locked k ON k.id = a.id AND k.leader_id = a.leader LEFT JOIN @schema@.leader_lease l ON l.id = a.id
)
SELECT a.verdict, @micros(clock_timestamp())@, a.leader_id, @micros(a.expires_at)@,
@full  a.term, greatest(x.max_lease_ms, a.lease_ms),
@plain NULL::bigint, 0,
       a.n
  FROM answers a
@full  LEFT JOIN @schema@.leader_lease_lock x ON x.id = a.id
 ORDER BY a.n
