    -- A bid that cannot win changes nothing and locks nothing. `elector.capture` marks bids of our own nodes for the one
    -- statement: only they take over an expired row; nest-leader-election never does.
    CREATE OR REPLACE FUNCTION @schema@.leader_lease_before_insert() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
    DECLARE
        bid TEXT := coalesce(current_setting('elector.capture', true), '');
        present RECORD;
        lock RECORD;
    BEGIN
        IF starts_with(NEW.leader_id, '#revoked ') THEN
            RAISE check_violation USING MESSAGE = 'leader_lease: a leader_id that begins with "#revoked " is reserved for tombstones';
        END IF;
        IF NEW.expires_at <= clock_timestamp() THEN
            RETURN NULL; -- born expired: its node would lead while others may
        END IF;
        PERFORM @schema@.leader_lease_bound_span(NEW.expires_at, NEW.lease_ms);
        SELECT l.leader_id, l.expires_at INTO present FROM @schema@.leader_lease l WHERE l.id = NEW.id;
        IF FOUND AND present.leader_id <> NEW.leader_id AND bid <> 'stuck'
           AND (bid <> 'bid' OR present.expires_at > clock_timestamp()) THEN
            RETURN NULL;
        END IF;
        SELECT k.term, k.paused_at, k.reserved_for, k.reserved_until INTO lock FROM @schema@.leader_lease_lock k WHERE k.id = NEW.id;
        -- (The bid of who holds the row already is a renewal; only nest-leader-election renews so.)
        IF present.leader_id IS DISTINCT FROM NEW.leader_id
           AND (@schema@.leader_lease_barred(lock.paused_at, lock.reserved_for, lock.reserved_until, NEW.leader_id)
                OR @schema@.leader_lease_holds_off(NEW.id, @schema@.leader_lease_span_ms(NEW.expires_at, NEW.lease_ms))) THEN
            RETURN NULL;
        END IF;
        PERFORM @schema@.leader_lease_bound_idle(@schema@.leader_lease_span_ms(NEW.expires_at, NEW.lease_ms));
        NEW.term := @schema@.leader_lease_next_term(lock.term);
        RETURN NEW;
    END $function$;

    CREATE OR REPLACE FUNCTION @schema@.leader_lease_after_insert() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
    DECLARE
        old_lock_timeout TEXT := @schema@.leader_lease_bound_wait();
        stored INT;
    BEGIN
        -- Waits here while guarded work of the holder before goes on.
        INSERT INTO @schema@.leader_lease_lock AS k (id, term, captured_by, max_lease_ms)
        VALUES (NEW.id, NEW.term, session_user, @schema@.leader_lease_span_ms(NEW.expires_at, NEW.lease_ms))
        ON CONFLICT (id) DO UPDATE
           SET term = EXCLUDED.term, captured_by = EXCLUDED.captured_by, max_lease_ms = greatest(k.max_lease_ms, EXCLUDED.max_lease_ms),
               reserved_for = NULL, reserved_until = NULL -- it was for this capture, or is over
         WHERE k.term < EXCLUDED.term
           AND NOT @schema@.leader_lease_barred(k.paused_at, k.reserved_for, k.reserved_until, NEW.leader_id);
        GET DIAGNOSTICS stored = ROW_COUNT;
        PERFORM set_config('lock_timeout', old_lock_timeout, true);
        IF stored = 0 THEN
            RAISE serialization_failure USING MESSAGE = 'leader_lease: the term was taken, or the lock paused or reserved, meanwhile; try again';
        END IF;
        IF NEW.expires_at <= clock_timestamp() THEN
            RAISE serialization_failure USING MESSAGE = 'leader_lease: the lease ran out while its capture waited, try again';
        END IF;
        PERFORM @schema@.leader_lease_note(NEW.id, NEW.term, NEW.leader_id, 'captured');
        PERFORM @schema@.leader_lease_tell(NEW.id, NEW.term, 'captured');
        RETURN NULL;
    END $function$;

    -- Another holder, another term, or a tombstone.
    CREATE OR REPLACE FUNCTION @schema@.leader_lease_before_update() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
    DECLARE
        span BIGINT;
        old_lock_timeout TEXT;
    BEGIN
        IF NEW.id <> OLD.id THEN
            RAISE check_violation USING MESSAGE = 'leader_lease: a lease cannot be moved to another lock';
        END IF;
        IF starts_with(NEW.leader_id, '#revoked ') THEN
            IF starts_with(OLD.leader_id, '#revoked ') OR NEW.leader_id <> '#revoked ' || OLD.leader_id THEN
                RAISE check_violation USING MESSAGE = 'leader_lease: a tombstone names the holder whom it replaces';
            END IF;
            PERFORM @schema@.leader_lease_demand('elector_operator', OLD.id, 'take this lease back');
            NEW.term := OLD.term;
            NEW.expires_at := OLD.expires_at; -- until then the holder may act
            NEW.created_at := OLD.created_at;
            RETURN NEW;
        END IF;
        PERFORM @schema@.leader_lease_demand('elector_node', NULL, 'capture a lock');
        PERFORM @schema@.leader_lease_bound_span(NEW.expires_at, NEW.lease_ms);
        -- What one of our nodes takes for a row from before the clock was set back must be one.
        IF OLD.expires_at > clock_timestamp()
           AND (coalesce(current_setting('elector.capture', true), '') <> 'stuck' OR OLD.expires_at <= clock_timestamp() + coalesce(
                (SELECT k.max_lease_ms FROM @schema@.leader_lease_lock k WHERE k.id = OLD.id), 0) * interval '1 millisecond') THEN
            RAISE insufficient_privilege USING MESSAGE = format('leader_lease: lock %s is held', OLD.id);
        END IF;
        IF NEW.term IS NOT DISTINCT FROM OLD.term THEN
            -- Written by a node that does not know these columns: they tell of the holder before.
            NEW.lease_ms := NULL;
            NEW.renewals := NULL;
            NEW.metadata := NULL;
        END IF;
        span := @schema@.leader_lease_span_ms(NEW.expires_at, NEW.lease_ms);
        -- (A bid of ours has been through this, as an insert. But anybody may say that his is one.)
        IF @schema@.leader_lease_holds_off(NEW.id, span) THEN
            RETURN NULL;
        END IF;
        PERFORM @schema@.leader_lease_bound_idle(span);
        old_lock_timeout := @schema@.leader_lease_bound_wait();
        -- Waits here while guarded work of the holder before goes on.
        UPDATE @schema@.leader_lease_lock k
           SET term = @schema@.leader_lease_next_term(k.term), captured_by = session_user, max_lease_ms = greatest(k.max_lease_ms, span),
               reserved_for = NULL, reserved_until = NULL -- it was for this capture, or is over
         WHERE k.id = NEW.id
           AND NOT @schema@.leader_lease_barred(k.paused_at, k.reserved_for, k.reserved_until, NEW.leader_id)
        RETURNING k.term INTO NEW.term;
        IF NOT FOUND THEN
            IF EXISTS (SELECT 1 FROM @schema@.leader_lease_lock k WHERE k.id = NEW.id) THEN
                PERFORM set_config('lock_timeout', old_lock_timeout, true);
                RETURN NULL; -- paused, or reserved for another
            END IF;
            NEW.term := @schema@.leader_lease_next_term(OLD.term);
            INSERT INTO @schema@.leader_lease_lock (id, term, captured_by, max_lease_ms)
            VALUES (NEW.id, NEW.term, session_user, span);
        END IF;
        PERFORM set_config('lock_timeout', old_lock_timeout, true);
        IF NEW.expires_at <= clock_timestamp() THEN
            RAISE serialization_failure USING MESSAGE = 'leader_lease: the lease ran out while its capture waited, try again';
        END IF;
        RETURN NEW;
    END $function$;

    CREATE OR REPLACE FUNCTION @schema@.leader_lease_after_update() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
    BEGIN
        IF starts_with(NEW.leader_id, '#revoked ') THEN
            PERFORM @schema@.leader_lease_note(OLD.id, OLD.term, OLD.leader_id, 'revoked');
            PERFORM @schema@.leader_lease_tell(NEW.id, NEW.term, 'revoked');
            RETURN NULL;
        END IF;
        IF NOT starts_with(OLD.leader_id, '#revoked ') THEN -- a revoked tenure has had its end
            PERFORM @schema@.leader_lease_note(OLD.id, OLD.term, OLD.leader_id, 'expired', CASE WHEN OLD.expires_at > clock_timestamp()
                THEN 'not renewed for longer than any lease; the clock of the server had been set back' END);
        END IF;
        PERFORM @schema@.leader_lease_note(NEW.id, NEW.term, NEW.leader_id, 'captured');
        PERFORM @schema@.leader_lease_tell(NEW.id, NEW.term, 'captured');
        RETURN NULL;
    END $function$;

    -- A renewal that shortens the lease, which would free it, or that makes it longer than it was or than it says, which would
    -- make it look stuck, or other metadata, or another count or beginning than its own next one.
    CREATE OR REPLACE FUNCTION @schema@.leader_lease_before_renewal() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
    DECLARE
        span BIGINT := @schema@.leader_lease_span_ms(NEW.expires_at, NEW.lease_ms);
        old_lock_timeout TEXT;
    BEGIN
        IF NEW.expires_at <= clock_timestamp() THEN
            RETURN NULL; -- its holder would not know; to take a lease back, revoke it
        END IF;
        PERFORM @schema@.leader_lease_bound_span(NEW.expires_at, NEW.lease_ms);
        PERFORM @schema@.leader_lease_demand('elector_owner', OLD.id, 'write into the lease of another');
        -- Our nodes never renew what has expired; nest-leader-election does, and so would come back on a paused lock, or on a
        -- server that does not know who has captured the lock since.
        IF OLD.expires_at <= clock_timestamp() AND (@schema@.leader_lease_holds_off(NEW.id, span) OR EXISTS (
            SELECT 1 FROM @schema@.leader_lease_lock k WHERE k.id = NEW.id
               AND @schema@.leader_lease_barred(k.paused_at, k.reserved_for, k.reserved_until, NEW.leader_id))) THEN
            RETURN NULL;
        END IF;
        old_lock_timeout := @schema@.leader_lease_bound_wait();
        UPDATE @schema@.leader_lease_lock k SET max_lease_ms = span WHERE k.id = NEW.id AND k.max_lease_ms < span;
        PERFORM set_config('lock_timeout', old_lock_timeout, true);
        RETURN NEW;
    END $function$;

    CREATE OR REPLACE FUNCTION @schema@.leader_lease_after_delete() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
    DECLARE
        over BOOLEAN := OLD.expires_at <= clock_timestamp();
    BEGIN
        IF NOT over THEN
            PERFORM @schema@.leader_lease_demand('elector_operator', OLD.id, 'release this lease');
        END IF;
        IF current_setting('elector.event', true) = 'evicted'
           AND (NOT @schema@.leader_lease_has_roles() OR pg_has_role(session_user, 'elector_operator', 'MEMBER')) THEN
            PERFORM @schema@.leader_lease_note(OLD.id, OLD.term, OLD.leader_id, 'evicted');
        ELSIF NOT starts_with(OLD.leader_id, '#revoked ') THEN
            PERFORM @schema@.leader_lease_note(OLD.id, OLD.term, OLD.leader_id, CASE WHEN over THEN 'expired' ELSE 'released' END);
        ELSIF NOT over THEN
            PERFORM @schema@.leader_lease_note(OLD.id, OLD.term, OLD.leader_id, 'acknowledged');
        END IF;
        -- Nobody need bid for a paused lock.
        PERFORM @schema@.leader_lease_tell(OLD.id, OLD.term, CASE WHEN EXISTS (
            SELECT 1 FROM @schema@.leader_lease_lock k WHERE k.id = OLD.id AND k.paused_at IS NOT NULL) THEN 'changed' ELSE 'free' END);
        RETURN NULL;
    END $function$;

    CREATE OR REPLACE FUNCTION @schema@.leader_lease_before_truncate() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
    BEGIN
        IF EXISTS (SELECT 1 FROM @schema@.leader_lease l WHERE l.expires_at > clock_timestamp()) THEN
            PERFORM @schema@.leader_lease_demand('elector_owner', NULL, 'empty the table while leases are live');
        END IF;
        -- Tombstones too, while the revoked holder may still act: from here on another can lead beside it.
        PERFORM @schema@.leader_lease_note(l.id, l.term, l.leader_id, 'truncated')
           FROM @schema@.leader_lease l WHERE NOT starts_with(l.leader_id, '#revoked ') OR l.expires_at > clock_timestamp();
        PERFORM @schema@.leader_lease_tell(l.id, l.term, 'free') FROM @schema@.leader_lease l;
        RETURN NULL;
    END $function$;
