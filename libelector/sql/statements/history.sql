-- SPDX-License-Identifier: MIT
WITH ask AS MATERIALIZED (
    SELECT $1::int AS id, $2::bigint AS after, $3::bigint AS before, $4::int AS at_most
), newest AS (
    SELECT h.* FROM @schema@.leader_lease_history h
     WHERE (SELECT after < 0 FROM ask) AND h.seq < (SELECT coalesce(before, 9223372036854775807) FROM ask)
       AND ((SELECT id IS NULL FROM ask) OR h.id = (SELECT id FROM ask))
     ORDER BY h.seq DESC LIMIT (SELECT at_most FROM ask)
), following AS (
    SELECT h.* FROM @schema@.leader_lease_history h
     WHERE (SELECT after >= 0 FROM ask) AND h.seq > (SELECT after FROM ask) AND ((SELECT id IS NULL FROM ask) OR h.id = (SELECT id FROM ask))
     ORDER BY h.seq LIMIT (SELECT at_most FROM ask)
)
SELECT e.seq, @micros(e.at)@, e.id, e.term, e.leader_id, e.event, e.actor, e.operator_name, e.application, host(e.address), e.reason
  FROM (SELECT * FROM newest UNION ALL SELECT * FROM following) e ORDER BY e.seq
