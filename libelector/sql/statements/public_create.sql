-- SPDX-License-Identifier: MIT
-- Whether there are roles, and everybody may put objects beside theirs all the same.
SELECT EXISTS (SELECT 1 FROM pg_namespace n JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = 'leader_lease'
                CROSS JOIN LATERAL aclexplode(coalesce(n.nspacl, acldefault('n', n.nspowner))) x
                WHERE n.nspname = '@schema_name@' AND pg_get_userbyid(c.relowner) = 'elector_owner'
                  AND x.grantee = 0 AND x.privilege_type = 'CREATE')
