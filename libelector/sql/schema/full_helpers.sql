    -- The version of these objects; raised whenever they change.
    CREATE OR REPLACE FUNCTION @schema@.leader_lease_version() RETURNS INT
    LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $function$ SELECT 10 $function$;

    -- Rises with each promotion of a standby.
    CREATE OR REPLACE FUNCTION @schema@.leader_lease_timeline() RETURNS BIGINT
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $function$
    BEGIN
        RETURN ('x' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8))::bit(32)::bigint;
    EXCEPTION WHEN insufficient_privilege OR undefined_function OR feature_not_supported THEN
        RETURN 1; -- some hosted servers refuse to tell
    END $function$;

    -- Another one after pg_upgrade, or after a dump was restored elsewhere.
    CREATE OR REPLACE FUNCTION @schema@.leader_lease_system() RETURNS BIGINT
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $function$
    BEGIN
        RETURN (SELECT c.system_identifier FROM pg_control_system() c);
    EXCEPTION WHEN insufficient_privilege OR undefined_function OR feature_not_supported THEN
        RETURN 0;
    END $function$;

    -- Another one after a dump was restored on the same server, or the database copied there: tables never have the number
    -- that another one had, in whichever database.
    CREATE OR REPLACE FUNCTION @schema@.leader_lease_place() RETURNS BIGINT
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $function$
        SELECT ((SELECT d.oid::bigint FROM pg_database d WHERE d.datname = current_database()) << 32)
               | '@schema@.leader_lease_server'::regclass::oid::bigint
    $function$;

    -- The next term as a plain read: no lock, no write. The timeline makes it grow over a failover that lost commits,
    -- the epoch over a new installation. Another system begins with timeline 1 again, so those before it are added.
    CREATE OR REPLACE FUNCTION @schema@.leader_lease_next_term(stored BIGINT) RETURNS BIGINT
    LANGUAGE sql VOLATILE SET search_path = pg_catalog, pg_temp AS $function$
        SELECT greatest(coalesce(stored, 0) + 1,
                        ((@schema@.leader_lease_timeline()
                          + coalesce((SELECT s.timelines_before FROM @schema@.leader_lease_server s), 0)) << 42)
                        + (extract(epoch FROM clock_timestamp()) * 1000)::bigint)
    $function$;

    -- Whether nobody may capture this lock yet: a server that took over may not know the last leases, nor may a table that was
    -- restored, so the longest one in use must have run out since it is seen. Of a lock that it does not know that is the longest of all.
    CREATE OR REPLACE FUNCTION @schema@.leader_lease_holds_off(lock_id INT, span_ms BIGINT) RETURNS BOOLEAN
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $function$
    DECLARE
        here_system BIGINT := @schema@.leader_lease_system();
        here_timeline BIGINT := @schema@.leader_lease_timeline();
        here_place BIGINT := @schema@.leader_lease_place();
        known RECORD;
    BEGIN
        SELECT s.system_identifier, s.timeline, s.place, s.since INTO known FROM @schema@.leader_lease_server s;
        IF NOT FOUND OR known.system_identifier <> here_system OR known.timeline <> here_timeline
           OR known.place <> here_place OR known.since > clock_timestamp() THEN
            INSERT INTO @schema@.leader_lease_server AS s (system_identifier, timeline, place, since)
            VALUES (here_system, here_timeline, here_place, clock_timestamp())
            ON CONFLICT (one) DO UPDATE
               SET system_identifier = EXCLUDED.system_identifier, timeline = EXCLUDED.timeline, place = EXCLUDED.place,
                   since = clock_timestamp(),
                   timelines_before = s.timelines_before
                       + CASE WHEN s.system_identifier <> EXCLUDED.system_identifier THEN s.timeline ELSE 0 END
             WHERE s.system_identifier <> EXCLUDED.system_identifier OR s.timeline <> EXCLUDED.timeline
                OR s.place <> EXCLUDED.place OR s.since > clock_timestamp();
            RETURN true;
        END IF;
        IF known.since = '-infinity' THEN
            RETURN false;
        END IF;
        RETURN clock_timestamp() < known.since + interval '1 millisecond' * greatest(span_ms, coalesce(
            (SELECT k.max_lease_ms FROM @schema@.leader_lease_lock k WHERE k.id = lock_id),
            (SELECT max(k.max_lease_ms) FROM @schema@.leader_lease_lock k)));
    END $function$;

    -- How long a lease this is, in milliseconds: as its node says, or, for nodes that do not, by what is left of it, to
    -- the next whole second. A row for ever says nothing about leases.
    CREATE OR REPLACE FUNCTION @schema@.leader_lease_span_ms(expires TIMESTAMPTZ, said BIGINT) RETURNS BIGINT
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $function$
    DECLARE
        seconds NUMERIC := 0;
    BEGIN
        IF expires < clock_timestamp() + interval '10 years' THEN
            seconds := extract(epoch FROM expires - clock_timestamp());
        END IF;
        IF said IS NULL THEN
            RETURN ceil(greatest(seconds, 0))::bigint * 1000;
        END IF;
        RETURN greatest(said, ceil(seconds * 1000)::bigint);
    END $function$;

    -- A wait behind a guard must end before the deadlock check would find it. Returns what to set back afterwards.
    CREATE OR REPLACE FUNCTION @schema@.leader_lease_bound_wait() RETURNS TEXT
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $function$
    DECLARE
        before TEXT := current_setting('lock_timeout');
        bound INTERVAL := current_setting('deadlock_timeout')::interval * 0.6;
    BEGIN
        IF before = '0' OR before::interval > bound THEN
            PERFORM set_config('lock_timeout', greatest(1, floor(extract(epoch FROM bound) * 1000))::bigint::text, true);
        END IF;
        RETURN before;
    END $function$;

    -- A node that freezes inside its transaction would keep its row locked for ever.
    CREATE OR REPLACE FUNCTION @schema@.leader_lease_bound_idle(span_ms BIGINT) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $function$
    BEGIN
        IF current_setting('idle_in_transaction_session_timeout') = '0' THEN
            PERFORM set_config('idle_in_transaction_session_timeout', least(greatest(span_ms, 1000), 60000)::text, true);
        END IF;
    END $function$;

    CREATE OR REPLACE FUNCTION @schema@.leader_lease_note(lock_id INT, lease_term BIGINT, leader TEXT, what TEXT, why TEXT DEFAULT NULL)
    RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $function$
    BEGIN
        INSERT INTO @schema@.leader_lease_history
            (id, term, leader_id, event, actor, operator_name, application, address, reason)
        VALUES (lock_id, lease_term, CASE WHEN starts_with(leader, '#revoked ') THEN substr(leader, 10) ELSE leader END, what,
                session_user, nullif(current_setting('elector.operator', true), ''),
                nullif(current_setting('application_name', true), ''), inet_client_addr(),
                coalesce(why, nullif(current_setting('elector.reason', true), '')));
    END $function$;

    -- Whether roles keep order here (roles.sql): then everything belongs to elector_owner, as whom our functions act.
    CREATE OR REPLACE FUNCTION @schema@.leader_lease_has_roles() RETURNS BOOLEAN
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $function$ SELECT current_user = 'elector_owner' $function$;

    -- Refuses who has logged in unless he is in that role, or has himself captured the lock, if one is named.
    CREATE OR REPLACE FUNCTION @schema@.leader_lease_demand(role TEXT, lock_id INT, deed TEXT) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $function$
    BEGIN
        IF NOT @schema@.leader_lease_has_roles() OR pg_has_role(session_user, role, 'MEMBER') THEN
            RETURN;
        END IF;
        -- Who was given it by name may insert a lease, so he may take over one that has run out.
        IF role = 'elector_node' AND has_table_privilege(session_user, '@schema@.leader_lease', 'INSERT') THEN
            RETURN;
        END IF;
        -- (Nobody knows who has captured a lock before there were roles.)
        IF lock_id IS NOT NULL AND coalesce((SELECT k.captured_by FROM @schema@.leader_lease_lock k WHERE k.id = lock_id),
                                            session_user) = session_user THEN
            RETURN;
        END IF;
        RAISE insufficient_privilege USING MESSAGE = format('leader_lease: role %s may not %s', session_user, deed);
    END $function$;

    -- No lease is longer than a day: whoever forgets it does not block the lock for ever.
    CREATE OR REPLACE FUNCTION @schema@.leader_lease_bound_span(expires TIMESTAMPTZ, said BIGINT) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $function$
    BEGIN
        IF expires > clock_timestamp() + interval '24 hours' OR said > 86400000 THEN
            RAISE check_violation USING MESSAGE = 'leader_lease: a lease is at most one day long';
        END IF;
    END $function$;

    -- The instance as configured: what stands before the last #, or all of it (nest-leader-election).
    CREATE OR REPLACE FUNCTION @schema@.leader_lease_instance(leader TEXT) RETURNS TEXT
    LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $function$ SELECT regexp_replace(leader, '#[^#]*$', '') $function$;

    -- Whether an operator's order keeps `leader` from capturing the lock.
    CREATE OR REPLACE FUNCTION @schema@.leader_lease_barred(paused TIMESTAMPTZ, reserved TEXT, until TIMESTAMPTZ, leader TEXT)
    RETURNS BOOLEAN LANGUAGE sql VOLATILE SET search_path = pg_catalog, pg_temp AS $function$
        SELECT paused IS NOT NULL
            OR coalesce(until > clock_timestamp() AND reserved <> @schema@.leader_lease_instance(leader), false)
    $function$;

    CREATE OR REPLACE FUNCTION @schema@.leader_lease_tell(lock_id INT, lease_term BIGINT, what TEXT)
    RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $function$
    BEGIN
        PERFORM pg_notify('@channel@', lock_id || ' ' || coalesce(lease_term, 0) || ' ' || what);
    END $function$;

    -- Part of every clean-up: the newest 100,000 entries of 90 days are kept. Returns how many went.
    CREATE OR REPLACE FUNCTION @schema@.leader_lease_prune(at_most INT) RETURNS INT
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
    DECLARE
        gone INT;
        newest BIGINT := (SELECT max(seq) FROM @schema@.leader_lease_history);
    BEGIN
        DELETE FROM @schema@.leader_lease_history h
         USING (SELECT o.seq FROM (SELECT p.seq, p.at FROM @schema@.leader_lease_history p
                                    ORDER BY p.seq LIMIT least(greatest(at_most, 0), 10000)) o
                 WHERE o.seq <= newest - 100000 OR o.at < clock_timestamp() - interval '90 days') old
         WHERE h.seq = old.seq;
        GET DIAGNOSTICS gone = ROW_COUNT;
        RETURN gone;
    END $function$;
