    -- To each role what its work needs, and nothing to anybody else but who was given it by name. `part` is a RECORD; `by_functions`
    -- says whether nodes call functions, and nobody but the owner and operators writes the table.
    -- (The first node may have made the tables: whoever owned them goes on taking part.)
    FOR part IN
        SELECT r.rolname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_roles r ON r.oid = c.relowner
         WHERE n.nspname = '@schema_name@' AND c.relname = 'leader_lease' AND NOT r.rolsuper
           AND r.rolname NOT IN ('elector_owner', 'elector_node', current_user)
    LOOP
        EXECUTE format('GRANT elector_node TO %I', part.name);
    END LOOP;
    FOR part IN
        SELECT format('TABLE %I.%I', n.nspname, c.relname) AS name, pg_get_userbyid(c.relowner) AS owner
          FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
         WHERE n.nspname = '@schema_name@' AND c.relname IN ('leader_lease', 'leader_lease_lock', 'leader_lease_history', 'leader_lease_server')
        UNION ALL
        SELECT 'FUNCTION ' || p.oid::regprocedure, pg_get_userbyid(p.proowner)
          FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
         WHERE n.nspname = '@schema_name@' AND starts_with(p.proname, 'leader_lease_')
    LOOP
        IF part.owner <> 'elector_owner' THEN
            EXECUTE format('ALTER %s OWNER TO elector_owner', part.name);
        END IF;
        EXECUTE format('REVOKE ALL ON %s FROM PUBLIC, elector_node, elector_viewer, elector_operator', part.name);
    END LOOP;
    -- What others were given, by name or by default: nobody writes what the triggers go by, and strictly nobody the leases, nor does
    -- anybody else call what nodes call.
    FOR part IN
        SELECT DISTINCT 'INSERT, UPDATE, DELETE' AS rights, format('TABLE %I.%I', n.nspname, c.relname) AS name,
               CASE WHEN x.grantee = 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(x.grantee)) END AS grantee
          FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_attribute a ON a.attrelid = c.oid
         CROSS JOIN LATERAL (SELECT * FROM aclexplode(c.relacl) UNION ALL SELECT * FROM aclexplode(a.attacl)) x
         WHERE n.nspname = '@schema_name@' AND x.grantee <> c.relowner AND x.privilege_type IN ('INSERT', 'UPDATE', 'DELETE')
           AND (c.relname IN ('leader_lease_lock', 'leader_lease_history', 'leader_lease_server') OR c.relname = 'leader_lease' AND by_functions)
        UNION ALL
        SELECT DISTINCT 'EXECUTE', 'FUNCTION ' || p.oid::regprocedure, quote_ident(pg_get_userbyid(x.grantee))
          FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace CROSS JOIN LATERAL aclexplode(p.proacl) x
         WHERE by_functions AND n.nspname = '@schema_name@' AND starts_with(p.proname, 'leader_lease_') AND x.grantee NOT IN (0, p.proowner)
    LOOP
        EXECUTE format('REVOKE %s ON %s FROM %s CASCADE', part.rights, part.name, part.grantee);
    END LOOP;
    GRANT USAGE ON SCHEMA @schema@ TO elector_node, elector_viewer, elector_operator;
    GRANT SELECT ON @schema@.leader_lease, @schema@.leader_lease_lock, @schema@.leader_lease_history, @schema@.leader_lease_server
       TO elector_node, elector_viewer, elector_operator;
    GRANT EXECUTE ON FUNCTION @schema@.leader_lease_version() TO elector_node, elector_viewer, elector_operator;
    GRANT EXECUTE ON FUNCTION @schema@.leader_lease_guard(INT, TEXT, BIGINT), @schema@.leader_lease_guard_held(INT, TEXT, BIGINT),
        @schema@.leader_lease_prune(INT) TO elector_node;
    IF by_functions THEN
        GRANT EXECUTE ON FUNCTION
@include strict_functions@
        TO elector_node;
    ELSE
        GRANT INSERT, UPDATE, DELETE ON @schema@.leader_lease TO elector_node;
        GRANT EXECUTE ON FUNCTION @schema@.leader_lease_succeeded(INT, TEXT, BIGINT) TO elector_node;
    END IF;
    -- To revoke, and to evict; the triggers let nothing else pass.
    GRANT UPDATE (leader_id), DELETE ON @schema@.leader_lease TO elector_operator;
    GRANT EXECUTE ON FUNCTION @schema@.leader_lease_order(INT, TEXT, TEXT, BIGINT, TEXT, BIGINT), @schema@.leader_lease_rename(INT, TEXT)
       TO elector_operator;
    -- Who was given everything once would still free live leases, or hang his own triggers on them.
    FOR part IN
        SELECT DISTINCT format('%I.%I', n.nspname, c.relname) AS name,
               CASE WHEN x.grantee = 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(x.grantee)) END AS owner
          FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace CROSS JOIN LATERAL aclexplode(c.relacl) x
         WHERE n.nspname = '@schema_name@' AND c.relname IN ('leader_lease', 'leader_lease_lock', 'leader_lease_history', 'leader_lease_server')
           AND x.grantee <> c.relowner AND x.privilege_type IN ('TRUNCATE', 'TRIGGER', 'REFERENCES')
    LOOP
        EXECUTE format('REVOKE TRUNCATE, TRIGGER, REFERENCES ON %s FROM %s', part.name, part.owner);
    END LOOP;
