-- SPDX-License-Identifier: MIT
-- Deletes the row of that tenure, or its tombstone.
WITH note AS MATERIALIZED (
    SELECT set_config('elector.operator', $1::text, true) AS operator, set_config('elector.reason', $2::text, true) AS reason,
           set_config('elector.event', 'evicted', true) AS event
), ask AS MATERIALIZED (
    SELECT $3::int AS id, $4::text AS leader, $5::bigint AS term FROM note
     WHERE operator IS NOT NULL AND reason IS NOT NULL AND event IS NOT NULL
), seen AS MATERIALIZED (
    SELECT l.id, l.leader_id, l.expires_at,
@full      l.term, l.leader_id IN (ask.leader, '#revoked ' || ask.leader) AND (ask.term IS NULL OR l.term = ask.term) AS named
@plain     l.leader_id IN (ask.leader, '#revoked ' || ask.leader) AS named
      FROM @schema@.leader_lease l JOIN ask ON l.id = ask.id
), locked AS MATERIALIZED (
    SELECT l.id, l.leader_id, l.expires_at
@full      , l.term
      FROM @schema@.leader_lease l WHERE l.id = (SELECT s.id FROM seen s WHERE s.named) FOR UPDATE
), evicted AS (
    DELETE FROM @schema@.leader_lease l USING locked k, ask
     WHERE l.id = k.id AND k.leader_id IN (ask.leader, '#revoked ' || ask.leader)
@full    AND (ask.term IS NULL OR k.term = ask.term)
    RETURNING l.id
), present AS (
    SELECT k.leader_id, k.expires_at
@full      , k.term
      FROM locked k
    UNION ALL
    SELECT s.leader_id, s.expires_at
@full      , s.term
      FROM seen s WHERE NOT s.named
)
SELECT EXISTS (SELECT 1 FROM evicted), @micros(clock_timestamp())@, p.leader_id, @micros(p.expires_at)@,
@full  p.term
@plain NULL::bigint
  FROM ask LEFT JOIN present p ON true
