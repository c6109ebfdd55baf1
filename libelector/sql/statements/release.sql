-- SPDX-License-Identifier: MIT
-- Also deletes the tombstone of that tenure.
WITH ask AS MATERIALIZED (
    SELECT $1::int AS id, $2::text AS leader, $3::bigint AS term
), gone AS (
    DELETE FROM @schema@.leader_lease l USING ask
     WHERE l.id = ask.id AND l.leader_id IN (ask.leader, '#revoked ' || ask.leader)
@full    AND (ask.term IS NULL OR l.term = ask.term)
    RETURNING l.id
)
SELECT CASE WHEN g.id IS NULL THEN 'nothing' ELSE 'released' END, @micros(clock_timestamp())@,
       NULL::text, NULL::bigint, NULL::bigint, 0
  FROM ask LEFT JOIN gone g ON true
