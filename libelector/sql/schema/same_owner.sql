    -- All of it belongs to whom leader_lease does: what runs with the rights of its owner must not call what another can change.
    FOR part IN
        SELECT o.what, pg_get_userbyid(t.relowner) AS owner
          FROM pg_class t JOIN pg_namespace n ON n.oid = t.relnamespace
          JOIN (SELECT c.relnamespace AS space, format('TABLE %s', c.oid::regclass) AS what, c.relowner AS owner FROM pg_class c
                 WHERE c.relname IN ('leader_lease_lock', 'leader_lease_history', 'leader_lease_server')
                UNION ALL
                SELECT p.pronamespace, format('FUNCTION %s', p.oid::regprocedure), p.proowner FROM pg_proc p
                 WHERE starts_with(p.proname, 'leader_lease_')) o ON o.space = n.oid
         WHERE n.nspname = '@schema_name@' AND t.relname = 'leader_lease' AND o.owner <> t.relowner
    LOOP
        EXECUTE format('ALTER %s OWNER TO %I', part.what, part.owner);
    END LOOP;
