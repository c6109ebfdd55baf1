-- SPDX-License-Identifier: MIT
-- What nodes of schema version 8 sent on the full level.
WITH locked AS MATERIALIZED (
    SELECT l.id, l.expires_at FROM "public".leader_lease l
     WHERE l.id = $1::int AND l.leader_id = $2::text
         AND ($3::bigint IS NULL OR l.term = $3::bigint)
       FOR NO KEY UPDATE
)
UPDATE "public".leader_lease l
   SET expires_at = clock_timestamp() + $4::bigint * interval '1 millisecond', created_at = least(l.created_at, clock_timestamp())
       , lease_ms = $4::bigint, renewals = coalesce(l.renewals, 0) + 1
  FROM locked k WHERE l.id = k.id AND k.expires_at > clock_timestamp()
RETURNING 'renewed', CASE WHEN clock_timestamp() < timestamptz '9999-01-01 00:00:00+00' THEN (extract(epoch FROM greatest(clock_timestamp(), timestamptz '0001-01-01 00:00:00+00')) * 1000000)::bigint WHEN clock_timestamp() IS NOT NULL THEN 9223372036854775807 END, l.leader_id, CASE WHEN l.expires_at < timestamptz '9999-01-01 00:00:00+00' THEN (extract(epoch FROM greatest(l.expires_at, timestamptz '0001-01-01 00:00:00+00')) * 1000000)::bigint WHEN l.expires_at IS NOT NULL THEN 9223372036854775807 END,
       l.term, 0
