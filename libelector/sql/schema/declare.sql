DECLARE
    stranger TEXT;
    tables TEXT;
    old_lock_timeout TEXT := current_setting('lock_timeout');
    old_messages TEXT := current_setting('client_min_messages');
