-- SPDX-License-Identifier: MIT
-- Locks the row of exactly this tenure, then decides; one row if it is renewed. (An UPDATE that waited for a row that was
-- merely locked would not look at the clock again.) Every holder sends this all the time, hence nothing else: why it was
-- refused, which is rare, is for renew_again.sql to tell.
WITH locked AS MATERIALIZED (
    SELECT l.id, l.expires_at FROM @schema@.leader_lease l
     WHERE l.id = $1::int AND l.leader_id = $2::text
@full    AND ($3::bigint IS NULL OR l.term = $3::bigint)
@plain   AND ($3::bigint IS NULL OR true)
       FOR NO KEY UPDATE
)
UPDATE @schema@.leader_lease l
   SET expires_at = clock_timestamp() + $4::bigint * interval '1 millisecond', created_at = least(l.created_at, clock_timestamp())
@full  , lease_ms = $4::bigint, renewals = coalesce(l.renewals, 0) + 1
  FROM locked k WHERE l.id = k.id AND k.expires_at > clock_timestamp()
RETURNING 'renewed', @micros(clock_timestamp())@, l.leader_id::text, @micros(l.expires_at)@,
@full  l.term, 0
@plain NULL::bigint, 0
