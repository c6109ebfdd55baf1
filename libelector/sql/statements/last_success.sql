-- SPDX-License-Identifier: MIT
-- How long ago the work under a lock last succeeded, for who holds it in exactly that tenure; and whether a success could be noted.
WITH ask AS MATERIALIZED (
    SELECT $1::int AS id, $2::text AS leader, $3::bigint AS term
)
SELECT l.id IS NOT NULL, k.succeeded_by,
       (extract(epoch FROM clock_timestamp() - k.succeeded_at) * 1000)::bigint,
       coalesce(has_function_privilege(to_regprocedure('@schema@.leader_lease_succeeded(integer,text,bigint)'), 'EXECUTE'), false)
       OR coalesce(has_function_privilege(to_regprocedure('@schema@.leader_lease_note_success(integer,text,bigint,text)'), 'EXECUTE'), false)
  FROM ask LEFT JOIN @schema@.leader_lease l
    ON l.id = ask.id AND l.leader_id = ask.leader AND l.term = ask.term AND l.expires_at > clock_timestamp()
  LEFT JOIN @schema@.leader_lease_lock k ON k.id = ask.id
