-- SPDX-License-Identifier: MIT
-- After renew_batch.sql gave no row for these: once more, and telling of each, by `n`, why not. How far each came is put together by
-- grouping: a join would compare all with all, for the planner believes that few rows were locked.
WITH ask AS MATERIALIZED (
    SELECT a.* FROM json_to_recordset($1::json) AS a(n int, id int, leader text, term bigint, lease_ms bigint)
), locked AS MATERIALIZED (
    SELECT a.n, l.id, l.expires_at, a.lease_ms FROM @schema@.leader_lease l JOIN ask a ON l.id = a.id AND l.leader_id = a.leader
@full     AND (a.term IS NULL OR l.term = a.term)
     ORDER BY l.id FOR NO KEY UPDATE OF l SKIP LOCKED
), valid AS MATERIALIZED (
    SELECT k.n, k.id, k.lease_ms FROM locked k WHERE k.expires_at > clock_timestamp()
), renewed AS (
    UPDATE @schema@.leader_lease l
       SET expires_at = clock_timestamp() + v.lease_ms * interval '1 millisecond', created_at = least(l.created_at, clock_timestamp())
@full      , lease_ms = v.lease_ms, renewals = coalesce(l.renewals, 0) + 1
      FROM valid v WHERE l.id = v.id
    RETURNING v.n, l.expires_at
), reached AS (
    SELECT s.n, max(s.step) AS step, max(s.expires_at) AS expires_at
      FROM (SELECT a.n, 0 AS step, NULL::timestamptz AS expires_at FROM ask a
            UNION ALL SELECT k.n, 1, NULL FROM locked k
            UNION ALL SELECT r.n, 2, r.expires_at FROM renewed r) s GROUP BY s.n
), answers AS MATERIALIZED (
    SELECT a.n, a.id, a.lease_ms, CASE WHEN s.step = 2 THEN 'renewed' WHEN s.step = 1 THEN 'expired'
@full           WHEN l.leader_id = a.leader AND (a.term IS NULL OR l.term = a.term) THEN 'busy' ELSE 'lost' END AS verdict,
@full      l.term,
@plain          WHEN l.leader_id = a.leader THEN 'busy' ELSE 'lost' END AS verdict,
           l.leader_id, coalesce(s.expires_at, l.expires_at) AS expires_at
      FROM ask a JOIN reached s ON s.n = a.n LEFT JOIN @schema@.leader_lease l ON l.id = a.id
)
SELECT a.verdict, @micros(clock_timestamp())@, a.leader_id::text, @micros(a.expires_at)@,
@full  a.term, greatest(x.max_lease_ms, a.lease_ms),
@plain NULL::bigint, 0,
       a.n
  FROM answers a
@full  LEFT JOIN @schema@.leader_lease_lock x ON x.id = a.id
 ORDER BY a.n
