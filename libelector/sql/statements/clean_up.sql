-- SPDX-License-Identifier: MIT
-- Deletes what expired more than five seconds ago, by the server's clock and by the time that the asker expects.
WITH ask AS MATERIALIZED (
    SELECT $1::int AS at_most, $2::bigint AS not_after
), terms AS MATERIALIZED (
    SELECT at_most, clock_timestamp() AS now, timestamptz 'epoch' + not_after * interval '1 microsecond' AS deadline FROM ask
), stale AS MATERIALIZED (
    SELECT l.id FROM @schema@.leader_lease l
     WHERE l.expires_at < (SELECT CASE WHEN now > deadline THEN '-infinity' ELSE least(now, deadline) - interval '5 s' END FROM terms)
     LIMIT (SELECT at_most FROM terms) FOR UPDATE SKIP LOCKED
), gone AS (
    DELETE FROM @schema@.leader_lease l USING stale, terms t
     WHERE l.id = stale.id AND l.expires_at < least(clock_timestamp(), t.deadline) - interval '5 s'
    RETURNING l.id
), number AS MATERIALIZED (
    SELECT count(*) AS gone FROM gone
)
SELECT CASE WHEN t.now > t.deadline THEN 'beyond' ELSE 'cleaned' END, @micros(clock_timestamp())@,
       NULL::text, NULL::bigint, NULL::bigint, 0, number.gone,
@full  @schema@.leader_lease_prune(t.at_most)
@plain 0
  FROM terms t, number
