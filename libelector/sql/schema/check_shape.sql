    -- A table of another shape is somebody else's: leave it alone.
    IF EXISTS (
        SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
         WHERE n.nspname = '@schema_name@' AND c.relname = 'leader_lease'
           AND (c.relkind <> 'r'
                OR (SELECT count(*) FROM pg_attribute a
                     WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                       AND (a.attname::text, format_type(a.atttypid, NULL)) IN
                           (('id', 'integer'), ('leader_id', 'text'), ('leader_id', 'character varying'),
                            ('expires_at', 'timestamp with time zone'), ('created_at', 'timestamp with time zone'))) <> 4
                OR NOT EXISTS (SELECT 1 FROM pg_index i JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
                                WHERE i.indrelid = c.oid AND i.indisprimary AND i.indnkeyatts = 1 AND a.attname = 'id')
                OR EXISTS (SELECT 1 FROM pg_attribute a
                            WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                              AND a.attname IN ('term', 'lease_ms', 'renewals', 'metadata')
                              AND (a.attname::text, format_type(a.atttypid, NULL)) NOT IN
                                  (('term', 'bigint'), ('lease_ms', 'bigint'), ('renewals', 'bigint'), ('metadata', 'text'))))
    ) OR EXISTS (
        SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
         WHERE n.nspname = '@schema_name@'
           AND (c.relname = 'leader_lease_lock'
                AND (c.relkind <> 'r'
                     OR (SELECT count(*) FROM pg_attribute a
                          WHERE a.attrelid = c.oid AND NOT a.attisdropped
                            AND (a.attname::text, format_type(a.atttypid, NULL)) IN
                                (('id', 'integer'), ('name', 'text'), ('term', 'bigint'), ('max_lease_ms', 'bigint'))) <> 4)
                OR c.relname = 'leader_lease_history'
                AND (c.relkind <> 'r'
                     OR (SELECT count(*) FROM pg_attribute a
                          WHERE a.attrelid = c.oid AND NOT a.attisdropped
                            AND a.attname IN ('seq', 'at', 'id', 'term', 'leader_id', 'event', 'actor', 'operator_name',
                                              'application', 'address', 'reason')) <> 11)
                OR c.relname = 'leader_lease_server'
                AND (c.relkind <> 'r'
                     OR (SELECT count(*) FROM pg_attribute a
                          WHERE a.attrelid = c.oid AND NOT a.attisdropped
                            AND (a.attname::text, format_type(a.atttypid, NULL)) IN
                                (('one', 'boolean'), ('system_identifier', 'bigint'), ('timeline', 'bigint'),
                                 ('since', 'timestamp with time zone'))) <> 4))
    ) THEN
        RAISE wrong_object_type USING
            MESSAGE = 'A relation leader_lease, leader_lease_lock, leader_lease_history or leader_lease_server of another shape stands in schema @schema_name@.',
            HINT = 'Choose another schema, or move that relation away.';
    END IF;
    -- What a stranger owns he could change, and what he has put here already would run, with the rights of those who own the rest.
    SELECT format('%s belongs to role %s', o.what, r.rolname) INTO stranger
      FROM (SELECT format('%I.%I', n.nspname, c.relname) AS what, c.relowner AS owner, false AS acts
              FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE n.nspname = '@schema_name@' AND c.relname IN ('leader_lease_lock', 'leader_lease_history', 'leader_lease_server')
            UNION ALL
            SELECT 'function ' || p.oid::regprocedure, p.proowner, false
              FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
             WHERE n.nspname = '@schema_name@' AND starts_with(p.proname, 'leader_lease_')
            UNION ALL
            SELECT format('the function of trigger %I on %I.%I', t.tgname, n.nspname, c.relname), p.proowner, true
              FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
              JOIN pg_proc p ON p.oid = t.tgfoid
             WHERE n.nspname = '@schema_name@' AND NOT t.tgisinternal AND NOT starts_with(t.tgname, 'leader_lease_')
               AND c.relname IN ('leader_lease', 'leader_lease_lock', 'leader_lease_history', 'leader_lease_server')) o
      JOIN pg_roles r ON r.oid = o.owner
     WHERE NOT r.rolsuper AND r.rolname NOT IN (current_user, 'elector_owner')
       AND (o.acts AND (SELECT me.rolsuper FROM pg_roles me WHERE me.rolname = current_user)
            OR o.owner IS DISTINCT FROM (SELECT c.relowner FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                                          WHERE n.nspname = '@schema_name@' AND c.relname = 'leader_lease'))
     LIMIT 1;
    IF stranger IS NOT NULL THEN
        RAISE insufficient_privilege USING MESSAGE = stranger || ', who could make it do anything with the rights of others.',
            HINT = 'Drop it, or, if you trust it, give it to the owner of leader_lease (ALTER ... OWNER TO).';
    END IF;
