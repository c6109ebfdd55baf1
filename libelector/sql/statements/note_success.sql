-- SPDX-License-Identifier: MIT
SELECT @schema@.leader_lease_succeeded($1::int, $2::text, $3::bigint)
