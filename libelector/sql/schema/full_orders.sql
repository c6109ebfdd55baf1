    -- An operator's order for a lock: `what` is pause (nobody captures it), reserve (only `instance` does, for span_ms from the
    -- moment at which the present lease ends at the latest) or resume (neither any more). Pause revokes the holder, reserve
    -- does unless it is that instance. With `leader`, only if he holds the row, with that term if one is given; 'moved' if not.
    CREATE OR REPLACE FUNCTION @schema@.leader_lease_order(lock_id INT, what TEXT, instance TEXT, span_ms BIGINT, leader TEXT,
                                                           lease_term BIGINT)
    RETURNS TEXT LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
    DECLARE
        old_lock_timeout TEXT := @schema@.leader_lease_bound_wait();
        held RECORD;
        was_held BOOLEAN;
        is_live BOOLEAN;
        until TIMESTAMPTZ;
        lock_term BIGINT;
    BEGIN
        IF what IS NULL OR what NOT IN ('pause', 'resume', 'reserve') OR what = 'reserve' AND (coalesce(instance, '') = '' OR coalesce(span_ms, 0) <= 0 OR length(instance) > 1000) THEN
            RAISE invalid_parameter_value USING MESSAGE = 'leader_lease_order: pause, resume, or reserve for an instance and a time';
        END IF;
        PERFORM @schema@.leader_lease_demand('elector_operator', NULL, 'give orders for a lock');
        -- The lease first and the lock after it, as a take-over does.
        SELECT l.leader_id, l.term, l.expires_at INTO held FROM @schema@.leader_lease l WHERE l.id = lock_id FOR NO KEY UPDATE;
        was_held := FOUND;
        IF leader IS NOT NULL AND (NOT was_held OR held.leader_id <> leader OR lease_term <> held.term) THEN
            PERFORM set_config('lock_timeout', old_lock_timeout, true);
            RETURN 'moved';
        END IF;
        is_live := was_held AND held.expires_at > clock_timestamp();
        IF what = 'reserve' THEN
            until := clock_timestamp() + span_ms * interval '1 millisecond';
            IF is_live AND held.expires_at < clock_timestamp() + interval '24 hours' THEN
                until := held.expires_at + span_ms * interval '1 millisecond';
            END IF;
        END IF;
        INSERT INTO @schema@.leader_lease_lock AS k (id) VALUES (lock_id) ON CONFLICT (id) DO NOTHING;
        UPDATE @schema@.leader_lease_lock k
           SET paused_at = CASE what WHEN 'pause' THEN coalesce(k.paused_at, clock_timestamp()) END,
               reserved_for = CASE what WHEN 'reserve' THEN instance END, reserved_until = until,
               order_operator = CASE WHEN what <> 'resume' THEN nullif(current_setting('elector.operator', true), '') END,
               order_reason = CASE WHEN what <> 'resume' THEN nullif(current_setting('elector.reason', true), '') END
         WHERE k.id = lock_id RETURNING k.term INTO lock_term;
        PERFORM set_config('lock_timeout', old_lock_timeout, true);
        IF NOT was_held AND EXISTS (SELECT 1 FROM @schema@.leader_lease l WHERE l.id = lock_id) THEN
            RAISE serialization_failure USING MESSAGE = 'leader_lease: the lock was captured meanwhile, try again';
        END IF;
        PERFORM @schema@.leader_lease_note(lock_id, coalesce(held.term, lock_term),
            CASE what WHEN 'reserve' THEN instance ELSE held.leader_id END,
            CASE what WHEN 'pause' THEN 'paused' WHEN 'resume' THEN 'resumed' ELSE 'reserved' END);
        IF is_live AND NOT starts_with(held.leader_id, '#revoked ')
           AND (what = 'pause' OR what = 'reserve' AND @schema@.leader_lease_instance(held.leader_id) <> instance) THEN
            UPDATE @schema@.leader_lease l SET leader_id = '#revoked ' || l.leader_id WHERE l.id = lock_id;
        END IF;
        PERFORM @schema@.leader_lease_tell(lock_id, lock_term, CASE WHEN is_live OR what = 'pause' THEN 'changed' ELSE 'free' END);
        RETURN 'done';
    END $function$;

    -- Gives a lock a name, or takes it away (NULL). Names are unique.
    CREATE OR REPLACE FUNCTION @schema@.leader_lease_rename(lock_id INT, new_name TEXT) RETURNS VOID
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
    DECLARE
        old_lock_timeout TEXT := @schema@.leader_lease_bound_wait();
        old_name TEXT;
        lock_term BIGINT;
    BEGIN
        IF new_name IS NOT NULL AND (length(new_name) NOT BETWEEN 1 AND 100 OR new_name ~ '^[+-]?[0-9]+$'
                                     OR new_name ~ '[[:cntrl:]]' OR new_name <> btrim(new_name)) THEN
            RAISE invalid_parameter_value USING MESSAGE = 'leader_lease: a name has 1 to 100 characters, none of them a control '
                'character, no blank at its ends, and is not a number';
        END IF;
        PERFORM @schema@.leader_lease_demand('elector_operator', NULL, 'name a lock');
        INSERT INTO @schema@.leader_lease_lock AS k (id) VALUES (lock_id) ON CONFLICT (id) DO NOTHING;
        SELECT k.name, k.term INTO old_name, lock_term FROM @schema@.leader_lease_lock k WHERE k.id = lock_id FOR NO KEY UPDATE;
        PERFORM set_config('lock_timeout', old_lock_timeout, true);
        IF old_name IS NOT DISTINCT FROM new_name THEN
            RETURN;
        END IF;
        UPDATE @schema@.leader_lease_lock k SET name = new_name WHERE k.id = lock_id;
        PERFORM @schema@.leader_lease_note(lock_id, lock_term, NULL, 'renamed',
            format('%s -> %s', coalesce(quote_literal(old_name), 'no name'), coalesce(quote_literal(new_name), 'no name')));
        PERFORM @schema@.leader_lease_tell(lock_id, lock_term, 'changed');
    END $function$;
