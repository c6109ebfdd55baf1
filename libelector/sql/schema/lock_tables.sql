    -- Who waits for a lock makes everybody else wait behind him, also those who must renew: it is asked for shortly, again and
    -- again, so that somebody's long transaction keeps only us waiting.
    IF current_setting('lock_timeout')::interval > interval '300 ms' THEN
        PERFORM set_config('lock_timeout', '300ms', true);
    END IF;
    FOR attempt IN 1..25 LOOP
        SELECT string_agg(format('%I.%I', n.nspname, c.relname), ', ' ORDER BY c.relname) INTO tables
          FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
         WHERE n.nspname = '@schema_name@' AND c.relkind = 'r' AND pg_has_role(c.relowner, 'USAGE')
           AND c.relname IN ('leader_lease', 'leader_lease_lock', 'leader_lease_history', 'leader_lease_server');
        EXIT WHEN tables IS NULL;
        BEGIN
            EXECUTE 'LOCK TABLE ' || tables || ' IN ACCESS EXCLUSIVE MODE';
            EXIT;
        EXCEPTION WHEN lock_not_available OR deadlock_detected THEN
            IF attempt = 25 THEN
                RAISE lock_not_available USING MESSAGE = 'Another transaction has held a lock on the tables of leader election all the while',
                    HINT = 'End it (pg_locks and pg_stat_activity show it), and try again.';
            END IF;
            PERFORM pg_sleep(1);
        END;
    END LOOP;
