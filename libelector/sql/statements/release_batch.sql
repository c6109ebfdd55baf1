-- SPDX-License-Identifier: MIT
-- Deletes what can be locked at once: one row for each that is gone, with its place in the arrays. What else there is to say of
-- the others, and for whom to wait, is for release.sql.
DELETE FROM @schema@.leader_lease l
 USING (SELECT a.n, k.id
          FROM unnest($1::int[], $2::text[], $3::bigint[]) WITH ORDINALITY AS a(id, leader, term, n)
          JOIN @schema@.leader_lease k ON k.id = a.id AND k.leader_id IN (a.leader, '#revoked ' || a.leader)
@full          AND (a.term IS NULL OR k.term = a.term)
        OFFSET 0 FOR UPDATE OF k SKIP LOCKED) v
 WHERE l.id = v.id
RETURNING v.n, clock_timestamp()
