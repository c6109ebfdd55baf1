-- SPDX-License-Identifier: MIT
-- What nodes of schema version 8 sent on the full level.
WITH ask AS MATERIALIZED (
    SELECT $1::int AS at_most, $2::bigint AS not_after
), terms AS MATERIALIZED (
    SELECT at_most, clock_timestamp() AS now, timestamptz 'epoch' + not_after * interval '1 microsecond' AS deadline FROM ask
), stale AS MATERIALIZED (
    SELECT l.id FROM "public".leader_lease l
     WHERE l.expires_at < (SELECT CASE WHEN now > deadline THEN '-infinity' ELSE least(now, deadline) - interval '5 s' END FROM terms)
     LIMIT (SELECT at_most FROM terms) FOR UPDATE SKIP LOCKED
), gone AS (
    DELETE FROM "public".leader_lease l USING stale, terms t
     WHERE l.id = stale.id AND l.expires_at < least(clock_timestamp(), t.deadline) - interval '5 s'
    RETURNING l.id
), number AS MATERIALIZED (
    SELECT count(*) AS gone FROM gone
)
SELECT CASE WHEN t.now > t.deadline THEN 'beyond' ELSE 'cleaned' END, CASE WHEN clock_timestamp() < timestamptz '9999-01-01 00:00:00+00' THEN (extract(epoch FROM greatest(clock_timestamp(), timestamptz '0001-01-01 00:00:00+00')) * 1000000)::bigint WHEN clock_timestamp() IS NOT NULL THEN 9223372036854775807 END,
       NULL::text, NULL::bigint, NULL::bigint, 0, number.gone,
       "public".leader_lease_prune(t.at_most)
  FROM terms t, number
