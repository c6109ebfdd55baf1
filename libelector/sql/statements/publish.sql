-- SPDX-License-Identifier: MIT
WITH ask AS MATERIALIZED (
    SELECT $1::int AS id, $2::text AS leader, $3::bigint AS term, $4::text AS metadata
), done AS (
    UPDATE @schema@.leader_lease l SET metadata = ask.metadata FROM ask
     WHERE l.id = ask.id AND l.leader_id = ask.leader AND (ask.term IS NULL OR l.term = ask.term)
    RETURNING l.leader_id, l.expires_at, l.term
)
SELECT CASE WHEN d.leader_id IS NULL THEN 'lost' ELSE 'renewed' END, @micros(clock_timestamp())@, d.leader_id::text, @micros(d.expires_at)@, d.term, 0
  FROM ask LEFT JOIN done d ON true
