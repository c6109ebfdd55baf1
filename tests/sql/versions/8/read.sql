-- SPDX-License-Identifier: MIT
-- What nodes of schema version 8 sent on the full level.
SELECT CASE WHEN clock_timestamp() < timestamptz '9999-01-01 00:00:00+00' THEN (extract(epoch FROM greatest(clock_timestamp(), timestamptz '0001-01-01 00:00:00+00')) * 1000000)::bigint WHEN clock_timestamp() IS NOT NULL THEN 9223372036854775807 END, l.leader_id, CASE WHEN l.expires_at < timestamptz '9999-01-01 00:00:00+00' THEN (extract(epoch FROM greatest(l.expires_at, timestamptz '0001-01-01 00:00:00+00')) * 1000000)::bigint WHEN l.expires_at IS NOT NULL THEN 9223372036854775807 END,
       l.term, k.max_lease_ms, k.paused_at IS NOT NULL, k.reserved_for, CASE WHEN k.reserved_until < timestamptz '9999-01-01 00:00:00+00' THEN (extract(epoch FROM greatest(k.reserved_until, timestamptz '0001-01-01 00:00:00+00')) * 1000000)::bigint WHEN k.reserved_until IS NOT NULL THEN 9223372036854775807 END, k.order_operator, k.order_reason
  FROM (SELECT $1::int AS id) ask
  LEFT JOIN "public".leader_lease l ON l.id = ask.id
       LEFT JOIN "public".leader_lease_lock k ON k.id = ask.id
