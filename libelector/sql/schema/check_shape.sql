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
