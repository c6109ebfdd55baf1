-- SPDX-License-Identifier: MIT
WITH clock AS MATERIALIZED (SELECT clock_timestamp() AS now)
SELECT @micros(clock.now)@,
@full  coalesce(l.id, k.id), k.name,
@plain l.id, NULL::text,
       l.leader_id, l.expires_at <= clock.now, @micros(l.expires_at)@, @micros(l.created_at)@,
@full  l.term, l.lease_ms, l.renewals, l.metadata,
@full  k.paused_at IS NOT NULL, k.reserved_for, @micros(k.reserved_until)@, k.order_operator, k.order_reason
@plain NULL::bigint, NULL::bigint, NULL::bigint, NULL::text, false, NULL::text, NULL::bigint, NULL::text, NULL::text
@full  FROM clock LEFT JOIN (@schema@.leader_lease l FULL JOIN @schema@.leader_lease_lock k ON k.id = l.id) ON true
@plain FROM clock LEFT JOIN @schema@.leader_lease l ON true
 ORDER BY 2
