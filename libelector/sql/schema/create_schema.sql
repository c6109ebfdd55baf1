    IF NOT EXISTS (SELECT 1 FROM pg_namespace n WHERE n.nspname = '@schema_name@') THEN
        CREATE SCHEMA @schema@;
    END IF;
