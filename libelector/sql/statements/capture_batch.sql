-- SPDX-License-Identifier: MIT
-- Many bids at once, each as in capture.sql, of one for each lock at most; answers for each, by `n`. Results are
-- put together by grouping, as in renew_batch_again.sql.
WITH ask AS MATERIALIZED (
    SELECT a.* FROM json_to_recordset($1::json) AS a(n int, id int, leader text, lease_ms bigint, not_after bigint, gate bigint)
), terms AS MATERIALIZED (
    SELECT a.*, a.lease_ms * interval '1 millisecond' AS lease,
           timestamptz 'epoch' + a.not_after * interval '1 microsecond' AS deadline, clock_timestamp() AS now
      FROM ask a ORDER BY a.id
), seen AS MATERIALIZED (
    SELECT l.id, l.leader_id, l.expires_at
@full      , l.term
      FROM @schema@.leader_lease l JOIN terms t ON l.id = t.id
), bid AS MATERIALIZED (
    SELECT t.*, CASE WHEN t.now > t.deadline THEN 'beyond'
                     WHEN s.expires_at > least(t.now, t.deadline) THEN 'held'
@full                  WHEN k.paused_at IS NOT NULL THEN 'paused'
@full                  WHEN k.reserved_until > t.now AND k.reserved_for <> regexp_replace(t.leader, '#[^#]*$', '') THEN 'reserved'
                     WHEN NOT pg_try_advisory_xact_lock(t.gate) THEN 'gate'
                     WHEN set_config('elector.capture', 'bid', true) IS NOT NULL THEN 'bid' END AS step
      FROM terms t LEFT JOIN seen s ON s.id = t.id
@full  LEFT JOIN @schema@.leader_lease_lock k ON k.id = t.id
), taken AS (
    INSERT INTO @schema@.leader_lease AS l (id, leader_id, expires_at, created_at
@full      , lease_ms, renewals
           )
    SELECT b.id, b.leader, clock_timestamp() + b.lease, clock_timestamp()
@full      , b.lease_ms, 0
      FROM bid b WHERE b.step = 'bid' ORDER BY b.id
    ON CONFLICT (id) DO UPDATE
       SET leader_id = EXCLUDED.leader_id, created_at = clock_timestamp(),
           expires_at = clock_timestamp() + (SELECT t.lease FROM terms t WHERE t.id = l.id)
@full      , term = 0, lease_ms = EXCLUDED.lease_ms, renewals = 0, metadata = NULL
     WHERE l.expires_at <= least(clock_timestamp(), (SELECT t.deadline FROM terms t WHERE t.id = l.id))
    RETURNING l.id, l.leader_id, l.expires_at
@full      , l.term
), won AS (
    SELECT g.id, max(g.leader_id) AS leader_id, max(g.expires_at) AS expires_at
@full      , max(g.term) AS term
      FROM (SELECT b.id, NULL::text AS leader_id, NULL::timestamptz AS expires_at
@full              , NULL::bigint AS term
              FROM bid b UNION ALL SELECT t.* FROM taken t) g GROUP BY g.id
)
SELECT CASE WHEN w.leader_id IS NOT NULL THEN 'captured' ELSE b.step END, @micros(clock_timestamp())@,
       coalesce(w.leader_id, s.leader_id)::text, @micros(coalesce(w.expires_at, s.expires_at))@,
@full  coalesce(w.term, s.term), CASE WHEN w.leader_id IS NULL THEN k.max_lease_ms ELSE greatest(k.max_lease_ms, b.lease_ms) END,
@full  w.leader_id IS NULL AND k.paused_at IS NOT NULL, CASE WHEN w.leader_id IS NULL THEN k.reserved_for END, @micros(k.reserved_until)@,
@full  k.order_operator, k.order_reason,
@plain NULL::bigint, 0, false, NULL::text, NULL::bigint, NULL::text, NULL::text,
       b.n
  FROM bid b JOIN won w ON w.id = b.id LEFT JOIN seen s ON s.id = b.id
@full  LEFT JOIN @schema@.leader_lease_lock k ON k.id = b.id
