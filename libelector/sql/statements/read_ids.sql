-- SPDX-License-Identifier: MIT
-- Which locks have a lease (kind 1) and a row of their own (kind 2), up to lock $1.
SELECT 1, l.id FROM @schema@.leader_lease l WHERE l.id <= $1::int
@full UNION ALL SELECT 2, k.id FROM @schema@.leader_lease_lock k WHERE k.id <= $1::int
