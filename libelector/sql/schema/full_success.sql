    -- Notes that the work under a lock has succeeded, for whoever holds the row in exactly that tenure (also once revoked, while
    -- the work came to its end). False if he does not any more: nobody knows, then, who has worked since.
    CREATE OR REPLACE FUNCTION @schema@.leader_lease_succeeded(lock_id INT, leader TEXT, lease_term BIGINT) RETURNS BOOLEAN
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
    DECLARE
        old_lock_timeout TEXT := @schema@.leader_lease_bound_wait();
        held RECORD;
        is_ours BOOLEAN;
    BEGIN
        PERFORM @schema@.leader_lease_demand('elector_owner', lock_id, 'note the success of another');
        -- The lease first and the lock after it, as a take-over does, which so finds the note or waits for it.
        -- Another's lease is not locked: it could not be renewed.
        SELECT l.expires_at INTO held FROM @schema@.leader_lease l
         WHERE l.id = lock_id AND l.leader_id IN (leader, '#revoked ' || leader) AND l.term = lease_term FOR NO KEY UPDATE;
        is_ours := FOUND AND held.expires_at > clock_timestamp();
        IF is_ours THEN
            UPDATE @schema@.leader_lease_lock k
               SET succeeded_at = clock_timestamp(), succeeded_by = leader, succeeded_term = lease_term WHERE k.id = lock_id;
        END IF;
        PERFORM set_config('lock_timeout', old_lock_timeout, true);
        RETURN coalesce(is_ours, false);
    END $function$;
