    -- Called in the transaction of an application: true if `leader` holds the lock with that term, and from then on nobody
    -- takes over before this transaction ends. Waits, for less than the deadlock check, while a take-over is under
    -- way. Refused, it leaves no lock behind. Undone by ROLLBACK TO a savepoint from before: ask leader_lease_guard_held.
    CREATE OR REPLACE FUNCTION @schema@.leader_lease_guard(lock_id INT, leader TEXT, lease_term BIGINT) RETURNS BOOLEAN
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
    DECLARE
        old_lock_timeout TEXT := @schema@.leader_lease_bound_wait();
        longest BIGINT;
        idle TEXT;
    BEGIN
        BEGIN
            -- First the lock that a take-over needs, then, by a statement of its own that sees what was
            -- committed while this one waited, the lease. Nothing in leader_lease is locked.
            SELECT k.max_lease_ms INTO longest FROM @schema@.leader_lease_lock k
             WHERE k.id = lock_id AND k.term = lease_term FOR KEY SHARE;
            IF NOT FOUND THEN
                RAISE no_data_found;
            END IF;
            PERFORM 1 FROM @schema@.leader_lease l
              WHERE l.id = lock_id AND l.leader_id = leader AND l.term = lease_term AND l.expires_at > clock_timestamp();
            IF NOT FOUND THEN
                RAISE no_data_found;
            END IF;
        EXCEPTION WHEN no_data_found OR lock_not_available THEN
            PERFORM set_config('lock_timeout', old_lock_timeout, true);
            RETURN false;
        END;
        PERFORM set_config('lock_timeout', old_lock_timeout, true);
        -- A client that freezes here must not keep everybody from leading.
        longest := greatest(longest, 1000);
        idle := current_setting('idle_in_transaction_session_timeout');
        IF idle = '0' OR extract(epoch FROM idle::interval) * 1000 > longest THEN
            PERFORM set_config('idle_in_transaction_session_timeout', least(longest, 2147483647)::text, true);
        END IF;
        -- A setting of the transaction: ROLLBACK TO takes it back together with the row lock.
        PERFORM set_config('elector.guard_' || replace(lock_id::text, '-', 'n'),
                           pg_current_xact_id() || ' ' || lease_term || ' ' || leader, true);
        RETURN true;
    END $function$;

    -- Whether a guard that was granted in this transaction still stands: false after ROLLBACK TO a savepoint from before
    -- it. Ask before COMMIT. Locks nothing.
    CREATE OR REPLACE FUNCTION @schema@.leader_lease_guard_held(lock_id INT, leader TEXT, lease_term BIGINT) RETURNS BOOLEAN
    LANGUAGE sql VOLATILE SET search_path = pg_catalog, pg_temp AS $function$
        SELECT coalesce(current_setting('elector.guard_' || replace(lock_id::text, '-', 'n'), true)
                        = pg_current_xact_id_if_assigned() || ' ' || lease_term || ' ' || leader, false)
    $function$;
