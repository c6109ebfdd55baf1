-- SPDX-License-Identifier: MIT
-- read.sql for many locks; answers for each, by `n`.
SELECT @micros(clock_timestamp())@, l.leader_id, @micros(l.expires_at)@,
@full  l.term, k.max_lease_ms, k.paused_at IS NOT NULL, k.reserved_for, @micros(k.reserved_until)@, k.order_operator, k.order_reason,
@plain NULL::bigint, 0, false, NULL::text, NULL::bigint, NULL::text, NULL::text,
       ask.n
  FROM (SELECT a.id::int AS id, a.n::int AS n FROM json_array_elements_text($1::json) WITH ORDINALITY AS a(id, n)) ask
  LEFT JOIN @schema@.leader_lease l ON l.id = ask.id
@full  LEFT JOIN @schema@.leader_lease_lock k ON k.id = ask.id
