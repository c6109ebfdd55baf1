    PERFORM set_config('lock_timeout', old_lock_timeout, true);
    PERFORM set_config('client_min_messages', old_messages, true);
