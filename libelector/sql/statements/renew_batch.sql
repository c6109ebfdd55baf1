-- SPDX-License-Identifier: MIT
-- Renews what can be locked at once: one row for each that is renewed, with its place in the arrays. Locks, then decides, row by
-- row: OFFSET 0 keeps the look at the clock above the lock. Why others were not is for renew_batch_again.sql to tell. (Times as they
-- are: to make numbers of them would take a tenth of the whole.)
UPDATE @schema@.leader_lease l
   SET expires_at = clock_timestamp() + v.lease_ms * interval '1 millisecond', created_at = least(l.created_at, clock_timestamp())
@full  , lease_ms = v.lease_ms, renewals = coalesce(l.renewals, 0) + 1
  FROM (SELECT a.n, k.id, k.expires_at, a.lease_ms
          FROM unnest($1::int[], $2::text[], $3::bigint[], $4::bigint[]) WITH ORDINALITY AS a(id, leader, term, lease_ms, n)
          JOIN @schema@.leader_lease k ON k.id = a.id AND k.leader_id = a.leader
@full          AND (a.term IS NULL OR k.term = a.term)
        OFFSET 0 FOR NO KEY UPDATE OF k SKIP LOCKED) v
 WHERE l.id = v.id AND v.expires_at > clock_timestamp()
RETURNING v.n, clock_timestamp(), l.expires_at,
@full  l.term
@plain NULL::bigint
