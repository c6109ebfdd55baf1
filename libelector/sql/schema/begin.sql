    -- Twenty nodes may do this at once: CREATE ... IF NOT EXISTS alone would race.
    PERFORM pg_advisory_xact_lock(@install_lock@);
    PERFORM set_config('client_min_messages', 'warning', true);
    IF current_setting('lock_timeout') = '0' THEN
        PERFORM set_config('lock_timeout', '5s', true);
    END IF;
