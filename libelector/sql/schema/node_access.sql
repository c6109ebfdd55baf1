-- SPDX-License-Identifier: MIT
-- Whether roles keep order over leader_lease in schema @schema_name@, and whether strictly.
SELECT EXISTS (SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname = '@schema_name@' AND c.relname = 'leader_lease' AND pg_get_userbyid(c.relowner) = 'elector_owner'),
       @include is_strict@
