-- SPDX-License-Identifier: MIT
-- Writes nothing, locks nothing.
SELECT @micros(clock_timestamp())@, l.leader_id, @micros(l.expires_at)@,
@full  l.term, k.max_lease_ms, k.paused_at IS NOT NULL, k.reserved_for, @micros(k.reserved_until)@, k.order_operator, k.order_reason
@plain NULL::bigint, 0, false, NULL::text, NULL::bigint, NULL::text, NULL::text
  FROM (SELECT $1::int AS id) ask
  LEFT JOIN @schema@.leader_lease l ON l.id = ask.id
@full  LEFT JOIN @schema@.leader_lease_lock k ON k.id = ask.id
