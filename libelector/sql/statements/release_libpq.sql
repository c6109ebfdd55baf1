-- SPDX-License-Identifier: MIT
DELETE FROM @schema@.leader_lease
 WHERE id = $1::int AND leader_id IN ($2::text, '#revoked ' || $2::text)
@full  AND ($3::bigint IS NULL OR term = $3::bigint)
@plain AND ($3::bigint IS NULL OR true)
