-- SPDX-License-Identifier: MIT
-- What nodes of schema version 8 sent on the full level.
WITH ask AS MATERIALIZED (
    SELECT $1::int AS id, $2::text AS leader, $3::bigint AS term
), gone AS (
    DELETE FROM "public".leader_lease l USING ask
     WHERE l.id = ask.id AND l.leader_id IN (ask.leader, '#revoked ' || ask.leader)
         AND (ask.term IS NULL OR l.term = ask.term)
    RETURNING l.id
)
SELECT CASE WHEN g.id IS NULL THEN 'nothing' ELSE 'released' END, CASE WHEN clock_timestamp() < timestamptz '9999-01-01 00:00:00+00' THEN (extract(epoch FROM greatest(clock_timestamp(), timestamptz '0001-01-01 00:00:00+00')) * 1000000)::bigint WHEN clock_timestamp() IS NOT NULL THEN 9223372036854775807 END,
       NULL::text, NULL::bigint, NULL::bigint, 0
  FROM ask LEFT JOIN gone g ON true
