-- SPDX-License-Identifier: MIT
-- What nodes of schema version 8 sent on the full level.
WITH ask AS MATERIALIZED (
    SELECT $1::int AS id, $2::text AS leader, $3::bigint AS lease_ms, $4::bigint AS not_after, $5::bool AS ungated,
           $6::bigint AS gate, $7::text AS stuck_leader, $8::bigint AS stuck_at
), terms AS MATERIALIZED (
    SELECT ask.*, lease_ms * interval '1 millisecond' AS lease,
           timestamptz 'epoch' + not_after * interval '1 microsecond' AS deadline, clock_timestamp() AS now FROM ask
), seen AS MATERIALIZED (
    SELECT l.leader_id, l.expires_at,
           l.term,
           coalesce(l.leader_id = t.stuck_leader AND CASE WHEN l.expires_at < timestamptz '9999-01-01 00:00:00+00' THEN (extract(epoch FROM greatest(l.expires_at, timestamptz '0001-01-01 00:00:00+00')) * 1000000)::bigint WHEN l.expires_at IS NOT NULL THEN 9223372036854775807 END = t.stuck_at, false) AS stuck
      FROM "public".leader_lease l JOIN terms t ON l.id = t.id
), bid AS MATERIALIZED (
    SELECT t.*, CASE WHEN t.now > t.deadline THEN 'beyond'
                     WHEN NOT coalesce((SELECT s.stuck OR s.expires_at <= least(t.now, t.deadline) FROM seen s), true) THEN 'held'
                       WHEN k.paused_at IS NOT NULL THEN 'paused'
                       WHEN k.reserved_until > t.now AND k.reserved_for <> regexp_replace(t.leader, '#[^#]*$', '') THEN 'reserved'
                     WHEN NOT (t.ungated OR pg_try_advisory_xact_lock(t.gate)) THEN 'gate'
                     WHEN set_config('elector.capture', CASE WHEN t.stuck_leader IS NULL THEN 'bid' ELSE 'stuck' END, true) IS NOT NULL
                         THEN 'bid' END AS step
      FROM terms t
       LEFT JOIN "public".leader_lease_lock k ON k.id = t.id
), taken AS (
    INSERT INTO "public".leader_lease AS l (id, leader_id, expires_at, created_at
           , lease_ms, renewals
           )
    SELECT b.id, b.leader, clock_timestamp() + b.lease, clock_timestamp()
           , b.lease_ms, 0
      FROM bid b WHERE b.step = 'bid'
    ON CONFLICT (id) DO UPDATE
       SET leader_id = EXCLUDED.leader_id, created_at = clock_timestamp(), expires_at = clock_timestamp() + (SELECT lease FROM terms)
           , term = 0, lease_ms = EXCLUDED.lease_ms, renewals = 0, metadata = NULL
     WHERE l.expires_at <= least(clock_timestamp(), (SELECT deadline FROM terms))
        OR l.leader_id = (SELECT stuck_leader FROM terms) AND CASE WHEN l.expires_at < timestamptz '9999-01-01 00:00:00+00' THEN (extract(epoch FROM greatest(l.expires_at, timestamptz '0001-01-01 00:00:00+00')) * 1000000)::bigint WHEN l.expires_at IS NOT NULL THEN 9223372036854775807 END = (SELECT stuck_at FROM terms)
    RETURNING l.leader_id, l.expires_at
           , l.term
)
SELECT CASE WHEN w.leader_id IS NOT NULL THEN 'captured' ELSE b.step END, CASE WHEN clock_timestamp() < timestamptz '9999-01-01 00:00:00+00' THEN (extract(epoch FROM greatest(clock_timestamp(), timestamptz '0001-01-01 00:00:00+00')) * 1000000)::bigint WHEN clock_timestamp() IS NOT NULL THEN 9223372036854775807 END,
       coalesce(w.leader_id, s.leader_id), CASE WHEN coalesce(w.expires_at, s.expires_at) < timestamptz '9999-01-01 00:00:00+00' THEN (extract(epoch FROM greatest(coalesce(w.expires_at, s.expires_at), timestamptz '0001-01-01 00:00:00+00')) * 1000000)::bigint WHEN coalesce(w.expires_at, s.expires_at) IS NOT NULL THEN 9223372036854775807 END,
       coalesce(w.term, s.term), CASE WHEN w.leader_id IS NULL THEN k.max_lease_ms ELSE greatest(k.max_lease_ms, b.lease_ms) END,
       w.leader_id IS NULL AND k.paused_at IS NOT NULL, CASE WHEN w.leader_id IS NULL THEN k.reserved_for END, CASE WHEN k.reserved_until < timestamptz '9999-01-01 00:00:00+00' THEN (extract(epoch FROM greatest(k.reserved_until, timestamptz '0001-01-01 00:00:00+00')) * 1000000)::bigint WHEN k.reserved_until IS NOT NULL THEN 9223372036854775807 END,
       k.order_operator, k.order_reason
  FROM bid b LEFT JOIN taken w ON true LEFT JOIN seen s ON true
       LEFT JOIN "public".leader_lease_lock k ON k.id = b.id
