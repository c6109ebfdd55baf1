-- SPDX-License-Identifier: MIT
-- Writes nothing, locks nothing.
SELECT @micros(clock_timestamp())@, l.leader_id, @micros(l.expires_at)@,
@full  l.term, k.max_lease_ms
@plain NULL::bigint, 0
  FROM (SELECT ?::int AS id) ask
  LEFT JOIN @schema@.leader_lease l ON l.id = ask.id
@full  LEFT JOIN @schema@.leader_lease_lock k ON k.id = ask.id
