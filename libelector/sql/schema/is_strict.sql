EXISTS (
        SELECT 1 FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace CROSS JOIN LATERAL aclexplode(p.proacl) x
          JOIN pg_roles r ON r.oid = x.grantee
         WHERE n.nspname = '@schema_name@' AND p.proname = 'leader_lease_capture' AND r.rolname = 'elector_node')