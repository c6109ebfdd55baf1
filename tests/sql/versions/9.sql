BEGIN;
-- SPDX-License-Identifier: MIT
-- Leader election, full level, in schema public. One transaction; may be run again; a leader_lease that already
-- stands is left as it is.
DO $elector$
DECLARE
    stranger TEXT;
    old_lock_timeout TEXT := current_setting('lock_timeout');
    old_messages TEXT := current_setting('client_min_messages');
    grantee RECORD;
    part RECORD;
BEGIN
    -- Twenty nodes may do this at once: CREATE ... IF NOT EXISTS alone would race.
    PERFORM pg_advisory_xact_lock(4382088620798913101);
    PERFORM set_config('client_min_messages', 'warning', true);
    IF current_setting('lock_timeout') = '0' THEN
        -- Who waits for the table makes everybody else wait behind him.
        PERFORM set_config('lock_timeout', '5s', true);
    END IF;
    IF NOT EXISTS (SELECT 1 FROM pg_namespace n WHERE n.nspname = 'public') THEN
        CREATE SCHEMA "public";
    END IF;
    -- A table of another shape is somebody else's: leave it alone.
    IF EXISTS (
        SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
         WHERE n.nspname = 'public' AND c.relname = 'leader_lease'
           AND (c.relkind <> 'r'
                OR (SELECT count(*) FROM pg_attribute a
                     WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                       AND (a.attname::text, format_type(a.atttypid, NULL)) IN
                           (('id', 'integer'), ('leader_id', 'text'), ('leader_id', 'character varying'),
                            ('expires_at', 'timestamp with time zone'), ('created_at', 'timestamp with time zone'))) <> 4
                OR NOT EXISTS (SELECT 1 FROM pg_index i JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
                                WHERE i.indrelid = c.oid AND i.indisprimary AND i.indnkeyatts = 1 AND a.attname = 'id')
                OR EXISTS (SELECT 1 FROM pg_attribute a
                            WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                              AND a.attname IN ('term', 'lease_ms', 'renewals', 'metadata')
                              AND (a.attname::text, format_type(a.atttypid, NULL)) NOT IN
                                  (('term', 'bigint'), ('lease_ms', 'bigint'), ('renewals', 'bigint'), ('metadata', 'text'))))
    ) OR EXISTS (
        SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
         WHERE n.nspname = 'public'
           AND (c.relname = 'leader_lease_lock'
                AND (c.relkind <> 'r'
                     OR (SELECT count(*) FROM pg_attribute a
                          WHERE a.attrelid = c.oid AND NOT a.attisdropped
                            AND (a.attname::text, format_type(a.atttypid, NULL)) IN
                                (('id', 'integer'), ('name', 'text'), ('term', 'bigint'), ('max_lease_ms', 'bigint'))) <> 4)
                OR c.relname = 'leader_lease_history'
                AND (c.relkind <> 'r'
                     OR (SELECT count(*) FROM pg_attribute a
                          WHERE a.attrelid = c.oid AND NOT a.attisdropped
                            AND a.attname IN ('seq', 'at', 'id', 'term', 'leader_id', 'event', 'actor', 'operator_name',
                                              'application', 'address', 'reason')) <> 11)
                OR c.relname = 'leader_lease_server'
                AND (c.relkind <> 'r'
                     OR (SELECT count(*) FROM pg_attribute a
                          WHERE a.attrelid = c.oid AND NOT a.attisdropped
                            AND (a.attname::text, format_type(a.atttypid, NULL)) IN
                                (('one', 'boolean'), ('system_identifier', 'bigint'), ('timeline', 'bigint'),
                                 ('since', 'timestamp with time zone'))) <> 4))
    ) THEN
        RAISE wrong_object_type USING
            MESSAGE = 'A relation leader_lease, leader_lease_lock, leader_lease_history or leader_lease_server of another shape stands in schema public.',
            HINT = 'Choose another schema, or move that relation away.';
    END IF;
    -- What a stranger owns he could change, and what he has put here already would run, with the rights of those who own the rest.
    SELECT format('%s belongs to role %s', o.what, r.rolname) INTO stranger
      FROM (SELECT format('%I.%I', n.nspname, c.relname) AS what, c.relowner AS owner, false AS acts
              FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE n.nspname = 'public' AND c.relname IN ('leader_lease_lock', 'leader_lease_history', 'leader_lease_server')
            UNION ALL
            SELECT 'function ' || p.oid::regprocedure, p.proowner, false
              FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
             WHERE n.nspname = 'public' AND starts_with(p.proname, 'leader_lease_')
            UNION ALL
            SELECT format('the function of trigger %I on %I.%I', t.tgname, n.nspname, c.relname), p.proowner, true
              FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
              JOIN pg_proc p ON p.oid = t.tgfoid
             WHERE n.nspname = 'public' AND NOT t.tgisinternal AND NOT starts_with(t.tgname, 'leader_lease_')
               AND c.relname IN ('leader_lease', 'leader_lease_lock', 'leader_lease_history', 'leader_lease_server')) o
      JOIN pg_roles r ON r.oid = o.owner
     WHERE NOT r.rolsuper AND r.rolname NOT IN (current_user, 'elector_owner')
       AND (o.acts AND (SELECT me.rolsuper FROM pg_roles me WHERE me.rolname = current_user)
            OR o.owner IS DISTINCT FROM (SELECT c.relowner FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                                          WHERE n.nspname = 'public' AND c.relname = 'leader_lease'))
     LIMIT 1;
    IF stranger IS NOT NULL THEN
        RAISE insufficient_privilege USING MESSAGE = stranger || ', who could make it do anything with the rights of others.',
            HINT = 'Drop it, or, if you trust it, give it to the owner of leader_lease (ALTER ... OWNER TO).';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                 WHERE n.nspname = 'public' AND c.relname = 'leader_lease')
 THEN
    CREATE TABLE "public".leader_lease (
        id INT PRIMARY KEY,
        leader_id TEXT NOT NULL,
        expires_at TIMESTAMPTZ NOT NULL,
        created_at TIMESTAMPTZ NOT NULL DEFAULT now(),
        CHECK (expires_at > created_at)
    );
    CREATE INDEX leader_lease_expires ON "public".leader_lease USING btree (expires_at);
    -- Nullable, without defaults to compute: what nest-leader-election inserts fits as it is.
    ALTER TABLE "public".leader_lease
        ADD COLUMN IF NOT EXISTS term BIGINT,
        ADD COLUMN IF NOT EXISTS lease_ms BIGINT,
        ADD COLUMN IF NOT EXISTS renewals BIGINT,
        ADD COLUMN IF NOT EXISTS metadata TEXT;
    -- Few rows, updated all the time: room for HOT updates, and a vacuum that never takes the table away.
    ALTER TABLE "public".leader_lease SET (fillfactor = 50, vacuum_truncate = false, autovacuum_vacuum_threshold = 500,
        autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_cost_delay = 0);

    CREATE TABLE IF NOT EXISTS "public".leader_lease_lock (
        id INT PRIMARY KEY,
        name TEXT,
        term BIGINT NOT NULL DEFAULT 0,
        max_lease_ms BIGINT NOT NULL DEFAULT 0
    ) WITH (fillfactor = 50, vacuum_truncate = false);
    -- What an operator ordered: nobody captures a paused lock; only the instance that it is reserved for, until then.
    ALTER TABLE "public".leader_lease_lock
        ADD COLUMN IF NOT EXISTS paused_at TIMESTAMPTZ,
        ADD COLUMN IF NOT EXISTS reserved_for TEXT,
        ADD COLUMN IF NOT EXISTS reserved_until TIMESTAMPTZ,
        ADD COLUMN IF NOT EXISTS order_operator TEXT,
        ADD COLUMN IF NOT EXISTS order_reason TEXT;
    -- The role that captured it last; when work under this lock last succeeded, and in which tenure.
    ALTER TABLE "public".leader_lease_lock
        ADD COLUMN IF NOT EXISTS captured_by TEXT,
        ADD COLUMN IF NOT EXISTS succeeded_at TIMESTAMPTZ,
        ADD COLUMN IF NOT EXISTS succeeded_by TEXT,
        ADD COLUMN IF NOT EXISTS succeeded_term BIGINT;
    -- Partial, so that a name is no key: whoever renames a lock need not wait for guarded work.
    CREATE UNIQUE INDEX IF NOT EXISTS leader_lease_lock_name ON "public".leader_lease_lock (name) WHERE name IS NOT NULL;
    -- Makes the term a key: to change it conflicts with the guard's FOR KEY SHARE, to change anything else does not.
    CREATE UNIQUE INDEX IF NOT EXISTS leader_lease_lock_term ON "public".leader_lease_lock (id, term);

    CREATE TABLE IF NOT EXISTS "public".leader_lease_history (
        seq BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        at TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),
        id INT NOT NULL,
        term BIGINT,
        leader_id TEXT,
        event TEXT NOT NULL,
        actor TEXT,
        operator_name TEXT,
        application TEXT,
        address INET,
        reason TEXT
    );
    CREATE INDEX IF NOT EXISTS leader_lease_history_lock ON "public".leader_lease_history (id, seq);

    -- Which server this is, and since when: one that was promoted, or restored, may lack the last leases. The first one to
    -- be known gave none away yet.
    CREATE TABLE IF NOT EXISTS "public".leader_lease_server (
        one BOOLEAN PRIMARY KEY DEFAULT true CHECK (one),
        system_identifier BIGINT NOT NULL,
        timeline BIGINT NOT NULL,
        since TIMESTAMPTZ NOT NULL
    );
    -- The timelines of the systems before this one, whose terms lie below those of this one.
    ALTER TABLE "public".leader_lease_server ADD COLUMN IF NOT EXISTS timelines_before BIGINT NOT NULL DEFAULT 0;
    -- In which table this row was written; NULL: by an earlier version.
    ALTER TABLE "public".leader_lease_server ADD COLUMN IF NOT EXISTS place BIGINT;
    -- The version of these objects; raised whenever they change.
    CREATE OR REPLACE FUNCTION "public".leader_lease_version() RETURNS INT
    LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $function$ SELECT 9 $function$;

    -- Rises with each promotion of a standby.
    CREATE OR REPLACE FUNCTION "public".leader_lease_timeline() RETURNS BIGINT
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $function$
    BEGIN
        RETURN ('x' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8))::bit(32)::bigint;
    EXCEPTION WHEN insufficient_privilege OR undefined_function OR feature_not_supported THEN
        RETURN 1; -- some hosted servers refuse to tell
    END $function$;

    -- Another one after pg_upgrade, or after a dump was restored elsewhere.
    CREATE OR REPLACE FUNCTION "public".leader_lease_system() RETURNS BIGINT
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $function$
    BEGIN
        RETURN (SELECT c.system_identifier FROM pg_control_system() c);
    EXCEPTION WHEN insufficient_privilege OR undefined_function OR feature_not_supported THEN
        RETURN 0;
    END $function$;

    -- Another one after a dump was restored on the same server, or the database copied there: tables never have the number
    -- that another one had, in whichever database.
    CREATE OR REPLACE FUNCTION "public".leader_lease_place() RETURNS BIGINT
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $function$
        SELECT ((SELECT d.oid::bigint FROM pg_database d WHERE d.datname = current_database()) << 32)
               | '"public".leader_lease_server'::regclass::oid::bigint
    $function$;

    -- The next term as a plain read: no lock, no write. The timeline makes it grow over a failover that lost commits,
    -- the epoch over a new installation. Another system begins with timeline 1 again, so those before it are added.
    CREATE OR REPLACE FUNCTION "public".leader_lease_next_term(stored BIGINT) RETURNS BIGINT
    LANGUAGE sql VOLATILE SET search_path = pg_catalog, pg_temp AS $function$
        SELECT greatest(coalesce(stored, 0) + 1,
                        (("public".leader_lease_timeline()
                          + coalesce((SELECT s.timelines_before FROM "public".leader_lease_server s), 0)) << 42)
                        + (extract(epoch FROM clock_timestamp()) * 1000)::bigint)
    $function$;

    -- Whether nobody may capture this lock yet: a server that took over may not know the last leases, nor may a table that was
    -- restored, so the longest one in use must have run out since it is seen. Of a lock that it does not know that is the longest of all.
    CREATE OR REPLACE FUNCTION "public".leader_lease_holds_off(lock_id INT, span_ms BIGINT) RETURNS BOOLEAN
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $function$
    DECLARE
        here_system BIGINT := "public".leader_lease_system();
        here_timeline BIGINT := "public".leader_lease_timeline();
        here_place BIGINT := "public".leader_lease_place();
        known RECORD;
    BEGIN
        SELECT s.system_identifier, s.timeline, s.place, s.since INTO known FROM "public".leader_lease_server s;
        IF NOT FOUND OR known.system_identifier <> here_system OR known.timeline <> here_timeline
           OR known.place <> here_place OR known.since > clock_timestamp() THEN
            INSERT INTO "public".leader_lease_server AS s (system_identifier, timeline, place, since)
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
            (SELECT k.max_lease_ms FROM "public".leader_lease_lock k WHERE k.id = lock_id),
            (SELECT max(k.max_lease_ms) FROM "public".leader_lease_lock k)));
    END $function$;

    -- How long a lease this is, in milliseconds: as its node says, or, for nodes that do not, by what is left of it, to
    -- the next whole second. A row for ever says nothing about leases.
    CREATE OR REPLACE FUNCTION "public".leader_lease_span_ms(expires TIMESTAMPTZ, said BIGINT) RETURNS BIGINT
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
    CREATE OR REPLACE FUNCTION "public".leader_lease_bound_wait() RETURNS TEXT
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
    CREATE OR REPLACE FUNCTION "public".leader_lease_bound_idle(span_ms BIGINT) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $function$
    BEGIN
        IF current_setting('idle_in_transaction_session_timeout') = '0' THEN
            PERFORM set_config('idle_in_transaction_session_timeout', least(greatest(span_ms, 1000), 60000)::text, true);
        END IF;
    END $function$;

    CREATE OR REPLACE FUNCTION "public".leader_lease_note(lock_id INT, lease_term BIGINT, leader TEXT, what TEXT, why TEXT DEFAULT NULL)
    RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $function$
    BEGIN
        INSERT INTO "public".leader_lease_history
            (id, term, leader_id, event, actor, operator_name, application, address, reason)
        VALUES (lock_id, lease_term, CASE WHEN starts_with(leader, '#revoked ') THEN substr(leader, 10) ELSE leader END, what,
                session_user, nullif(current_setting('elector.operator', true), ''),
                nullif(current_setting('application_name', true), ''), inet_client_addr(),
                coalesce(why, nullif(current_setting('elector.reason', true), '')));
    END $function$;

    -- Whether roles keep order here (roles.sql): then everything belongs to elector_owner, as whom our functions act.
    CREATE OR REPLACE FUNCTION "public".leader_lease_has_roles() RETURNS BOOLEAN
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $function$ SELECT current_user = 'elector_owner' $function$;

    -- Refuses who has logged in unless he is in that role, or has himself captured the lock, if one is named.
    CREATE OR REPLACE FUNCTION "public".leader_lease_demand(role TEXT, lock_id INT, deed TEXT) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $function$
    BEGIN
        IF NOT "public".leader_lease_has_roles() OR pg_has_role(session_user, role, 'MEMBER') THEN
            RETURN;
        END IF;
        -- (Nobody knows who has captured a lock before there were roles.)
        IF lock_id IS NOT NULL AND coalesce((SELECT k.captured_by FROM "public".leader_lease_lock k WHERE k.id = lock_id),
                                            session_user) = session_user THEN
            RETURN;
        END IF;
        RAISE insufficient_privilege USING MESSAGE = format('leader_lease: role %s may not %s', session_user, deed);
    END $function$;

    -- No lease is longer than a day: whoever forgets it does not block the lock for ever.
    CREATE OR REPLACE FUNCTION "public".leader_lease_bound_span(expires TIMESTAMPTZ, said BIGINT) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $function$
    BEGIN
        IF expires > clock_timestamp() + interval '24 hours' OR said > 86400000 THEN
            RAISE check_violation USING MESSAGE = 'leader_lease: a lease is at most one day long';
        END IF;
    END $function$;

    -- The instance as configured: what stands before the last #, or all of it (nest-leader-election).
    CREATE OR REPLACE FUNCTION "public".leader_lease_instance(leader TEXT) RETURNS TEXT
    LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $function$ SELECT regexp_replace(leader, '#[^#]*$', '') $function$;

    -- Whether an operator's order keeps `leader` from capturing the lock.
    CREATE OR REPLACE FUNCTION "public".leader_lease_barred(paused TIMESTAMPTZ, reserved TEXT, until TIMESTAMPTZ, leader TEXT)
    RETURNS BOOLEAN LANGUAGE sql VOLATILE SET search_path = pg_catalog, pg_temp AS $function$
        SELECT paused IS NOT NULL
            OR coalesce(until > clock_timestamp() AND reserved <> "public".leader_lease_instance(leader), false)
    $function$;

    CREATE OR REPLACE FUNCTION "public".leader_lease_tell(lock_id INT, lease_term BIGINT, what TEXT)
    RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $function$
    BEGIN
        PERFORM pg_notify('elector_4c9184f3', lock_id || ' ' || coalesce(lease_term, 0) || ' ' || what);
    END $function$;

    -- Part of every clean-up: the newest 100,000 entries of 90 days are kept. Returns how many went.
    CREATE OR REPLACE FUNCTION "public".leader_lease_prune(at_most INT) RETURNS INT
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
    DECLARE
        gone INT;
        newest BIGINT := (SELECT max(seq) FROM "public".leader_lease_history);
    BEGIN
        DELETE FROM "public".leader_lease_history h
         USING (SELECT o.seq FROM (SELECT p.seq, p.at FROM "public".leader_lease_history p
                                    ORDER BY p.seq LIMIT least(greatest(at_most, 0), 10000)) o
                 WHERE o.seq <= newest - 100000 OR o.at < clock_timestamp() - interval '90 days') old
         WHERE h.seq = old.seq;
        GET DIAGNOSTICS gone = ROW_COUNT;
        RETURN gone;
    END $function$;
    -- On tables that nodes have worked on already, nobody knows whether a server has just taken over.
    INSERT INTO "public".leader_lease_server (system_identifier, timeline, place, since)
    SELECT "public".leader_lease_system(), "public".leader_lease_timeline(), "public".leader_lease_place(),
           CASE WHEN EXISTS (SELECT 1 FROM "public".leader_lease_lock k WHERE k.max_lease_ms > 0) THEN clock_timestamp() ELSE '-infinity' END
    ON CONFLICT (one) DO NOTHING;
    UPDATE "public".leader_lease_server SET place = "public".leader_lease_place() WHERE place IS NULL;
    -- A bid that cannot win changes nothing and locks nothing. `elector.capture` marks bids of our own nodes for the one
    -- statement: only they take over an expired row; nest-leader-election never does.
    CREATE OR REPLACE FUNCTION "public".leader_lease_before_insert() RETURNS trigger
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
        PERFORM "public".leader_lease_bound_span(NEW.expires_at, NEW.lease_ms);
        SELECT l.leader_id, l.expires_at INTO present FROM "public".leader_lease l WHERE l.id = NEW.id;
        IF FOUND AND present.leader_id <> NEW.leader_id AND bid <> 'stuck'
           AND (bid <> 'bid' OR present.expires_at > clock_timestamp()) THEN
            RETURN NULL;
        END IF;
        SELECT k.term, k.paused_at, k.reserved_for, k.reserved_until INTO lock FROM "public".leader_lease_lock k WHERE k.id = NEW.id;
        -- (The bid of who holds the row already is a renewal; only nest-leader-election renews so.)
        IF present.leader_id IS DISTINCT FROM NEW.leader_id
           AND ("public".leader_lease_barred(lock.paused_at, lock.reserved_for, lock.reserved_until, NEW.leader_id)
                OR "public".leader_lease_holds_off(NEW.id, "public".leader_lease_span_ms(NEW.expires_at, NEW.lease_ms))) THEN
            RETURN NULL;
        END IF;
        PERFORM "public".leader_lease_bound_idle("public".leader_lease_span_ms(NEW.expires_at, NEW.lease_ms));
        NEW.term := "public".leader_lease_next_term(lock.term);
        RETURN NEW;
    END $function$;

    CREATE OR REPLACE FUNCTION "public".leader_lease_after_insert() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
    DECLARE
        old_lock_timeout TEXT := "public".leader_lease_bound_wait();
        stored INT;
    BEGIN
        -- Waits here while guarded work of the holder before goes on.
        INSERT INTO "public".leader_lease_lock AS k (id, term, captured_by, max_lease_ms)
        VALUES (NEW.id, NEW.term, session_user, "public".leader_lease_span_ms(NEW.expires_at, NEW.lease_ms))
        ON CONFLICT (id) DO UPDATE
           SET term = EXCLUDED.term, captured_by = EXCLUDED.captured_by, max_lease_ms = greatest(k.max_lease_ms, EXCLUDED.max_lease_ms),
               reserved_for = NULL, reserved_until = NULL -- it was for this capture, or is over
         WHERE k.term < EXCLUDED.term
           AND NOT "public".leader_lease_barred(k.paused_at, k.reserved_for, k.reserved_until, NEW.leader_id);
        GET DIAGNOSTICS stored = ROW_COUNT;
        PERFORM set_config('lock_timeout', old_lock_timeout, true);
        IF stored = 0 THEN
            RAISE serialization_failure USING MESSAGE = 'leader_lease: the term was taken, or the lock paused or reserved, meanwhile; try again';
        END IF;
        IF NEW.expires_at <= clock_timestamp() THEN
            RAISE serialization_failure USING MESSAGE = 'leader_lease: the lease ran out while its capture waited, try again';
        END IF;
        PERFORM "public".leader_lease_note(NEW.id, NEW.term, NEW.leader_id, 'captured');
        PERFORM "public".leader_lease_tell(NEW.id, NEW.term, 'captured');
        RETURN NULL;
    END $function$;

    -- Another holder, another term, or a tombstone.
    CREATE OR REPLACE FUNCTION "public".leader_lease_before_update() RETURNS trigger
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
            PERFORM "public".leader_lease_demand('elector_operator', OLD.id, 'take this lease back');
            NEW.term := OLD.term;
            NEW.expires_at := OLD.expires_at; -- until then the holder may act
            NEW.created_at := OLD.created_at;
            RETURN NEW;
        END IF;
        PERFORM "public".leader_lease_demand('elector_node', NULL, 'capture a lock');
        PERFORM "public".leader_lease_bound_span(NEW.expires_at, NEW.lease_ms);
        -- What one of our nodes takes for a row from before the clock was set back must be one.
        IF OLD.expires_at > clock_timestamp()
           AND (coalesce(current_setting('elector.capture', true), '') <> 'stuck' OR OLD.expires_at <= clock_timestamp() + coalesce(
                (SELECT k.max_lease_ms FROM "public".leader_lease_lock k WHERE k.id = OLD.id), 0) * interval '1 millisecond') THEN
            RAISE insufficient_privilege USING MESSAGE = format('leader_lease: lock %s is held', OLD.id);
        END IF;
        IF NEW.term IS NOT DISTINCT FROM OLD.term THEN
            -- Written by a node that does not know these columns: they tell of the holder before.
            NEW.lease_ms := NULL;
            NEW.renewals := NULL;
            NEW.metadata := NULL;
        END IF;
        span := "public".leader_lease_span_ms(NEW.expires_at, NEW.lease_ms);
        -- (A bid of ours has been through this, as an insert. But anybody may say that his is one.)
        IF "public".leader_lease_holds_off(NEW.id, span) THEN
            RETURN NULL;
        END IF;
        PERFORM "public".leader_lease_bound_idle(span);
        old_lock_timeout := "public".leader_lease_bound_wait();
        -- Waits here while guarded work of the holder before goes on.
        UPDATE "public".leader_lease_lock k
           SET term = "public".leader_lease_next_term(k.term), captured_by = session_user, max_lease_ms = greatest(k.max_lease_ms, span),
               reserved_for = NULL, reserved_until = NULL -- it was for this capture, or is over
         WHERE k.id = NEW.id
           AND NOT "public".leader_lease_barred(k.paused_at, k.reserved_for, k.reserved_until, NEW.leader_id)
        RETURNING k.term INTO NEW.term;
        IF NOT FOUND THEN
            IF EXISTS (SELECT 1 FROM "public".leader_lease_lock k WHERE k.id = NEW.id) THEN
                PERFORM set_config('lock_timeout', old_lock_timeout, true);
                RETURN NULL; -- paused, or reserved for another
            END IF;
            NEW.term := "public".leader_lease_next_term(OLD.term);
            INSERT INTO "public".leader_lease_lock (id, term, captured_by, max_lease_ms)
            VALUES (NEW.id, NEW.term, session_user, span);
        END IF;
        PERFORM set_config('lock_timeout', old_lock_timeout, true);
        IF NEW.expires_at <= clock_timestamp() THEN
            RAISE serialization_failure USING MESSAGE = 'leader_lease: the lease ran out while its capture waited, try again';
        END IF;
        RETURN NEW;
    END $function$;

    CREATE OR REPLACE FUNCTION "public".leader_lease_after_update() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
    BEGIN
        IF starts_with(NEW.leader_id, '#revoked ') THEN
            PERFORM "public".leader_lease_note(OLD.id, OLD.term, OLD.leader_id, 'revoked');
            PERFORM "public".leader_lease_tell(NEW.id, NEW.term, 'revoked');
            RETURN NULL;
        END IF;
        IF NOT starts_with(OLD.leader_id, '#revoked ') THEN -- a revoked tenure has had its end
            PERFORM "public".leader_lease_note(OLD.id, OLD.term, OLD.leader_id, 'expired', CASE WHEN OLD.expires_at > clock_timestamp()
                THEN 'not renewed for longer than any lease; the clock of the server had been set back' END);
        END IF;
        PERFORM "public".leader_lease_note(NEW.id, NEW.term, NEW.leader_id, 'captured');
        PERFORM "public".leader_lease_tell(NEW.id, NEW.term, 'captured');
        RETURN NULL;
    END $function$;

    -- A renewal that shortens the lease, which would free it, or that makes it longer than it was or than it says, which would
    -- make it look stuck, or other metadata, or another count or beginning than its own next one.
    CREATE OR REPLACE FUNCTION "public".leader_lease_before_renewal() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
    DECLARE
        span BIGINT := "public".leader_lease_span_ms(NEW.expires_at, NEW.lease_ms);
        old_lock_timeout TEXT;
    BEGIN
        IF NEW.expires_at <= clock_timestamp() THEN
            RETURN NULL; -- its holder would not know; to take a lease back, revoke it
        END IF;
        PERFORM "public".leader_lease_bound_span(NEW.expires_at, NEW.lease_ms);
        PERFORM "public".leader_lease_demand('elector_owner', OLD.id, 'write into the lease of another');
        -- Our nodes never renew what has expired; nest-leader-election does, and so would come back on a paused lock, or on a
        -- server that does not know who has captured the lock since.
        IF OLD.expires_at <= clock_timestamp() AND ("public".leader_lease_holds_off(NEW.id, span) OR EXISTS (
            SELECT 1 FROM "public".leader_lease_lock k WHERE k.id = NEW.id
               AND "public".leader_lease_barred(k.paused_at, k.reserved_for, k.reserved_until, NEW.leader_id))) THEN
            RETURN NULL;
        END IF;
        old_lock_timeout := "public".leader_lease_bound_wait();
        UPDATE "public".leader_lease_lock k SET max_lease_ms = span WHERE k.id = NEW.id AND k.max_lease_ms < span;
        PERFORM set_config('lock_timeout', old_lock_timeout, true);
        RETURN NEW;
    END $function$;

    CREATE OR REPLACE FUNCTION "public".leader_lease_after_delete() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
    DECLARE
        over BOOLEAN := OLD.expires_at <= clock_timestamp();
    BEGIN
        IF NOT over THEN
            PERFORM "public".leader_lease_demand('elector_operator', OLD.id, 'release this lease');
        END IF;
        IF current_setting('elector.event', true) = 'evicted'
           AND (NOT "public".leader_lease_has_roles() OR pg_has_role(session_user, 'elector_operator', 'MEMBER')) THEN
            PERFORM "public".leader_lease_note(OLD.id, OLD.term, OLD.leader_id, 'evicted');
        ELSIF NOT starts_with(OLD.leader_id, '#revoked ') THEN
            PERFORM "public".leader_lease_note(OLD.id, OLD.term, OLD.leader_id, CASE WHEN over THEN 'expired' ELSE 'released' END);
        ELSIF NOT over THEN
            PERFORM "public".leader_lease_note(OLD.id, OLD.term, OLD.leader_id, 'acknowledged');
        END IF;
        -- Nobody need bid for a paused lock.
        PERFORM "public".leader_lease_tell(OLD.id, OLD.term, CASE WHEN EXISTS (
            SELECT 1 FROM "public".leader_lease_lock k WHERE k.id = OLD.id AND k.paused_at IS NOT NULL) THEN 'changed' ELSE 'free' END);
        RETURN NULL;
    END $function$;

    CREATE OR REPLACE FUNCTION "public".leader_lease_before_truncate() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
    BEGIN
        IF EXISTS (SELECT 1 FROM "public".leader_lease l WHERE l.expires_at > clock_timestamp()) THEN
            PERFORM "public".leader_lease_demand('elector_owner', NULL, 'empty the table while leases are live');
        END IF;
        -- Tombstones too, while the revoked holder may still act: from here on another can lead beside it.
        PERFORM "public".leader_lease_note(l.id, l.term, l.leader_id, 'truncated')
           FROM "public".leader_lease l WHERE NOT starts_with(l.leader_id, '#revoked ') OR l.expires_at > clock_timestamp();
        PERFORM "public".leader_lease_tell(l.id, l.term, 'free') FROM "public".leader_lease l;
        RETURN NULL;
    END $function$;
    -- Called in the transaction of an application: true if `leader` holds the lock with that term, and from then on nobody
    -- takes over before this transaction ends. Waits, for less than the deadlock check, while a take-over is under
    -- way. Refused, it leaves no lock behind. Undone by ROLLBACK TO a savepoint from before: ask leader_lease_guard_held.
    CREATE OR REPLACE FUNCTION "public".leader_lease_guard(lock_id INT, leader TEXT, lease_term BIGINT) RETURNS BOOLEAN
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
    DECLARE
        old_lock_timeout TEXT := "public".leader_lease_bound_wait();
        longest BIGINT;
        idle TEXT;
    BEGIN
        BEGIN
            -- First the lock that a take-over needs, then, by a statement of its own that sees what was
            -- committed while this one waited, the lease. Nothing in leader_lease is locked.
            SELECT k.max_lease_ms INTO longest FROM "public".leader_lease_lock k
             WHERE k.id = lock_id AND k.term = lease_term FOR KEY SHARE;
            IF NOT FOUND THEN
                RAISE no_data_found;
            END IF;
            PERFORM 1 FROM "public".leader_lease l
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
    CREATE OR REPLACE FUNCTION "public".leader_lease_guard_held(lock_id INT, leader TEXT, lease_term BIGINT) RETURNS BOOLEAN
    LANGUAGE sql VOLATILE SET search_path = pg_catalog, pg_temp AS $function$
        SELECT coalesce(current_setting('elector.guard_' || replace(lock_id::text, '-', 'n'), true)
                        = pg_current_xact_id_if_assigned() || ' ' || lease_term || ' ' || leader, false)
    $function$;
    -- An operator's order for a lock: `what` is pause (nobody captures it), reserve (only `instance` does, for span_ms from the
    -- moment at which the present lease ends at the latest) or resume (neither any more). Pause revokes the holder, reserve
    -- does unless it is that instance. With `leader`, only if he holds the row, with that term if one is given; 'moved' if not.
    CREATE OR REPLACE FUNCTION "public".leader_lease_order(lock_id INT, what TEXT, instance TEXT, span_ms BIGINT, leader TEXT,
                                                           lease_term BIGINT)
    RETURNS TEXT LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
    DECLARE
        old_lock_timeout TEXT := "public".leader_lease_bound_wait();
        held RECORD;
        was_held BOOLEAN;
        is_live BOOLEAN;
        until TIMESTAMPTZ;
        lock_term BIGINT;
    BEGIN
        IF what IS NULL OR what NOT IN ('pause', 'resume', 'reserve') OR what = 'reserve' AND (coalesce(instance, '') = '' OR coalesce(span_ms, 0) <= 0 OR length(instance) > 1000) THEN
            RAISE invalid_parameter_value USING MESSAGE = 'leader_lease_order: pause, resume, or reserve for an instance and a time';
        END IF;
        PERFORM "public".leader_lease_demand('elector_operator', NULL, 'give orders for a lock');
        -- The lease first and the lock after it, as a take-over does.
        SELECT l.leader_id, l.term, l.expires_at INTO held FROM "public".leader_lease l WHERE l.id = lock_id FOR NO KEY UPDATE;
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
        INSERT INTO "public".leader_lease_lock AS k (id) VALUES (lock_id) ON CONFLICT (id) DO NOTHING;
        UPDATE "public".leader_lease_lock k
           SET paused_at = CASE what WHEN 'pause' THEN coalesce(k.paused_at, clock_timestamp()) END,
               reserved_for = CASE what WHEN 'reserve' THEN instance END, reserved_until = until,
               order_operator = CASE WHEN what <> 'resume' THEN nullif(current_setting('elector.operator', true), '') END,
               order_reason = CASE WHEN what <> 'resume' THEN nullif(current_setting('elector.reason', true), '') END
         WHERE k.id = lock_id RETURNING k.term INTO lock_term;
        PERFORM set_config('lock_timeout', old_lock_timeout, true);
        IF NOT was_held AND EXISTS (SELECT 1 FROM "public".leader_lease l WHERE l.id = lock_id) THEN
            RAISE serialization_failure USING MESSAGE = 'leader_lease: the lock was captured meanwhile, try again';
        END IF;
        PERFORM "public".leader_lease_note(lock_id, coalesce(held.term, lock_term),
            CASE what WHEN 'reserve' THEN instance ELSE held.leader_id END,
            CASE what WHEN 'pause' THEN 'paused' WHEN 'resume' THEN 'resumed' ELSE 'reserved' END);
        IF is_live AND NOT starts_with(held.leader_id, '#revoked ')
           AND (what = 'pause' OR what = 'reserve' AND "public".leader_lease_instance(held.leader_id) <> instance) THEN
            UPDATE "public".leader_lease l SET leader_id = '#revoked ' || l.leader_id WHERE l.id = lock_id;
        END IF;
        PERFORM "public".leader_lease_tell(lock_id, lock_term, CASE WHEN is_live OR what = 'pause' THEN 'changed' ELSE 'free' END);
        RETURN 'done';
    END $function$;

    -- Gives a lock a name, or takes it away (NULL). Names are unique.
    CREATE OR REPLACE FUNCTION "public".leader_lease_rename(lock_id INT, new_name TEXT) RETURNS VOID
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
    DECLARE
        old_lock_timeout TEXT := "public".leader_lease_bound_wait();
        old_name TEXT;
        lock_term BIGINT;
    BEGIN
        IF new_name IS NOT NULL AND (length(new_name) NOT BETWEEN 1 AND 100 OR new_name ~ '^[+-]?[0-9]+$'
                                     OR new_name ~ '[[:cntrl:]]' OR new_name <> btrim(new_name)) THEN
            RAISE invalid_parameter_value USING MESSAGE = 'leader_lease: a name has 1 to 100 characters, none of them a control '
                'character, no blank at its ends, and is not a number';
        END IF;
        PERFORM "public".leader_lease_demand('elector_operator', NULL, 'name a lock');
        INSERT INTO "public".leader_lease_lock AS k (id) VALUES (lock_id) ON CONFLICT (id) DO NOTHING;
        SELECT k.name, k.term INTO old_name, lock_term FROM "public".leader_lease_lock k WHERE k.id = lock_id FOR NO KEY UPDATE;
        PERFORM set_config('lock_timeout', old_lock_timeout, true);
        IF old_name IS NOT DISTINCT FROM new_name THEN
            RETURN;
        END IF;
        UPDATE "public".leader_lease_lock k SET name = new_name WHERE k.id = lock_id;
        PERFORM "public".leader_lease_note(lock_id, lock_term, NULL, 'renamed',
            format('%s -> %s', coalesce(quote_literal(old_name), 'no name'), coalesce(quote_literal(new_name), 'no name')));
        PERFORM "public".leader_lease_tell(lock_id, lock_term, 'changed');
    END $function$;
    -- Notes that the work under a lock has succeeded, for whoever holds the row in exactly that tenure (also once revoked, while
    -- the work came to its end). False if he does not any more: nobody knows, then, who has worked since.
    CREATE OR REPLACE FUNCTION "public".leader_lease_succeeded(lock_id INT, leader TEXT, lease_term BIGINT) RETURNS BOOLEAN
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
    DECLARE
        old_lock_timeout TEXT := "public".leader_lease_bound_wait();
        held RECORD;
        is_ours BOOLEAN;
    BEGIN
        PERFORM "public".leader_lease_demand('elector_owner', lock_id, 'note the success of another');
        -- The lease first and the lock after it, as a take-over does, which so finds the note or waits for it.
        -- Another's lease is not locked: it could not be renewed.
        SELECT l.expires_at INTO held FROM "public".leader_lease l
         WHERE l.id = lock_id AND l.leader_id IN (leader, '#revoked ' || leader) AND l.term = lease_term FOR NO KEY UPDATE;
        is_ours := FOUND AND held.expires_at > clock_timestamp();
        IF is_ours THEN
            UPDATE "public".leader_lease_lock k
               SET succeeded_at = clock_timestamp(), succeeded_by = leader, succeeded_term = lease_term WHERE k.id = lock_id;
        END IF;
        PERFORM set_config('lock_timeout', old_lock_timeout, true);
        RETURN coalesce(is_ours, false);
    END $function$;
    -- What nodes do, as functions, for the strict choice of roles.sql: there a node writes no table, and acts for a tenure only by the
    -- key of which its leader_id tells: `instance#SALTdigest.n`, eight signs of salt and the first sixteen of the SHA-256 of key and
    -- salt. Who reads the table learns no key, and cannot give itself the leader_id of another.
    CREATE OR REPLACE FUNCTION "public".leader_lease_proves(key TEXT, leader TEXT) RETURNS BOOLEAN
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $function$
        SELECT coalesce(length(key) >= 32 AND substr(i.name, 25) ~ '^[.][0-9]+$' AND substr(i.name, 9, 16) = translate(
                   encode(substr(sha256(convert_to(key || substr(i.name, 1, 8), 'UTF8')), 1, 12), 'base64'), '+/', '-_'), false)
          FROM (SELECT substring(leader FROM '#([^#]*)$') AS name) i
    $function$;

    CREATE OR REPLACE FUNCTION "public".leader_lease_demand_proof(key TEXT, VARIADIC leaders TEXT[]) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $function$
    BEGIN
        IF EXISTS (SELECT 1 FROM unnest(leaders) a(leader)
                    WHERE length(a.leader) > 2000 OR NOT "public".leader_lease_proves(key, a.leader)) THEN
            RAISE insufficient_privilege USING MESSAGE = 'leader_lease: this key is not that of the tenure',
                HINT = 'Nodes of an earlier version than 9 have none; nor has nest-leader-election.';
        END IF;
    END $function$;

    CREATE OR REPLACE FUNCTION "public".leader_lease_capture(lock_id INT, leader TEXT, span_ms BIGINT, latest BIGINT, without_gate BOOLEAN,
                                                             gate_key BIGINT, before_leader TEXT, before_until BIGINT, key TEXT)
    RETURNS TABLE (verdict TEXT, server_time BIGINT, holder TEXT, until BIGINT, holder_term BIGINT, longest BIGINT, is_paused BOOLEAN,
                   kept_for TEXT, kept_until BIGINT, ordered_by TEXT, ordered_why TEXT)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
    #variable_conflict use_column
    BEGIN
        PERFORM "public".leader_lease_demand_proof(key, leader);
        RETURN QUERY
WITH ask AS MATERIALIZED (
SELECT $1::int AS id, $2::text AS leader, $3::bigint AS lease_ms, $4::bigint AS not_after, $5::bool AS ungated,
$6::bigint AS gate, $7::text AS stuck_leader, $8::bigint AS stuck_at
), terms AS MATERIALIZED (
SELECT ask.*, lease_ms * interval '1 millisecond' AS lease,
timestamptz 'epoch' + not_after * interval '1 microsecond' AS deadline, clock_timestamp() AS now FROM ask
), seen AS MATERIALIZED (
SELECT l.leader_id, l.expires_at,
l.term,
coalesce(l.leader_id = t.stuck_leader AND CASE WHEN l.expires_at < timestamptz '9999-01-01 00:00:00+00' THEN (extract(epoch FROM greatest(l.expires_at, timestamptz '0001-01-01 00:00:00+00')) * 1000000)::bigint WHEN l.expires_at IS NOT NULL THEN 9223372036854775807 END = t.stuck_at, false) AS stuck
FROM "public".leader_lease l JOIN terms t ON l.id = t.id
), bid AS MATERIALIZED (
SELECT t.*, CASE WHEN t.now > t.deadline THEN 'beyond'
WHEN NOT coalesce((SELECT s.stuck OR s.expires_at <= least(t.now, t.deadline) FROM seen s), true) THEN 'held'
WHEN k.paused_at IS NOT NULL THEN 'paused'
WHEN k.reserved_until > t.now AND k.reserved_for <> regexp_replace(t.leader, '#[^#]*$', '') THEN 'reserved'
WHEN NOT (t.ungated OR pg_try_advisory_xact_lock(t.gate)) THEN 'gate'
WHEN set_config('elector.capture', CASE WHEN t.stuck_leader IS NULL THEN 'bid' ELSE 'stuck' END, true) IS NOT NULL
THEN 'bid' END AS step
FROM terms t
LEFT JOIN "public".leader_lease_lock k ON k.id = t.id
), taken AS (
INSERT INTO "public".leader_lease AS l (id, leader_id, expires_at, created_at
, lease_ms, renewals
)
SELECT b.id, b.leader, clock_timestamp() + b.lease, clock_timestamp()
, b.lease_ms, 0
FROM bid b WHERE b.step = 'bid'
ON CONFLICT (id) DO UPDATE
SET leader_id = EXCLUDED.leader_id, created_at = clock_timestamp(), expires_at = clock_timestamp() + (SELECT lease FROM terms)
, term = 0, lease_ms = EXCLUDED.lease_ms, renewals = 0, metadata = NULL
WHERE l.expires_at <= least(clock_timestamp(), (SELECT deadline FROM terms))
OR l.leader_id = (SELECT stuck_leader FROM terms) AND CASE WHEN l.expires_at < timestamptz '9999-01-01 00:00:00+00' THEN (extract(epoch FROM greatest(l.expires_at, timestamptz '0001-01-01 00:00:00+00')) * 1000000)::bigint WHEN l.expires_at IS NOT NULL THEN 9223372036854775807 END = (SELECT stuck_at FROM terms)
RETURNING l.leader_id, l.expires_at
, l.term
)
SELECT CASE WHEN w.leader_id IS NOT NULL THEN 'captured' ELSE b.step END, CASE WHEN clock_timestamp() < timestamptz '9999-01-01 00:00:00+00' THEN (extract(epoch FROM greatest(clock_timestamp(), timestamptz '0001-01-01 00:00:00+00')) * 1000000)::bigint WHEN clock_timestamp() IS NOT NULL THEN 9223372036854775807 END,
coalesce(w.leader_id, s.leader_id)::text, CASE WHEN coalesce(w.expires_at, s.expires_at) < timestamptz '9999-01-01 00:00:00+00' THEN (extract(epoch FROM greatest(coalesce(w.expires_at, s.expires_at), timestamptz '0001-01-01 00:00:00+00')) * 1000000)::bigint WHEN coalesce(w.expires_at, s.expires_at) IS NOT NULL THEN 9223372036854775807 END,
coalesce(w.term, s.term), CASE WHEN w.leader_id IS NULL THEN k.max_lease_ms ELSE greatest(k.max_lease_ms, b.lease_ms) END,
w.leader_id IS NULL AND k.paused_at IS NOT NULL, CASE WHEN w.leader_id IS NULL THEN k.reserved_for END, CASE WHEN k.reserved_until < timestamptz '9999-01-01 00:00:00+00' THEN (extract(epoch FROM greatest(k.reserved_until, timestamptz '0001-01-01 00:00:00+00')) * 1000000)::bigint WHEN k.reserved_until IS NOT NULL THEN 9223372036854775807 END,
k.order_operator, k.order_reason
FROM bid b LEFT JOIN taken w ON true LEFT JOIN seen s ON true
LEFT JOIN "public".leader_lease_lock k ON k.id = b.id;
    END $function$;

    CREATE OR REPLACE FUNCTION "public".leader_lease_capture_batch(wanted JSON, key TEXT)
    RETURNS TABLE (verdict TEXT, server_time BIGINT, holder TEXT, until BIGINT, holder_term BIGINT, longest BIGINT, is_paused BOOLEAN,
                   kept_for TEXT, kept_until BIGINT, ordered_by TEXT, ordered_why TEXT, place INT)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
    #variable_conflict use_column
    BEGIN
        PERFORM "public".leader_lease_demand_proof(key, VARIADIC ARRAY(SELECT w.leader FROM json_to_recordset(wanted) AS w(leader TEXT)));
        RETURN QUERY
WITH ask AS MATERIALIZED (
SELECT a.* FROM json_to_recordset($1::json) AS a(n int, id int, leader text, lease_ms bigint, not_after bigint, gate bigint)
), terms AS MATERIALIZED (
SELECT a.*, a.lease_ms * interval '1 millisecond' AS lease,
timestamptz 'epoch' + a.not_after * interval '1 microsecond' AS deadline, clock_timestamp() AS now
FROM ask a ORDER BY a.id
), seen AS MATERIALIZED (
SELECT l.id, l.leader_id, l.expires_at
, l.term
FROM "public".leader_lease l JOIN terms t ON l.id = t.id
), bid AS MATERIALIZED (
SELECT t.*, CASE WHEN t.now > t.deadline THEN 'beyond'
WHEN s.expires_at > least(t.now, t.deadline) THEN 'held'
WHEN k.paused_at IS NOT NULL THEN 'paused'
WHEN k.reserved_until > t.now AND k.reserved_for <> regexp_replace(t.leader, '#[^#]*$', '') THEN 'reserved'
WHEN NOT pg_try_advisory_xact_lock(t.gate) THEN 'gate'
WHEN set_config('elector.capture', 'bid', true) IS NOT NULL THEN 'bid' END AS step
FROM terms t LEFT JOIN seen s ON s.id = t.id
LEFT JOIN "public".leader_lease_lock k ON k.id = t.id
), taken AS (
INSERT INTO "public".leader_lease AS l (id, leader_id, expires_at, created_at
, lease_ms, renewals
)
SELECT b.id, b.leader, clock_timestamp() + b.lease, clock_timestamp()
, b.lease_ms, 0
FROM bid b WHERE b.step = 'bid' ORDER BY b.id
ON CONFLICT (id) DO UPDATE
SET leader_id = EXCLUDED.leader_id, created_at = clock_timestamp(),
expires_at = clock_timestamp() + (SELECT t.lease FROM terms t WHERE t.id = l.id)
, term = 0, lease_ms = EXCLUDED.lease_ms, renewals = 0, metadata = NULL
WHERE l.expires_at <= least(clock_timestamp(), (SELECT t.deadline FROM terms t WHERE t.id = l.id))
RETURNING l.id, l.leader_id, l.expires_at
, l.term
), won AS (
SELECT g.id, max(g.leader_id) AS leader_id, max(g.expires_at) AS expires_at
, max(g.term) AS term
FROM (SELECT b.id, NULL::text AS leader_id, NULL::timestamptz AS expires_at
, NULL::bigint AS term
FROM bid b UNION ALL SELECT t.* FROM taken t) g GROUP BY g.id
)
SELECT CASE WHEN w.leader_id IS NOT NULL THEN 'captured' ELSE b.step END, CASE WHEN clock_timestamp() < timestamptz '9999-01-01 00:00:00+00' THEN (extract(epoch FROM greatest(clock_timestamp(), timestamptz '0001-01-01 00:00:00+00')) * 1000000)::bigint WHEN clock_timestamp() IS NOT NULL THEN 9223372036854775807 END,
coalesce(w.leader_id, s.leader_id)::text, CASE WHEN coalesce(w.expires_at, s.expires_at) < timestamptz '9999-01-01 00:00:00+00' THEN (extract(epoch FROM greatest(coalesce(w.expires_at, s.expires_at), timestamptz '0001-01-01 00:00:00+00')) * 1000000)::bigint WHEN coalesce(w.expires_at, s.expires_at) IS NOT NULL THEN 9223372036854775807 END,
coalesce(w.term, s.term), CASE WHEN w.leader_id IS NULL THEN k.max_lease_ms ELSE greatest(k.max_lease_ms, b.lease_ms) END,
w.leader_id IS NULL AND k.paused_at IS NOT NULL, CASE WHEN w.leader_id IS NULL THEN k.reserved_for END, CASE WHEN k.reserved_until < timestamptz '9999-01-01 00:00:00+00' THEN (extract(epoch FROM greatest(k.reserved_until, timestamptz '0001-01-01 00:00:00+00')) * 1000000)::bigint WHEN k.reserved_until IS NOT NULL THEN 9223372036854775807 END,
k.order_operator, k.order_reason,
b.n
FROM bid b JOIN won w ON w.id = b.id LEFT JOIN seen s ON s.id = b.id
LEFT JOIN "public".leader_lease_lock k ON k.id = b.id;
    END $function$;

    CREATE OR REPLACE FUNCTION "public".leader_lease_renew(lock_id INT, leader TEXT, lease_term BIGINT, span_ms BIGINT, key TEXT)
    RETURNS TABLE (verdict TEXT, server_time BIGINT, holder TEXT, until BIGINT, holder_term BIGINT, longest INT)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
    #variable_conflict use_column
    BEGIN
        PERFORM "public".leader_lease_demand_proof(key, leader);
        RETURN QUERY
WITH locked AS MATERIALIZED (
SELECT l.id, l.expires_at FROM "public".leader_lease l
WHERE l.id = $1::int AND l.leader_id = $2::text
AND ($3::bigint IS NULL OR l.term = $3::bigint)
FOR NO KEY UPDATE
)
UPDATE "public".leader_lease l
SET expires_at = clock_timestamp() + $4::bigint * interval '1 millisecond', created_at = least(l.created_at, clock_timestamp())
, lease_ms = $4::bigint, renewals = coalesce(l.renewals, 0) + 1
FROM locked k WHERE l.id = k.id AND k.expires_at > clock_timestamp()
RETURNING 'renewed', CASE WHEN clock_timestamp() < timestamptz '9999-01-01 00:00:00+00' THEN (extract(epoch FROM greatest(clock_timestamp(), timestamptz '0001-01-01 00:00:00+00')) * 1000000)::bigint WHEN clock_timestamp() IS NOT NULL THEN 9223372036854775807 END, l.leader_id::text, CASE WHEN l.expires_at < timestamptz '9999-01-01 00:00:00+00' THEN (extract(epoch FROM greatest(l.expires_at, timestamptz '0001-01-01 00:00:00+00')) * 1000000)::bigint WHEN l.expires_at IS NOT NULL THEN 9223372036854775807 END,
l.term, 0;
    END $function$;

    CREATE OR REPLACE FUNCTION "public".leader_lease_renew_again(lock_id INT, leader TEXT, lease_term BIGINT, span_ms BIGINT, key TEXT)
    RETURNS TABLE (verdict TEXT, server_time BIGINT, holder TEXT, until BIGINT, holder_term BIGINT, longest BIGINT)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
    #variable_conflict use_column
    BEGIN
        PERFORM "public".leader_lease_demand_proof(key, leader);
        RETURN QUERY
WITH seen AS MATERIALIZED (
SELECT l.id, l.leader_id, l.expires_at,
l.term, l.leader_id = $2::text AND ($3::bigint IS NULL OR l.term = $3::bigint) AS ours
FROM "public".leader_lease l WHERE l.id = $1::int
), locked AS MATERIALIZED (
SELECT l.id, l.leader_id, l.expires_at
, l.term
FROM "public".leader_lease l WHERE l.id = (SELECT s.id FROM seen s WHERE s.ours) FOR NO KEY UPDATE
), renewed AS (
UPDATE "public".leader_lease l
SET expires_at = clock_timestamp() + $4::bigint * interval '1 millisecond', created_at = least(l.created_at, clock_timestamp())
, lease_ms = $4::bigint, renewals = coalesce(l.renewals, 0) + 1
FROM (SELECT k.id FROM locked k WHERE k.leader_id = $2::text AND k.expires_at > clock_timestamp()
AND ($3::bigint IS NULL OR k.term = $3::bigint)
OFFSET 0) valid WHERE l.id = valid.id
RETURNING l.expires_at
)
SELECT CASE WHEN r.expires_at IS NOT NULL THEN 'renewed' WHEN k.leader_id = $2::text
AND ($3::bigint IS NULL OR k.term = $3::bigint)
THEN 'expired' ELSE 'lost' END,
CASE WHEN clock_timestamp() < timestamptz '9999-01-01 00:00:00+00' THEN (extract(epoch FROM greatest(clock_timestamp(), timestamptz '0001-01-01 00:00:00+00')) * 1000000)::bigint WHEN clock_timestamp() IS NOT NULL THEN 9223372036854775807 END, coalesce(k.leader_id, s.leader_id)::text, CASE WHEN coalesce(r.expires_at, k.expires_at, s.expires_at) < timestamptz '9999-01-01 00:00:00+00' THEN (extract(epoch FROM greatest(coalesce(r.expires_at, k.expires_at, s.expires_at), timestamptz '0001-01-01 00:00:00+00')) * 1000000)::bigint WHEN coalesce(r.expires_at, k.expires_at, s.expires_at) IS NOT NULL THEN 9223372036854775807 END,
CASE WHEN k.id IS NULL THEN s.term ELSE k.term END, greatest((SELECT x.max_lease_ms FROM "public".leader_lease_lock x WHERE x.id = $1::int), $4::bigint)
FROM (SELECT 1) one LEFT JOIN seen s ON NOT s.ours LEFT JOIN locked k ON true LEFT JOIN renewed r ON true;
    END $function$;

    CREATE OR REPLACE FUNCTION "public".leader_lease_renew_batch(lock_ids INT[], leaders TEXT[], lease_terms BIGINT[], spans_ms BIGINT[],
                                                                 key TEXT)
    RETURNS TABLE (place BIGINT, server_time TIMESTAMPTZ, until TIMESTAMPTZ, holder_term BIGINT)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
    #variable_conflict use_column
    BEGIN
        PERFORM "public".leader_lease_demand_proof(key, VARIADIC leaders);
        RETURN QUERY
UPDATE "public".leader_lease l
SET expires_at = clock_timestamp() + v.lease_ms * interval '1 millisecond', created_at = least(l.created_at, clock_timestamp())
, lease_ms = v.lease_ms, renewals = coalesce(l.renewals, 0) + 1
FROM (SELECT a.n, k.id, k.expires_at, a.lease_ms
FROM unnest($1::int[], $2::text[], $3::bigint[], $4::bigint[]) WITH ORDINALITY AS a(id, leader, term, lease_ms, n)
JOIN "public".leader_lease k ON k.id = a.id AND k.leader_id = a.leader
AND (a.term IS NULL OR k.term = a.term)
OFFSET 0 FOR NO KEY UPDATE OF k SKIP LOCKED) v
WHERE l.id = v.id AND v.expires_at > clock_timestamp()
RETURNING v.n, clock_timestamp(), l.expires_at,
l.term;
    END $function$;

    CREATE OR REPLACE FUNCTION "public".leader_lease_renew_batch_again(wanted JSON, key TEXT)
    RETURNS TABLE (verdict TEXT, server_time BIGINT, holder TEXT, until BIGINT, holder_term BIGINT, longest BIGINT, place INT)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
    #variable_conflict use_column
    BEGIN
        PERFORM "public".leader_lease_demand_proof(key, VARIADIC ARRAY(SELECT w.leader FROM json_to_recordset(wanted) AS w(leader TEXT)));
        RETURN QUERY
WITH ask AS MATERIALIZED (
SELECT a.* FROM json_to_recordset($1::json) AS a(n int, id int, leader text, term bigint, lease_ms bigint)
), locked AS MATERIALIZED (
SELECT a.n, l.id, l.expires_at, a.lease_ms FROM "public".leader_lease l JOIN ask a ON l.id = a.id AND l.leader_id = a.leader
AND (a.term IS NULL OR l.term = a.term)
ORDER BY l.id FOR NO KEY UPDATE OF l SKIP LOCKED
), valid AS MATERIALIZED (
SELECT k.n, k.id, k.lease_ms FROM locked k WHERE k.expires_at > clock_timestamp()
), renewed AS (
UPDATE "public".leader_lease l
SET expires_at = clock_timestamp() + v.lease_ms * interval '1 millisecond', created_at = least(l.created_at, clock_timestamp())
, lease_ms = v.lease_ms, renewals = coalesce(l.renewals, 0) + 1
FROM valid v WHERE l.id = v.id
RETURNING v.n, l.expires_at
), reached AS (
SELECT s.n, max(s.step) AS step, max(s.expires_at) AS expires_at
FROM (SELECT a.n, 0 AS step, NULL::timestamptz AS expires_at FROM ask a
UNION ALL SELECT k.n, 1, NULL FROM locked k
UNION ALL SELECT r.n, 2, r.expires_at FROM renewed r) s GROUP BY s.n
), answers AS MATERIALIZED (
SELECT a.n, a.id, a.lease_ms, CASE WHEN s.step = 2 THEN 'renewed' WHEN s.step = 1 THEN 'expired'
WHEN l.leader_id = a.leader AND (a.term IS NULL OR l.term = a.term) THEN 'busy' ELSE 'lost' END AS verdict,
l.term,
l.leader_id, coalesce(s.expires_at, l.expires_at) AS expires_at
FROM ask a JOIN reached s ON s.n = a.n LEFT JOIN "public".leader_lease l ON l.id = a.id
)
SELECT a.verdict, CASE WHEN clock_timestamp() < timestamptz '9999-01-01 00:00:00+00' THEN (extract(epoch FROM greatest(clock_timestamp(), timestamptz '0001-01-01 00:00:00+00')) * 1000000)::bigint WHEN clock_timestamp() IS NOT NULL THEN 9223372036854775807 END, a.leader_id::text, CASE WHEN a.expires_at < timestamptz '9999-01-01 00:00:00+00' THEN (extract(epoch FROM greatest(a.expires_at, timestamptz '0001-01-01 00:00:00+00')) * 1000000)::bigint WHEN a.expires_at IS NOT NULL THEN 9223372036854775807 END,
a.term, greatest(x.max_lease_ms, a.lease_ms),
a.n
FROM answers a
LEFT JOIN "public".leader_lease_lock x ON x.id = a.id
ORDER BY a.n;
    END $function$;

    CREATE OR REPLACE FUNCTION "public".leader_lease_release(lock_id INT, leader TEXT, lease_term BIGINT, key TEXT)
    RETURNS TABLE (verdict TEXT, server_time BIGINT, holder TEXT, until BIGINT, holder_term BIGINT, longest INT)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
    #variable_conflict use_column
    BEGIN
        PERFORM "public".leader_lease_demand_proof(key, leader);
        RETURN QUERY
WITH ask AS MATERIALIZED (
SELECT $1::int AS id, $2::text AS leader, $3::bigint AS term
), gone AS (
DELETE FROM "public".leader_lease l USING ask
WHERE l.id = ask.id AND l.leader_id IN (ask.leader, '#revoked ' || ask.leader)
AND (ask.term IS NULL OR l.term = ask.term)
RETURNING l.id
)
SELECT CASE WHEN g.id IS NULL THEN 'nothing' ELSE 'released' END, CASE WHEN clock_timestamp() < timestamptz '9999-01-01 00:00:00+00' THEN (extract(epoch FROM greatest(clock_timestamp(), timestamptz '0001-01-01 00:00:00+00')) * 1000000)::bigint WHEN clock_timestamp() IS NOT NULL THEN 9223372036854775807 END,
NULL::text, NULL::bigint, NULL::bigint, 0
FROM ask LEFT JOIN gone g ON true;
    END $function$;

    CREATE OR REPLACE FUNCTION "public".leader_lease_release_batch(lock_ids INT[], leaders TEXT[], lease_terms BIGINT[], key TEXT)
    RETURNS TABLE (place BIGINT, server_time TIMESTAMPTZ)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
    #variable_conflict use_column
    BEGIN
        PERFORM "public".leader_lease_demand_proof(key, VARIADIC leaders);
        RETURN QUERY
DELETE FROM "public".leader_lease l
USING (SELECT a.n, k.id
FROM unnest($1::int[], $2::text[], $3::bigint[]) WITH ORDINALITY AS a(id, leader, term, n)
JOIN "public".leader_lease k ON k.id = a.id AND k.leader_id IN (a.leader, '#revoked ' || a.leader)
AND (a.term IS NULL OR k.term = a.term)
OFFSET 0 FOR UPDATE OF k SKIP LOCKED) v
WHERE l.id = v.id
RETURNING v.n, clock_timestamp();
    END $function$;

    CREATE OR REPLACE FUNCTION "public".leader_lease_publish(lock_id INT, leader TEXT, lease_term BIGINT, published TEXT, key TEXT)
    RETURNS TABLE (verdict TEXT, server_time BIGINT, holder TEXT, until BIGINT, holder_term BIGINT, longest INT)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
    #variable_conflict use_column
    BEGIN
        PERFORM "public".leader_lease_demand_proof(key, leader);
        IF octet_length(published) > 8000 THEN
            RAISE check_violation USING MESSAGE = 'leader_lease: a leader publishes 8000 bytes at most';
        END IF;
        RETURN QUERY
WITH ask AS MATERIALIZED (
SELECT $1::int AS id, $2::text AS leader, $3::bigint AS term, $4::text AS metadata
), done AS (
UPDATE "public".leader_lease l SET metadata = ask.metadata FROM ask
WHERE l.id = ask.id AND l.leader_id = ask.leader AND (ask.term IS NULL OR l.term = ask.term)
RETURNING l.leader_id, l.expires_at, l.term
)
SELECT CASE WHEN d.leader_id IS NULL THEN 'lost' ELSE 'renewed' END, CASE WHEN clock_timestamp() < timestamptz '9999-01-01 00:00:00+00' THEN (extract(epoch FROM greatest(clock_timestamp(), timestamptz '0001-01-01 00:00:00+00')) * 1000000)::bigint WHEN clock_timestamp() IS NOT NULL THEN 9223372036854775807 END, d.leader_id::text, CASE WHEN d.expires_at < timestamptz '9999-01-01 00:00:00+00' THEN (extract(epoch FROM greatest(d.expires_at, timestamptz '0001-01-01 00:00:00+00')) * 1000000)::bigint WHEN d.expires_at IS NOT NULL THEN 9223372036854775807 END, d.term, 0
FROM ask LEFT JOIN done d ON true;
    END $function$;

    CREATE OR REPLACE FUNCTION "public".leader_lease_note_success(lock_id INT, leader TEXT, lease_term BIGINT, key TEXT) RETURNS BOOLEAN
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
    BEGIN
        PERFORM "public".leader_lease_demand_proof(key, leader);
        RETURN "public".leader_lease_succeeded(lock_id, leader, lease_term);
    END $function$;

    -- Of what has run out, whose it was; hence no key.
    CREATE OR REPLACE FUNCTION "public".leader_lease_clean_up(at_most INT, latest BIGINT)
    RETURNS TABLE (verdict TEXT, server_time BIGINT, holder TEXT, until BIGINT, holder_term BIGINT, longest INT, gone BIGINT, pruned INT)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
    #variable_conflict use_column
    BEGIN
        RETURN QUERY
WITH ask AS MATERIALIZED (
SELECT $1::int AS at_most, $2::bigint AS not_after
), terms AS MATERIALIZED (
SELECT at_most, clock_timestamp() AS now, timestamptz 'epoch' + not_after * interval '1 microsecond' AS deadline FROM ask
), stale AS MATERIALIZED (
SELECT l.id FROM "public".leader_lease l
WHERE l.expires_at < (SELECT CASE WHEN now > deadline THEN '-infinity' ELSE least(now, deadline) - interval '5 s' END FROM terms)
LIMIT (SELECT at_most FROM terms) FOR UPDATE SKIP LOCKED
), gone AS (
DELETE FROM "public".leader_lease l USING stale, terms t
WHERE l.id = stale.id AND l.expires_at < least(clock_timestamp(), t.deadline) - interval '5 s'
RETURNING l.id
), number AS MATERIALIZED (
SELECT count(*) AS gone FROM gone
)
SELECT CASE WHEN t.now > t.deadline THEN 'beyond' ELSE 'cleaned' END, CASE WHEN clock_timestamp() < timestamptz '9999-01-01 00:00:00+00' THEN (extract(epoch FROM greatest(clock_timestamp(), timestamptz '0001-01-01 00:00:00+00')) * 1000000)::bigint WHEN clock_timestamp() IS NOT NULL THEN 9223372036854775807 END,
NULL::text, NULL::bigint, NULL::bigint, 0, number.gone,
"public".leader_lease_prune(t.at_most)
FROM terms t, number;
    END $function$;
    CREATE TRIGGER leader_lease_before_insert BEFORE INSERT ON "public".leader_lease
        FOR EACH ROW EXECUTE FUNCTION "public".leader_lease_before_insert();
    CREATE TRIGGER leader_lease_after_insert AFTER INSERT ON "public".leader_lease
        FOR EACH ROW EXECUTE FUNCTION "public".leader_lease_after_insert();
    CREATE TRIGGER leader_lease_before_update BEFORE UPDATE ON "public".leader_lease FOR EACH ROW
        WHEN (OLD.leader_id IS DISTINCT FROM NEW.leader_id OR OLD.term IS DISTINCT FROM NEW.term OR OLD.id IS DISTINCT FROM NEW.id)
        EXECUTE FUNCTION "public".leader_lease_before_update();
    CREATE TRIGGER leader_lease_after_update AFTER UPDATE ON "public".leader_lease FOR EACH ROW
        WHEN (OLD.leader_id IS DISTINCT FROM NEW.leader_id OR OLD.term IS DISTINCT FROM NEW.term)
        EXECUTE FUNCTION "public".leader_lease_after_update();
    CREATE TRIGGER leader_lease_before_renewal BEFORE UPDATE ON "public".leader_lease FOR EACH ROW
        WHEN (OLD.leader_id = NEW.leader_id AND OLD.term IS NOT DISTINCT FROM NEW.term
              AND (NEW.lease_ms > coalesce(OLD.lease_ms, 0) OR OLD.expires_at <= clock_timestamp() OR NEW.expires_at < OLD.expires_at
                   OR NEW.expires_at > clock_timestamp() + coalesce(NEW.lease_ms, 0) * interval '1 millisecond'
                   OR NEW.expires_at > clock_timestamp() + interval '24 hours' OR NEW.metadata IS DISTINCT FROM OLD.metadata
                   OR NEW.created_at <> OLD.created_at
                   OR NEW.renewals IS DISTINCT FROM OLD.renewals AND NEW.renewals IS DISTINCT FROM coalesce(OLD.renewals, 0) + 1))
        EXECUTE FUNCTION "public".leader_lease_before_renewal();
    CREATE TRIGGER leader_lease_after_delete AFTER DELETE ON "public".leader_lease
        FOR EACH ROW EXECUTE FUNCTION "public".leader_lease_after_delete();
    CREATE TRIGGER leader_lease_before_truncate BEFORE TRUNCATE ON "public".leader_lease
        FOR EACH STATEMENT EXECUTE FUNCTION "public".leader_lease_before_truncate();

    -- A session with session_replication_role = replica would skip them.
    ALTER TABLE "public".leader_lease
        ENABLE ALWAYS TRIGGER leader_lease_before_insert,
        ENABLE ALWAYS TRIGGER leader_lease_after_insert,
        ENABLE ALWAYS TRIGGER leader_lease_before_update,
        ENABLE ALWAYS TRIGGER leader_lease_after_update,
        ENABLE ALWAYS TRIGGER leader_lease_before_renewal,
        ENABLE ALWAYS TRIGGER leader_lease_after_delete,
        ENABLE ALWAYS TRIGGER leader_lease_before_truncate;
    REVOKE ALL ON FUNCTION
        "public".leader_lease_capture(INT, TEXT, BIGINT, BIGINT, BOOLEAN, BIGINT, TEXT, BIGINT, TEXT),
        "public".leader_lease_capture_batch(JSON, TEXT), "public".leader_lease_renew(INT, TEXT, BIGINT, BIGINT, TEXT),
        "public".leader_lease_renew_again(INT, TEXT, BIGINT, BIGINT, TEXT),
        "public".leader_lease_renew_batch(INT[], TEXT[], BIGINT[], BIGINT[], TEXT), "public".leader_lease_renew_batch_again(JSON, TEXT),
        "public".leader_lease_release(INT, TEXT, BIGINT, TEXT), "public".leader_lease_release_batch(INT[], TEXT[], BIGINT[], TEXT),
        "public".leader_lease_publish(INT, TEXT, BIGINT, TEXT, TEXT), "public".leader_lease_note_success(INT, TEXT, BIGINT, TEXT),
        "public".leader_lease_clean_up(INT, BIGINT),
        "public".leader_lease_demand_proof(TEXT, TEXT[]), "public".leader_lease_proves(TEXT, TEXT),
        "public".leader_lease_demand(TEXT, INT, TEXT), "public".leader_lease_bound_span(TIMESTAMPTZ, BIGINT),
        "public".leader_lease_has_roles(), "public".leader_lease_next_term(BIGINT), "public".leader_lease_holds_off(INT, BIGINT),
        "public".leader_lease_timeline(), "public".leader_lease_system(), "public".leader_lease_place(), "public".leader_lease_span_ms(TIMESTAMPTZ, BIGINT),
        "public".leader_lease_bound_wait(), "public".leader_lease_bound_idle(BIGINT),
        "public".leader_lease_note(INT, BIGINT, TEXT, TEXT, TEXT), "public".leader_lease_tell(INT, BIGINT, TEXT),
        "public".leader_lease_prune(INT), "public".leader_lease_before_insert(), "public".leader_lease_after_insert(),
        "public".leader_lease_before_update(), "public".leader_lease_after_update(), "public".leader_lease_before_renewal(),
        "public".leader_lease_after_delete(), "public".leader_lease_before_truncate(),
        "public".leader_lease_guard(INT, TEXT, BIGINT), "public".leader_lease_guard_held(INT, TEXT, BIGINT),
        "public".leader_lease_order(INT, TEXT, TEXT, BIGINT, TEXT, BIGINT), "public".leader_lease_rename(INT, TEXT),
        "public".leader_lease_succeeded(INT, TEXT, BIGINT), "public".leader_lease_barred(TIMESTAMPTZ, TEXT, TIMESTAMPTZ, TEXT), "public".leader_lease_instance(TEXT)
    FROM PUBLIC;
    -- Who may read the leases may read the terms; who may write leases is a node, and may guard and clean up.
    FOR grantee IN
        SELECT CASE WHEN x.grantee = 0 THEN 'PUBLIC' ELSE quote_ident(r.rolname) END AS name,
               bool_or(x.privilege_type IN ('INSERT', 'UPDATE')) AS node
          FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
         CROSS JOIN LATERAL aclexplode(c.relacl) x LEFT JOIN pg_roles r ON r.oid = x.grantee
         WHERE n.nspname = 'public' AND c.relname = 'leader_lease' AND x.grantee <> c.relowner
           AND x.privilege_type IN ('SELECT', 'INSERT', 'UPDATE') AND (x.grantee = 0 OR r.rolname IS NOT NULL)
         GROUP BY 1
    LOOP
        EXECUTE 'GRANT SELECT ON "public".leader_lease_lock, "public".leader_lease_history, "public".leader_lease_server TO ' || grantee.name;
        IF grantee.node THEN
            EXECUTE 'GRANT EXECUTE ON FUNCTION "public".leader_lease_guard(INT, TEXT, BIGINT), '
                 || '"public".leader_lease_guard_held(INT, TEXT, BIGINT), "public".leader_lease_prune(INT), '
                 || '"public".leader_lease_order(INT, TEXT, TEXT, BIGINT, TEXT, BIGINT), "public".leader_lease_rename(INT, TEXT), '
                 || '"public".leader_lease_succeeded(INT, TEXT, BIGINT) TO ' || grantee.name;
        END IF;
    END LOOP;
    -- All of it belongs to whom leader_lease does: what runs with the rights of its owner must not call what another can change.
    FOR part IN
        SELECT o.what, pg_get_userbyid(t.relowner) AS owner
          FROM pg_class t JOIN pg_namespace n ON n.oid = t.relnamespace
          JOIN (SELECT c.relnamespace AS space, format('TABLE %s', c.oid::regclass) AS what, c.relowner AS owner FROM pg_class c
                 WHERE c.relname IN ('leader_lease_lock', 'leader_lease_history', 'leader_lease_server')
                UNION ALL
                SELECT p.pronamespace, format('FUNCTION %s', p.oid::regprocedure), p.proowner FROM pg_proc p
                 WHERE starts_with(p.proname, 'leader_lease_')) o ON o.space = n.oid
         WHERE n.nspname = 'public' AND t.relname = 'leader_lease' AND o.owner <> t.relowner
    LOOP
        EXECUTE format('ALTER %s OWNER TO %I', part.what, part.owner);
    END LOOP;
    END IF;
    PERFORM set_config('lock_timeout', old_lock_timeout, true);
    PERFORM set_config('client_min_messages', old_messages, true);
END $elector$;
-- SPDX-License-Identifier: MIT
-- Makes a plain leader_lease in schema public full, or brings a full one up to date. One transaction; may be run
-- again; nodes go on running.
DO $elector$
DECLARE
    stranger TEXT;
    old_lock_timeout TEXT := current_setting('lock_timeout');
    old_messages TEXT := current_setting('client_min_messages');
    grantee RECORD;
    part RECORD;
    by_functions BOOLEAN;
BEGIN
    -- Twenty nodes may do this at once: CREATE ... IF NOT EXISTS alone would race.
    PERFORM pg_advisory_xact_lock(4382088620798913101);
    PERFORM set_config('client_min_messages', 'warning', true);
    IF current_setting('lock_timeout') = '0' THEN
        -- Who waits for the table makes everybody else wait behind him.
        PERFORM set_config('lock_timeout', '5s', true);
    END IF;
    by_functions := EXISTS (
        SELECT 1 FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace CROSS JOIN LATERAL aclexplode(p.proacl) x
          JOIN pg_roles r ON r.oid = x.grantee
         WHERE n.nspname = 'public' AND p.proname = 'leader_lease_capture' AND r.rolname = 'elector_node');
    -- A table of another shape is somebody else's: leave it alone.
    IF EXISTS (
        SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
         WHERE n.nspname = 'public' AND c.relname = 'leader_lease'
           AND (c.relkind <> 'r'
                OR (SELECT count(*) FROM pg_attribute a
                     WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                       AND (a.attname::text, format_type(a.atttypid, NULL)) IN
                           (('id', 'integer'), ('leader_id', 'text'), ('leader_id', 'character varying'),
                            ('expires_at', 'timestamp with time zone'), ('created_at', 'timestamp with time zone'))) <> 4
                OR NOT EXISTS (SELECT 1 FROM pg_index i JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
                                WHERE i.indrelid = c.oid AND i.indisprimary AND i.indnkeyatts = 1 AND a.attname = 'id')
                OR EXISTS (SELECT 1 FROM pg_attribute a
                            WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                              AND a.attname IN ('term', 'lease_ms', 'renewals', 'metadata')
                              AND (a.attname::text, format_type(a.atttypid, NULL)) NOT IN
                                  (('term', 'bigint'), ('lease_ms', 'bigint'), ('renewals', 'bigint'), ('metadata', 'text'))))
    ) OR EXISTS (
        SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
         WHERE n.nspname = 'public'
           AND (c.relname = 'leader_lease_lock'
                AND (c.relkind <> 'r'
                     OR (SELECT count(*) FROM pg_attribute a
                          WHERE a.attrelid = c.oid AND NOT a.attisdropped
                            AND (a.attname::text, format_type(a.atttypid, NULL)) IN
                                (('id', 'integer'), ('name', 'text'), ('term', 'bigint'), ('max_lease_ms', 'bigint'))) <> 4)
                OR c.relname = 'leader_lease_history'
                AND (c.relkind <> 'r'
                     OR (SELECT count(*) FROM pg_attribute a
                          WHERE a.attrelid = c.oid AND NOT a.attisdropped
                            AND a.attname IN ('seq', 'at', 'id', 'term', 'leader_id', 'event', 'actor', 'operator_name',
                                              'application', 'address', 'reason')) <> 11)
                OR c.relname = 'leader_lease_server'
                AND (c.relkind <> 'r'
                     OR (SELECT count(*) FROM pg_attribute a
                          WHERE a.attrelid = c.oid AND NOT a.attisdropped
                            AND (a.attname::text, format_type(a.atttypid, NULL)) IN
                                (('one', 'boolean'), ('system_identifier', 'bigint'), ('timeline', 'bigint'),
                                 ('since', 'timestamp with time zone'))) <> 4))
    ) THEN
        RAISE wrong_object_type USING
            MESSAGE = 'A relation leader_lease, leader_lease_lock, leader_lease_history or leader_lease_server of another shape stands in schema public.',
            HINT = 'Choose another schema, or move that relation away.';
    END IF;
    -- What a stranger owns he could change, and what he has put here already would run, with the rights of those who own the rest.
    SELECT format('%s belongs to role %s', o.what, r.rolname) INTO stranger
      FROM (SELECT format('%I.%I', n.nspname, c.relname) AS what, c.relowner AS owner, false AS acts
              FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE n.nspname = 'public' AND c.relname IN ('leader_lease_lock', 'leader_lease_history', 'leader_lease_server')
            UNION ALL
            SELECT 'function ' || p.oid::regprocedure, p.proowner, false
              FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
             WHERE n.nspname = 'public' AND starts_with(p.proname, 'leader_lease_')
            UNION ALL
            SELECT format('the function of trigger %I on %I.%I', t.tgname, n.nspname, c.relname), p.proowner, true
              FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
              JOIN pg_proc p ON p.oid = t.tgfoid
             WHERE n.nspname = 'public' AND NOT t.tgisinternal AND NOT starts_with(t.tgname, 'leader_lease_')
               AND c.relname IN ('leader_lease', 'leader_lease_lock', 'leader_lease_history', 'leader_lease_server')) o
      JOIN pg_roles r ON r.oid = o.owner
     WHERE NOT r.rolsuper AND r.rolname NOT IN (current_user, 'elector_owner')
       AND (o.acts AND (SELECT me.rolsuper FROM pg_roles me WHERE me.rolname = current_user)
            OR o.owner IS DISTINCT FROM (SELECT c.relowner FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                                          WHERE n.nspname = 'public' AND c.relname = 'leader_lease'))
     LIMIT 1;
    IF stranger IS NOT NULL THEN
        RAISE insufficient_privilege USING MESSAGE = stranger || ', who could make it do anything with the rights of others.',
            HINT = 'Drop it, or, if you trust it, give it to the owner of leader_lease (ALTER ... OWNER TO).';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                 WHERE n.nspname = 'public' AND c.relname = 'leader_lease')
 THEN
        RAISE undefined_table USING MESSAGE = 'There is no table leader_lease in schema public.',
            HINT = 'Install it instead.';
    END IF;
    LOCK TABLE "public".leader_lease IN ACCESS EXCLUSIVE MODE;
    DROP TRIGGER IF EXISTS leader_lease_before_insert ON "public".leader_lease;
    DROP TRIGGER IF EXISTS leader_lease_after_insert ON "public".leader_lease;
    DROP TRIGGER IF EXISTS leader_lease_before_update ON "public".leader_lease;
    DROP TRIGGER IF EXISTS leader_lease_after_update ON "public".leader_lease;
    DROP TRIGGER IF EXISTS leader_lease_before_renewal ON "public".leader_lease;
    DROP TRIGGER IF EXISTS leader_lease_after_delete ON "public".leader_lease;
    DROP TRIGGER IF EXISTS leader_lease_before_truncate ON "public".leader_lease;
    -- Nullable, without defaults to compute: what nest-leader-election inserts fits as it is.
    ALTER TABLE "public".leader_lease
        ADD COLUMN IF NOT EXISTS term BIGINT,
        ADD COLUMN IF NOT EXISTS lease_ms BIGINT,
        ADD COLUMN IF NOT EXISTS renewals BIGINT,
        ADD COLUMN IF NOT EXISTS metadata TEXT;
    -- Few rows, updated all the time: room for HOT updates, and a vacuum that never takes the table away.
    ALTER TABLE "public".leader_lease SET (fillfactor = 50, vacuum_truncate = false, autovacuum_vacuum_threshold = 500,
        autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_cost_delay = 0);

    CREATE TABLE IF NOT EXISTS "public".leader_lease_lock (
        id INT PRIMARY KEY,
        name TEXT,
        term BIGINT NOT NULL DEFAULT 0,
        max_lease_ms BIGINT NOT NULL DEFAULT 0
    ) WITH (fillfactor = 50, vacuum_truncate = false);
    -- What an operator ordered: nobody captures a paused lock; only the instance that it is reserved for, until then.
    ALTER TABLE "public".leader_lease_lock
        ADD COLUMN IF NOT EXISTS paused_at TIMESTAMPTZ,
        ADD COLUMN IF NOT EXISTS reserved_for TEXT,
        ADD COLUMN IF NOT EXISTS reserved_until TIMESTAMPTZ,
        ADD COLUMN IF NOT EXISTS order_operator TEXT,
        ADD COLUMN IF NOT EXISTS order_reason TEXT;
    -- The role that captured it last; when work under this lock last succeeded, and in which tenure.
    ALTER TABLE "public".leader_lease_lock
        ADD COLUMN IF NOT EXISTS captured_by TEXT,
        ADD COLUMN IF NOT EXISTS succeeded_at TIMESTAMPTZ,
        ADD COLUMN IF NOT EXISTS succeeded_by TEXT,
        ADD COLUMN IF NOT EXISTS succeeded_term BIGINT;
    -- Partial, so that a name is no key: whoever renames a lock need not wait for guarded work.
    CREATE UNIQUE INDEX IF NOT EXISTS leader_lease_lock_name ON "public".leader_lease_lock (name) WHERE name IS NOT NULL;
    -- Makes the term a key: to change it conflicts with the guard's FOR KEY SHARE, to change anything else does not.
    CREATE UNIQUE INDEX IF NOT EXISTS leader_lease_lock_term ON "public".leader_lease_lock (id, term);

    CREATE TABLE IF NOT EXISTS "public".leader_lease_history (
        seq BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        at TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),
        id INT NOT NULL,
        term BIGINT,
        leader_id TEXT,
        event TEXT NOT NULL,
        actor TEXT,
        operator_name TEXT,
        application TEXT,
        address INET,
        reason TEXT
    );
    CREATE INDEX IF NOT EXISTS leader_lease_history_lock ON "public".leader_lease_history (id, seq);

    -- Which server this is, and since when: one that was promoted, or restored, may lack the last leases. The first one to
    -- be known gave none away yet.
    CREATE TABLE IF NOT EXISTS "public".leader_lease_server (
        one BOOLEAN PRIMARY KEY DEFAULT true CHECK (one),
        system_identifier BIGINT NOT NULL,
        timeline BIGINT NOT NULL,
        since TIMESTAMPTZ NOT NULL
    );
    -- The timelines of the systems before this one, whose terms lie below those of this one.
    ALTER TABLE "public".leader_lease_server ADD COLUMN IF NOT EXISTS timelines_before BIGINT NOT NULL DEFAULT 0;
    -- In which table this row was written; NULL: by an earlier version.
    ALTER TABLE "public".leader_lease_server ADD COLUMN IF NOT EXISTS place BIGINT;
    -- The version of these objects; raised whenever they change.
    CREATE OR REPLACE FUNCTION "public".leader_lease_version() RETURNS INT
    LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $function$ SELECT 9 $function$;

    -- Rises with each promotion of a standby.
    CREATE OR REPLACE FUNCTION "public".leader_lease_timeline() RETURNS BIGINT
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $function$
    BEGIN
        RETURN ('x' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8))::bit(32)::bigint;
    EXCEPTION WHEN insufficient_privilege OR undefined_function OR feature_not_supported THEN
        RETURN 1; -- some hosted servers refuse to tell
    END $function$;

    -- Another one after pg_upgrade, or after a dump was restored elsewhere.
    CREATE OR REPLACE FUNCTION "public".leader_lease_system() RETURNS BIGINT
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $function$
    BEGIN
        RETURN (SELECT c.system_identifier FROM pg_control_system() c);
    EXCEPTION WHEN insufficient_privilege OR undefined_function OR feature_not_supported THEN
        RETURN 0;
    END $function$;

    -- Another one after a dump was restored on the same server, or the database copied there: tables never have the number
    -- that another one had, in whichever database.
    CREATE OR REPLACE FUNCTION "public".leader_lease_place() RETURNS BIGINT
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $function$
        SELECT ((SELECT d.oid::bigint FROM pg_database d WHERE d.datname = current_database()) << 32)
               | '"public".leader_lease_server'::regclass::oid::bigint
    $function$;

    -- The next term as a plain read: no lock, no write. The timeline makes it grow over a failover that lost commits,
    -- the epoch over a new installation. Another system begins with timeline 1 again, so those before it are added.
    CREATE OR REPLACE FUNCTION "public".leader_lease_next_term(stored BIGINT) RETURNS BIGINT
    LANGUAGE sql VOLATILE SET search_path = pg_catalog, pg_temp AS $function$
        SELECT greatest(coalesce(stored, 0) + 1,
                        (("public".leader_lease_timeline()
                          + coalesce((SELECT s.timelines_before FROM "public".leader_lease_server s), 0)) << 42)
                        + (extract(epoch FROM clock_timestamp()) * 1000)::bigint)
    $function$;

    -- Whether nobody may capture this lock yet: a server that took over may not know the last leases, nor may a table that was
    -- restored, so the longest one in use must have run out since it is seen. Of a lock that it does not know that is the longest of all.
    CREATE OR REPLACE FUNCTION "public".leader_lease_holds_off(lock_id INT, span_ms BIGINT) RETURNS BOOLEAN
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $function$
    DECLARE
        here_system BIGINT := "public".leader_lease_system();
        here_timeline BIGINT := "public".leader_lease_timeline();
        here_place BIGINT := "public".leader_lease_place();
        known RECORD;
    BEGIN
        SELECT s.system_identifier, s.timeline, s.place, s.since INTO known FROM "public".leader_lease_server s;
        IF NOT FOUND OR known.system_identifier <> here_system OR known.timeline <> here_timeline
           OR known.place <> here_place OR known.since > clock_timestamp() THEN
            INSERT INTO "public".leader_lease_server AS s (system_identifier, timeline, place, since)
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
            (SELECT k.max_lease_ms FROM "public".leader_lease_lock k WHERE k.id = lock_id),
            (SELECT max(k.max_lease_ms) FROM "public".leader_lease_lock k)));
    END $function$;

    -- How long a lease this is, in milliseconds: as its node says, or, for nodes that do not, by what is left of it, to
    -- the next whole second. A row for ever says nothing about leases.
    CREATE OR REPLACE FUNCTION "public".leader_lease_span_ms(expires TIMESTAMPTZ, said BIGINT) RETURNS BIGINT
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
    CREATE OR REPLACE FUNCTION "public".leader_lease_bound_wait() RETURNS TEXT
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
    CREATE OR REPLACE FUNCTION "public".leader_lease_bound_idle(span_ms BIGINT) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $function$
    BEGIN
        IF current_setting('idle_in_transaction_session_timeout') = '0' THEN
            PERFORM set_config('idle_in_transaction_session_timeout', least(greatest(span_ms, 1000), 60000)::text, true);
        END IF;
    END $function$;

    CREATE OR REPLACE FUNCTION "public".leader_lease_note(lock_id INT, lease_term BIGINT, leader TEXT, what TEXT, why TEXT DEFAULT NULL)
    RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $function$
    BEGIN
        INSERT INTO "public".leader_lease_history
            (id, term, leader_id, event, actor, operator_name, application, address, reason)
        VALUES (lock_id, lease_term, CASE WHEN starts_with(leader, '#revoked ') THEN substr(leader, 10) ELSE leader END, what,
                session_user, nullif(current_setting('elector.operator', true), ''),
                nullif(current_setting('application_name', true), ''), inet_client_addr(),
                coalesce(why, nullif(current_setting('elector.reason', true), '')));
    END $function$;

    -- Whether roles keep order here (roles.sql): then everything belongs to elector_owner, as whom our functions act.
    CREATE OR REPLACE FUNCTION "public".leader_lease_has_roles() RETURNS BOOLEAN
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $function$ SELECT current_user = 'elector_owner' $function$;

    -- Refuses who has logged in unless he is in that role, or has himself captured the lock, if one is named.
    CREATE OR REPLACE FUNCTION "public".leader_lease_demand(role TEXT, lock_id INT, deed TEXT) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $function$
    BEGIN
        IF NOT "public".leader_lease_has_roles() OR pg_has_role(session_user, role, 'MEMBER') THEN
            RETURN;
        END IF;
        -- (Nobody knows who has captured a lock before there were roles.)
        IF lock_id IS NOT NULL AND coalesce((SELECT k.captured_by FROM "public".leader_lease_lock k WHERE k.id = lock_id),
                                            session_user) = session_user THEN
            RETURN;
        END IF;
        RAISE insufficient_privilege USING MESSAGE = format('leader_lease: role %s may not %s', session_user, deed);
    END $function$;

    -- No lease is longer than a day: whoever forgets it does not block the lock for ever.
    CREATE OR REPLACE FUNCTION "public".leader_lease_bound_span(expires TIMESTAMPTZ, said BIGINT) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $function$
    BEGIN
        IF expires > clock_timestamp() + interval '24 hours' OR said > 86400000 THEN
            RAISE check_violation USING MESSAGE = 'leader_lease: a lease is at most one day long';
        END IF;
    END $function$;

    -- The instance as configured: what stands before the last #, or all of it (nest-leader-election).
    CREATE OR REPLACE FUNCTION "public".leader_lease_instance(leader TEXT) RETURNS TEXT
    LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $function$ SELECT regexp_replace(leader, '#[^#]*$', '') $function$;

    -- Whether an operator's order keeps `leader` from capturing the lock.
    CREATE OR REPLACE FUNCTION "public".leader_lease_barred(paused TIMESTAMPTZ, reserved TEXT, until TIMESTAMPTZ, leader TEXT)
    RETURNS BOOLEAN LANGUAGE sql VOLATILE SET search_path = pg_catalog, pg_temp AS $function$
        SELECT paused IS NOT NULL
            OR coalesce(until > clock_timestamp() AND reserved <> "public".leader_lease_instance(leader), false)
    $function$;

    CREATE OR REPLACE FUNCTION "public".leader_lease_tell(lock_id INT, lease_term BIGINT, what TEXT)
    RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $function$
    BEGIN
        PERFORM pg_notify('elector_4c9184f3', lock_id || ' ' || coalesce(lease_term, 0) || ' ' || what);
    END $function$;

    -- Part of every clean-up: the newest 100,000 entries of 90 days are kept. Returns how many went.
    CREATE OR REPLACE FUNCTION "public".leader_lease_prune(at_most INT) RETURNS INT
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
    DECLARE
        gone INT;
        newest BIGINT := (SELECT max(seq) FROM "public".leader_lease_history);
    BEGIN
        DELETE FROM "public".leader_lease_history h
         USING (SELECT o.seq FROM (SELECT p.seq, p.at FROM "public".leader_lease_history p
                                    ORDER BY p.seq LIMIT least(greatest(at_most, 0), 10000)) o
                 WHERE o.seq <= newest - 100000 OR o.at < clock_timestamp() - interval '90 days') old
         WHERE h.seq = old.seq;
        GET DIAGNOSTICS gone = ROW_COUNT;
        RETURN gone;
    END $function$;
    -- On tables that nodes have worked on already, nobody knows whether a server has just taken over.
    INSERT INTO "public".leader_lease_server (system_identifier, timeline, place, since)
    SELECT "public".leader_lease_system(), "public".leader_lease_timeline(), "public".leader_lease_place(),
           CASE WHEN EXISTS (SELECT 1 FROM "public".leader_lease_lock k WHERE k.max_lease_ms > 0) THEN clock_timestamp() ELSE '-infinity' END
    ON CONFLICT (one) DO NOTHING;
    UPDATE "public".leader_lease_server SET place = "public".leader_lease_place() WHERE place IS NULL;
    -- A bid that cannot win changes nothing and locks nothing. `elector.capture` marks bids of our own nodes for the one
    -- statement: only they take over an expired row; nest-leader-election never does.
    CREATE OR REPLACE FUNCTION "public".leader_lease_before_insert() RETURNS trigger
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
        PERFORM "public".leader_lease_bound_span(NEW.expires_at, NEW.lease_ms);
        SELECT l.leader_id, l.expires_at INTO present FROM "public".leader_lease l WHERE l.id = NEW.id;
        IF FOUND AND present.leader_id <> NEW.leader_id AND bid <> 'stuck'
           AND (bid <> 'bid' OR present.expires_at > clock_timestamp()) THEN
            RETURN NULL;
        END IF;
        SELECT k.term, k.paused_at, k.reserved_for, k.reserved_until INTO lock FROM "public".leader_lease_lock k WHERE k.id = NEW.id;
        -- (The bid of who holds the row already is a renewal; only nest-leader-election renews so.)
        IF present.leader_id IS DISTINCT FROM NEW.leader_id
           AND ("public".leader_lease_barred(lock.paused_at, lock.reserved_for, lock.reserved_until, NEW.leader_id)
                OR "public".leader_lease_holds_off(NEW.id, "public".leader_lease_span_ms(NEW.expires_at, NEW.lease_ms))) THEN
            RETURN NULL;
        END IF;
        PERFORM "public".leader_lease_bound_idle("public".leader_lease_span_ms(NEW.expires_at, NEW.lease_ms));
        NEW.term := "public".leader_lease_next_term(lock.term);
        RETURN NEW;
    END $function$;

    CREATE OR REPLACE FUNCTION "public".leader_lease_after_insert() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
    DECLARE
        old_lock_timeout TEXT := "public".leader_lease_bound_wait();
        stored INT;
    BEGIN
        -- Waits here while guarded work of the holder before goes on.
        INSERT INTO "public".leader_lease_lock AS k (id, term, captured_by, max_lease_ms)
        VALUES (NEW.id, NEW.term, session_user, "public".leader_lease_span_ms(NEW.expires_at, NEW.lease_ms))
        ON CONFLICT (id) DO UPDATE
           SET term = EXCLUDED.term, captured_by = EXCLUDED.captured_by, max_lease_ms = greatest(k.max_lease_ms, EXCLUDED.max_lease_ms),
               reserved_for = NULL, reserved_until = NULL -- it was for this capture, or is over
         WHERE k.term < EXCLUDED.term
           AND NOT "public".leader_lease_barred(k.paused_at, k.reserved_for, k.reserved_until, NEW.leader_id);
        GET DIAGNOSTICS stored = ROW_COUNT;
        PERFORM set_config('lock_timeout', old_lock_timeout, true);
        IF stored = 0 THEN
            RAISE serialization_failure USING MESSAGE = 'leader_lease: the term was taken, or the lock paused or reserved, meanwhile; try again';
        END IF;
        IF NEW.expires_at <= clock_timestamp() THEN
            RAISE serialization_failure USING MESSAGE = 'leader_lease: the lease ran out while its capture waited, try again';
        END IF;
        PERFORM "public".leader_lease_note(NEW.id, NEW.term, NEW.leader_id, 'captured');
        PERFORM "public".leader_lease_tell(NEW.id, NEW.term, 'captured');
        RETURN NULL;
    END $function$;

    -- Another holder, another term, or a tombstone.
    CREATE OR REPLACE FUNCTION "public".leader_lease_before_update() RETURNS trigger
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
            PERFORM "public".leader_lease_demand('elector_operator', OLD.id, 'take this lease back');
            NEW.term := OLD.term;
            NEW.expires_at := OLD.expires_at; -- until then the holder may act
            NEW.created_at := OLD.created_at;
            RETURN NEW;
        END IF;
        PERFORM "public".leader_lease_demand('elector_node', NULL, 'capture a lock');
        PERFORM "public".leader_lease_bound_span(NEW.expires_at, NEW.lease_ms);
        -- What one of our nodes takes for a row from before the clock was set back must be one.
        IF OLD.expires_at > clock_timestamp()
           AND (coalesce(current_setting('elector.capture', true), '') <> 'stuck' OR OLD.expires_at <= clock_timestamp() + coalesce(
                (SELECT k.max_lease_ms FROM "public".leader_lease_lock k WHERE k.id = OLD.id), 0) * interval '1 millisecond') THEN
            RAISE insufficient_privilege USING MESSAGE = format('leader_lease: lock %s is held', OLD.id);
        END IF;
        IF NEW.term IS NOT DISTINCT FROM OLD.term THEN
            -- Written by a node that does not know these columns: they tell of the holder before.
            NEW.lease_ms := NULL;
            NEW.renewals := NULL;
            NEW.metadata := NULL;
        END IF;
        span := "public".leader_lease_span_ms(NEW.expires_at, NEW.lease_ms);
        -- (A bid of ours has been through this, as an insert. But anybody may say that his is one.)
        IF "public".leader_lease_holds_off(NEW.id, span) THEN
            RETURN NULL;
        END IF;
        PERFORM "public".leader_lease_bound_idle(span);
        old_lock_timeout := "public".leader_lease_bound_wait();
        -- Waits here while guarded work of the holder before goes on.
        UPDATE "public".leader_lease_lock k
           SET term = "public".leader_lease_next_term(k.term), captured_by = session_user, max_lease_ms = greatest(k.max_lease_ms, span),
               reserved_for = NULL, reserved_until = NULL -- it was for this capture, or is over
         WHERE k.id = NEW.id
           AND NOT "public".leader_lease_barred(k.paused_at, k.reserved_for, k.reserved_until, NEW.leader_id)
        RETURNING k.term INTO NEW.term;
        IF NOT FOUND THEN
            IF EXISTS (SELECT 1 FROM "public".leader_lease_lock k WHERE k.id = NEW.id) THEN
                PERFORM set_config('lock_timeout', old_lock_timeout, true);
                RETURN NULL; -- paused, or reserved for another
            END IF;
            NEW.term := "public".leader_lease_next_term(OLD.term);
            INSERT INTO "public".leader_lease_lock (id, term, captured_by, max_lease_ms)
            VALUES (NEW.id, NEW.term, session_user, span);
        END IF;
        PERFORM set_config('lock_timeout', old_lock_timeout, true);
        IF NEW.expires_at <= clock_timestamp() THEN
            RAISE serialization_failure USING MESSAGE = 'leader_lease: the lease ran out while its capture waited, try again';
        END IF;
        RETURN NEW;
    END $function$;

    CREATE OR REPLACE FUNCTION "public".leader_lease_after_update() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
    BEGIN
        IF starts_with(NEW.leader_id, '#revoked ') THEN
            PERFORM "public".leader_lease_note(OLD.id, OLD.term, OLD.leader_id, 'revoked');
            PERFORM "public".leader_lease_tell(NEW.id, NEW.term, 'revoked');
            RETURN NULL;
        END IF;
        IF NOT starts_with(OLD.leader_id, '#revoked ') THEN -- a revoked tenure has had its end
            PERFORM "public".leader_lease_note(OLD.id, OLD.term, OLD.leader_id, 'expired', CASE WHEN OLD.expires_at > clock_timestamp()
                THEN 'not renewed for longer than any lease; the clock of the server had been set back' END);
        END IF;
        PERFORM "public".leader_lease_note(NEW.id, NEW.term, NEW.leader_id, 'captured');
        PERFORM "public".leader_lease_tell(NEW.id, NEW.term, 'captured');
        RETURN NULL;
    END $function$;

    -- A renewal that shortens the lease, which would free it, or that makes it longer than it was or than it says, which would
    -- make it look stuck, or other metadata, or another count or beginning than its own next one.
    CREATE OR REPLACE FUNCTION "public".leader_lease_before_renewal() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
    DECLARE
        span BIGINT := "public".leader_lease_span_ms(NEW.expires_at, NEW.lease_ms);
        old_lock_timeout TEXT;
    BEGIN
        IF NEW.expires_at <= clock_timestamp() THEN
            RETURN NULL; -- its holder would not know; to take a lease back, revoke it
        END IF;
        PERFORM "public".leader_lease_bound_span(NEW.expires_at, NEW.lease_ms);
        PERFORM "public".leader_lease_demand('elector_owner', OLD.id, 'write into the lease of another');
        -- Our nodes never renew what has expired; nest-leader-election does, and so would come back on a paused lock, or on a
        -- server that does not know who has captured the lock since.
        IF OLD.expires_at <= clock_timestamp() AND ("public".leader_lease_holds_off(NEW.id, span) OR EXISTS (
            SELECT 1 FROM "public".leader_lease_lock k WHERE k.id = NEW.id
               AND "public".leader_lease_barred(k.paused_at, k.reserved_for, k.reserved_until, NEW.leader_id))) THEN
            RETURN NULL;
        END IF;
        old_lock_timeout := "public".leader_lease_bound_wait();
        UPDATE "public".leader_lease_lock k SET max_lease_ms = span WHERE k.id = NEW.id AND k.max_lease_ms < span;
        PERFORM set_config('lock_timeout', old_lock_timeout, true);
        RETURN NEW;
    END $function$;

    CREATE OR REPLACE FUNCTION "public".leader_lease_after_delete() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
    DECLARE
        over BOOLEAN := OLD.expires_at <= clock_timestamp();
    BEGIN
        IF NOT over THEN
            PERFORM "public".leader_lease_demand('elector_operator', OLD.id, 'release this lease');
        END IF;
        IF current_setting('elector.event', true) = 'evicted'
           AND (NOT "public".leader_lease_has_roles() OR pg_has_role(session_user, 'elector_operator', 'MEMBER')) THEN
            PERFORM "public".leader_lease_note(OLD.id, OLD.term, OLD.leader_id, 'evicted');
        ELSIF NOT starts_with(OLD.leader_id, '#revoked ') THEN
            PERFORM "public".leader_lease_note(OLD.id, OLD.term, OLD.leader_id, CASE WHEN over THEN 'expired' ELSE 'released' END);
        ELSIF NOT over THEN
            PERFORM "public".leader_lease_note(OLD.id, OLD.term, OLD.leader_id, 'acknowledged');
        END IF;
        -- Nobody need bid for a paused lock.
        PERFORM "public".leader_lease_tell(OLD.id, OLD.term, CASE WHEN EXISTS (
            SELECT 1 FROM "public".leader_lease_lock k WHERE k.id = OLD.id AND k.paused_at IS NOT NULL) THEN 'changed' ELSE 'free' END);
        RETURN NULL;
    END $function$;

    CREATE OR REPLACE FUNCTION "public".leader_lease_before_truncate() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
    BEGIN
        IF EXISTS (SELECT 1 FROM "public".leader_lease l WHERE l.expires_at > clock_timestamp()) THEN
            PERFORM "public".leader_lease_demand('elector_owner', NULL, 'empty the table while leases are live');
        END IF;
        -- Tombstones too, while the revoked holder may still act: from here on another can lead beside it.
        PERFORM "public".leader_lease_note(l.id, l.term, l.leader_id, 'truncated')
           FROM "public".leader_lease l WHERE NOT starts_with(l.leader_id, '#revoked ') OR l.expires_at > clock_timestamp();
        PERFORM "public".leader_lease_tell(l.id, l.term, 'free') FROM "public".leader_lease l;
        RETURN NULL;
    END $function$;
    -- Called in the transaction of an application: true if `leader` holds the lock with that term, and from then on nobody
    -- takes over before this transaction ends. Waits, for less than the deadlock check, while a take-over is under
    -- way. Refused, it leaves no lock behind. Undone by ROLLBACK TO a savepoint from before: ask leader_lease_guard_held.
    CREATE OR REPLACE FUNCTION "public".leader_lease_guard(lock_id INT, leader TEXT, lease_term BIGINT) RETURNS BOOLEAN
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
    DECLARE
        old_lock_timeout TEXT := "public".leader_lease_bound_wait();
        longest BIGINT;
        idle TEXT;
    BEGIN
        BEGIN
            -- First the lock that a take-over needs, then, by a statement of its own that sees what was
            -- committed while this one waited, the lease. Nothing in leader_lease is locked.
            SELECT k.max_lease_ms INTO longest FROM "public".leader_lease_lock k
             WHERE k.id = lock_id AND k.term = lease_term FOR KEY SHARE;
            IF NOT FOUND THEN
                RAISE no_data_found;
            END IF;
            PERFORM 1 FROM "public".leader_lease l
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
    CREATE OR REPLACE FUNCTION "public".leader_lease_guard_held(lock_id INT, leader TEXT, lease_term BIGINT) RETURNS BOOLEAN
    LANGUAGE sql VOLATILE SET search_path = pg_catalog, pg_temp AS $function$
        SELECT coalesce(current_setting('elector.guard_' || replace(lock_id::text, '-', 'n'), true)
                        = pg_current_xact_id_if_assigned() || ' ' || lease_term || ' ' || leader, false)
    $function$;
    -- An operator's order for a lock: `what` is pause (nobody captures it), reserve (only `instance` does, for span_ms from the
    -- moment at which the present lease ends at the latest) or resume (neither any more). Pause revokes the holder, reserve
    -- does unless it is that instance. With `leader`, only if he holds the row, with that term if one is given; 'moved' if not.
    CREATE OR REPLACE FUNCTION "public".leader_lease_order(lock_id INT, what TEXT, instance TEXT, span_ms BIGINT, leader TEXT,
                                                           lease_term BIGINT)
    RETURNS TEXT LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
    DECLARE
        old_lock_timeout TEXT := "public".leader_lease_bound_wait();
        held RECORD;
        was_held BOOLEAN;
        is_live BOOLEAN;
        until TIMESTAMPTZ;
        lock_term BIGINT;
    BEGIN
        IF what IS NULL OR what NOT IN ('pause', 'resume', 'reserve') OR what = 'reserve' AND (coalesce(instance, '') = '' OR coalesce(span_ms, 0) <= 0 OR length(instance) > 1000) THEN
            RAISE invalid_parameter_value USING MESSAGE = 'leader_lease_order: pause, resume, or reserve for an instance and a time';
        END IF;
        PERFORM "public".leader_lease_demand('elector_operator', NULL, 'give orders for a lock');
        -- The lease first and the lock after it, as a take-over does.
        SELECT l.leader_id, l.term, l.expires_at INTO held FROM "public".leader_lease l WHERE l.id = lock_id FOR NO KEY UPDATE;
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
        INSERT INTO "public".leader_lease_lock AS k (id) VALUES (lock_id) ON CONFLICT (id) DO NOTHING;
        UPDATE "public".leader_lease_lock k
           SET paused_at = CASE what WHEN 'pause' THEN coalesce(k.paused_at, clock_timestamp()) END,
               reserved_for = CASE what WHEN 'reserve' THEN instance END, reserved_until = until,
               order_operator = CASE WHEN what <> 'resume' THEN nullif(current_setting('elector.operator', true), '') END,
               order_reason = CASE WHEN what <> 'resume' THEN nullif(current_setting('elector.reason', true), '') END
         WHERE k.id = lock_id RETURNING k.term INTO lock_term;
        PERFORM set_config('lock_timeout', old_lock_timeout, true);
        IF NOT was_held AND EXISTS (SELECT 1 FROM "public".leader_lease l WHERE l.id = lock_id) THEN
            RAISE serialization_failure USING MESSAGE = 'leader_lease: the lock was captured meanwhile, try again';
        END IF;
        PERFORM "public".leader_lease_note(lock_id, coalesce(held.term, lock_term),
            CASE what WHEN 'reserve' THEN instance ELSE held.leader_id END,
            CASE what WHEN 'pause' THEN 'paused' WHEN 'resume' THEN 'resumed' ELSE 'reserved' END);
        IF is_live AND NOT starts_with(held.leader_id, '#revoked ')
           AND (what = 'pause' OR what = 'reserve' AND "public".leader_lease_instance(held.leader_id) <> instance) THEN
            UPDATE "public".leader_lease l SET leader_id = '#revoked ' || l.leader_id WHERE l.id = lock_id;
        END IF;
        PERFORM "public".leader_lease_tell(lock_id, lock_term, CASE WHEN is_live OR what = 'pause' THEN 'changed' ELSE 'free' END);
        RETURN 'done';
    END $function$;

    -- Gives a lock a name, or takes it away (NULL). Names are unique.
    CREATE OR REPLACE FUNCTION "public".leader_lease_rename(lock_id INT, new_name TEXT) RETURNS VOID
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
    DECLARE
        old_lock_timeout TEXT := "public".leader_lease_bound_wait();
        old_name TEXT;
        lock_term BIGINT;
    BEGIN
        IF new_name IS NOT NULL AND (length(new_name) NOT BETWEEN 1 AND 100 OR new_name ~ '^[+-]?[0-9]+$'
                                     OR new_name ~ '[[:cntrl:]]' OR new_name <> btrim(new_name)) THEN
            RAISE invalid_parameter_value USING MESSAGE = 'leader_lease: a name has 1 to 100 characters, none of them a control '
                'character, no blank at its ends, and is not a number';
        END IF;
        PERFORM "public".leader_lease_demand('elector_operator', NULL, 'name a lock');
        INSERT INTO "public".leader_lease_lock AS k (id) VALUES (lock_id) ON CONFLICT (id) DO NOTHING;
        SELECT k.name, k.term INTO old_name, lock_term FROM "public".leader_lease_lock k WHERE k.id = lock_id FOR NO KEY UPDATE;
        PERFORM set_config('lock_timeout', old_lock_timeout, true);
        IF old_name IS NOT DISTINCT FROM new_name THEN
            RETURN;
        END IF;
        UPDATE "public".leader_lease_lock k SET name = new_name WHERE k.id = lock_id;
        PERFORM "public".leader_lease_note(lock_id, lock_term, NULL, 'renamed',
            format('%s -> %s', coalesce(quote_literal(old_name), 'no name'), coalesce(quote_literal(new_name), 'no name')));
        PERFORM "public".leader_lease_tell(lock_id, lock_term, 'changed');
    END $function$;
    -- Notes that the work under a lock has succeeded, for whoever holds the row in exactly that tenure (also once revoked, while
    -- the work came to its end). False if he does not any more: nobody knows, then, who has worked since.
    CREATE OR REPLACE FUNCTION "public".leader_lease_succeeded(lock_id INT, leader TEXT, lease_term BIGINT) RETURNS BOOLEAN
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
    DECLARE
        old_lock_timeout TEXT := "public".leader_lease_bound_wait();
        held RECORD;
        is_ours BOOLEAN;
    BEGIN
        PERFORM "public".leader_lease_demand('elector_owner', lock_id, 'note the success of another');
        -- The lease first and the lock after it, as a take-over does, which so finds the note or waits for it.
        -- Another's lease is not locked: it could not be renewed.
        SELECT l.expires_at INTO held FROM "public".leader_lease l
         WHERE l.id = lock_id AND l.leader_id IN (leader, '#revoked ' || leader) AND l.term = lease_term FOR NO KEY UPDATE;
        is_ours := FOUND AND held.expires_at > clock_timestamp();
        IF is_ours THEN
            UPDATE "public".leader_lease_lock k
               SET succeeded_at = clock_timestamp(), succeeded_by = leader, succeeded_term = lease_term WHERE k.id = lock_id;
        END IF;
        PERFORM set_config('lock_timeout', old_lock_timeout, true);
        RETURN coalesce(is_ours, false);
    END $function$;
    -- What nodes do, as functions, for the strict choice of roles.sql: there a node writes no table, and acts for a tenure only by the
    -- key of which its leader_id tells: `instance#SALTdigest.n`, eight signs of salt and the first sixteen of the SHA-256 of key and
    -- salt. Who reads the table learns no key, and cannot give itself the leader_id of another.
    CREATE OR REPLACE FUNCTION "public".leader_lease_proves(key TEXT, leader TEXT) RETURNS BOOLEAN
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $function$
        SELECT coalesce(length(key) >= 32 AND substr(i.name, 25) ~ '^[.][0-9]+$' AND substr(i.name, 9, 16) = translate(
                   encode(substr(sha256(convert_to(key || substr(i.name, 1, 8), 'UTF8')), 1, 12), 'base64'), '+/', '-_'), false)
          FROM (SELECT substring(leader FROM '#([^#]*)$') AS name) i
    $function$;

    CREATE OR REPLACE FUNCTION "public".leader_lease_demand_proof(key TEXT, VARIADIC leaders TEXT[]) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $function$
    BEGIN
        IF EXISTS (SELECT 1 FROM unnest(leaders) a(leader)
                    WHERE length(a.leader) > 2000 OR NOT "public".leader_lease_proves(key, a.leader)) THEN
            RAISE insufficient_privilege USING MESSAGE = 'leader_lease: this key is not that of the tenure',
                HINT = 'Nodes of an earlier version than 9 have none; nor has nest-leader-election.';
        END IF;
    END $function$;

    CREATE OR REPLACE FUNCTION "public".leader_lease_capture(lock_id INT, leader TEXT, span_ms BIGINT, latest BIGINT, without_gate BOOLEAN,
                                                             gate_key BIGINT, before_leader TEXT, before_until BIGINT, key TEXT)
    RETURNS TABLE (verdict TEXT, server_time BIGINT, holder TEXT, until BIGINT, holder_term BIGINT, longest BIGINT, is_paused BOOLEAN,
                   kept_for TEXT, kept_until BIGINT, ordered_by TEXT, ordered_why TEXT)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
    #variable_conflict use_column
    BEGIN
        PERFORM "public".leader_lease_demand_proof(key, leader);
        RETURN QUERY
WITH ask AS MATERIALIZED (
SELECT $1::int AS id, $2::text AS leader, $3::bigint AS lease_ms, $4::bigint AS not_after, $5::bool AS ungated,
$6::bigint AS gate, $7::text AS stuck_leader, $8::bigint AS stuck_at
), terms AS MATERIALIZED (
SELECT ask.*, lease_ms * interval '1 millisecond' AS lease,
timestamptz 'epoch' + not_after * interval '1 microsecond' AS deadline, clock_timestamp() AS now FROM ask
), seen AS MATERIALIZED (
SELECT l.leader_id, l.expires_at,
l.term,
coalesce(l.leader_id = t.stuck_leader AND CASE WHEN l.expires_at < timestamptz '9999-01-01 00:00:00+00' THEN (extract(epoch FROM greatest(l.expires_at, timestamptz '0001-01-01 00:00:00+00')) * 1000000)::bigint WHEN l.expires_at IS NOT NULL THEN 9223372036854775807 END = t.stuck_at, false) AS stuck
FROM "public".leader_lease l JOIN terms t ON l.id = t.id
), bid AS MATERIALIZED (
SELECT t.*, CASE WHEN t.now > t.deadline THEN 'beyond'
WHEN NOT coalesce((SELECT s.stuck OR s.expires_at <= least(t.now, t.deadline) FROM seen s), true) THEN 'held'
WHEN k.paused_at IS NOT NULL THEN 'paused'
WHEN k.reserved_until > t.now AND k.reserved_for <> regexp_replace(t.leader, '#[^#]*$', '') THEN 'reserved'
WHEN NOT (t.ungated OR pg_try_advisory_xact_lock(t.gate)) THEN 'gate'
WHEN set_config('elector.capture', CASE WHEN t.stuck_leader IS NULL THEN 'bid' ELSE 'stuck' END, true) IS NOT NULL
THEN 'bid' END AS step
FROM terms t
LEFT JOIN "public".leader_lease_lock k ON k.id = t.id
), taken AS (
INSERT INTO "public".leader_lease AS l (id, leader_id, expires_at, created_at
, lease_ms, renewals
)
SELECT b.id, b.leader, clock_timestamp() + b.lease, clock_timestamp()
, b.lease_ms, 0
FROM bid b WHERE b.step = 'bid'
ON CONFLICT (id) DO UPDATE
SET leader_id = EXCLUDED.leader_id, created_at = clock_timestamp(), expires_at = clock_timestamp() + (SELECT lease FROM terms)
, term = 0, lease_ms = EXCLUDED.lease_ms, renewals = 0, metadata = NULL
WHERE l.expires_at <= least(clock_timestamp(), (SELECT deadline FROM terms))
OR l.leader_id = (SELECT stuck_leader FROM terms) AND CASE WHEN l.expires_at < timestamptz '9999-01-01 00:00:00+00' THEN (extract(epoch FROM greatest(l.expires_at, timestamptz '0001-01-01 00:00:00+00')) * 1000000)::bigint WHEN l.expires_at IS NOT NULL THEN 9223372036854775807 END = (SELECT stuck_at FROM terms)
RETURNING l.leader_id, l.expires_at
, l.term
)
SELECT CASE WHEN w.leader_id IS NOT NULL THEN 'captured' ELSE b.step END, CASE WHEN clock_timestamp() < timestamptz '9999-01-01 00:00:00+00' THEN (extract(epoch FROM greatest(clock_timestamp(), timestamptz '0001-01-01 00:00:00+00')) * 1000000)::bigint WHEN clock_timestamp() IS NOT NULL THEN 9223372036854775807 END,
coalesce(w.leader_id, s.leader_id)::text, CASE WHEN coalesce(w.expires_at, s.expires_at) < timestamptz '9999-01-01 00:00:00+00' THEN (extract(epoch FROM greatest(coalesce(w.expires_at, s.expires_at), timestamptz '0001-01-01 00:00:00+00')) * 1000000)::bigint WHEN coalesce(w.expires_at, s.expires_at) IS NOT NULL THEN 9223372036854775807 END,
coalesce(w.term, s.term), CASE WHEN w.leader_id IS NULL THEN k.max_lease_ms ELSE greatest(k.max_lease_ms, b.lease_ms) END,
w.leader_id IS NULL AND k.paused_at IS NOT NULL, CASE WHEN w.leader_id IS NULL THEN k.reserved_for END, CASE WHEN k.reserved_until < timestamptz '9999-01-01 00:00:00+00' THEN (extract(epoch FROM greatest(k.reserved_until, timestamptz '0001-01-01 00:00:00+00')) * 1000000)::bigint WHEN k.reserved_until IS NOT NULL THEN 9223372036854775807 END,
k.order_operator, k.order_reason
FROM bid b LEFT JOIN taken w ON true LEFT JOIN seen s ON true
LEFT JOIN "public".leader_lease_lock k ON k.id = b.id;
    END $function$;

    CREATE OR REPLACE FUNCTION "public".leader_lease_capture_batch(wanted JSON, key TEXT)
    RETURNS TABLE (verdict TEXT, server_time BIGINT, holder TEXT, until BIGINT, holder_term BIGINT, longest BIGINT, is_paused BOOLEAN,
                   kept_for TEXT, kept_until BIGINT, ordered_by TEXT, ordered_why TEXT, place INT)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
    #variable_conflict use_column
    BEGIN
        PERFORM "public".leader_lease_demand_proof(key, VARIADIC ARRAY(SELECT w.leader FROM json_to_recordset(wanted) AS w(leader TEXT)));
        RETURN QUERY
WITH ask AS MATERIALIZED (
SELECT a.* FROM json_to_recordset($1::json) AS a(n int, id int, leader text, lease_ms bigint, not_after bigint, gate bigint)
), terms AS MATERIALIZED (
SELECT a.*, a.lease_ms * interval '1 millisecond' AS lease,
timestamptz 'epoch' + a.not_after * interval '1 microsecond' AS deadline, clock_timestamp() AS now
FROM ask a ORDER BY a.id
), seen AS MATERIALIZED (
SELECT l.id, l.leader_id, l.expires_at
, l.term
FROM "public".leader_lease l JOIN terms t ON l.id = t.id
), bid AS MATERIALIZED (
SELECT t.*, CASE WHEN t.now > t.deadline THEN 'beyond'
WHEN s.expires_at > least(t.now, t.deadline) THEN 'held'
WHEN k.paused_at IS NOT NULL THEN 'paused'
WHEN k.reserved_until > t.now AND k.reserved_for <> regexp_replace(t.leader, '#[^#]*$', '') THEN 'reserved'
WHEN NOT pg_try_advisory_xact_lock(t.gate) THEN 'gate'
WHEN set_config('elector.capture', 'bid', true) IS NOT NULL THEN 'bid' END AS step
FROM terms t LEFT JOIN seen s ON s.id = t.id
LEFT JOIN "public".leader_lease_lock k ON k.id = t.id
), taken AS (
INSERT INTO "public".leader_lease AS l (id, leader_id, expires_at, created_at
, lease_ms, renewals
)
SELECT b.id, b.leader, clock_timestamp() + b.lease, clock_timestamp()
, b.lease_ms, 0
FROM bid b WHERE b.step = 'bid' ORDER BY b.id
ON CONFLICT (id) DO UPDATE
SET leader_id = EXCLUDED.leader_id, created_at = clock_timestamp(),
expires_at = clock_timestamp() + (SELECT t.lease FROM terms t WHERE t.id = l.id)
, term = 0, lease_ms = EXCLUDED.lease_ms, renewals = 0, metadata = NULL
WHERE l.expires_at <= least(clock_timestamp(), (SELECT t.deadline FROM terms t WHERE t.id = l.id))
RETURNING l.id, l.leader_id, l.expires_at
, l.term
), won AS (
SELECT g.id, max(g.leader_id) AS leader_id, max(g.expires_at) AS expires_at
, max(g.term) AS term
FROM (SELECT b.id, NULL::text AS leader_id, NULL::timestamptz AS expires_at
, NULL::bigint AS term
FROM bid b UNION ALL SELECT t.* FROM taken t) g GROUP BY g.id
)
SELECT CASE WHEN w.leader_id IS NOT NULL THEN 'captured' ELSE b.step END, CASE WHEN clock_timestamp() < timestamptz '9999-01-01 00:00:00+00' THEN (extract(epoch FROM greatest(clock_timestamp(), timestamptz '0001-01-01 00:00:00+00')) * 1000000)::bigint WHEN clock_timestamp() IS NOT NULL THEN 9223372036854775807 END,
coalesce(w.leader_id, s.leader_id)::text, CASE WHEN coalesce(w.expires_at, s.expires_at) < timestamptz '9999-01-01 00:00:00+00' THEN (extract(epoch FROM greatest(coalesce(w.expires_at, s.expires_at), timestamptz '0001-01-01 00:00:00+00')) * 1000000)::bigint WHEN coalesce(w.expires_at, s.expires_at) IS NOT NULL THEN 9223372036854775807 END,
coalesce(w.term, s.term), CASE WHEN w.leader_id IS NULL THEN k.max_lease_ms ELSE greatest(k.max_lease_ms, b.lease_ms) END,
w.leader_id IS NULL AND k.paused_at IS NOT NULL, CASE WHEN w.leader_id IS NULL THEN k.reserved_for END, CASE WHEN k.reserved_until < timestamptz '9999-01-01 00:00:00+00' THEN (extract(epoch FROM greatest(k.reserved_until, timestamptz '0001-01-01 00:00:00+00')) * 1000000)::bigint WHEN k.reserved_until IS NOT NULL THEN 9223372036854775807 END,
k.order_operator, k.order_reason,
b.n
FROM bid b JOIN won w ON w.id = b.id LEFT JOIN seen s ON s.id = b.id
LEFT JOIN "public".leader_lease_lock k ON k.id = b.id;
    END $function$;

    CREATE OR REPLACE FUNCTION "public".leader_lease_renew(lock_id INT, leader TEXT, lease_term BIGINT, span_ms BIGINT, key TEXT)
    RETURNS TABLE (verdict TEXT, server_time BIGINT, holder TEXT, until BIGINT, holder_term BIGINT, longest INT)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
    #variable_conflict use_column
    BEGIN
        PERFORM "public".leader_lease_demand_proof(key, leader);
        RETURN QUERY
WITH locked AS MATERIALIZED (
SELECT l.id, l.expires_at FROM "public".leader_lease l
WHERE l.id = $1::int AND l.leader_id = $2::text
AND ($3::bigint IS NULL OR l.term = $3::bigint)
FOR NO KEY UPDATE
)
UPDATE "public".leader_lease l
SET expires_at = clock_timestamp() + $4::bigint * interval '1 millisecond', created_at = least(l.created_at, clock_timestamp())
, lease_ms = $4::bigint, renewals = coalesce(l.renewals, 0) + 1
FROM locked k WHERE l.id = k.id AND k.expires_at > clock_timestamp()
RETURNING 'renewed', CASE WHEN clock_timestamp() < timestamptz '9999-01-01 00:00:00+00' THEN (extract(epoch FROM greatest(clock_timestamp(), timestamptz '0001-01-01 00:00:00+00')) * 1000000)::bigint WHEN clock_timestamp() IS NOT NULL THEN 9223372036854775807 END, l.leader_id::text, CASE WHEN l.expires_at < timestamptz '9999-01-01 00:00:00+00' THEN (extract(epoch FROM greatest(l.expires_at, timestamptz '0001-01-01 00:00:00+00')) * 1000000)::bigint WHEN l.expires_at IS NOT NULL THEN 9223372036854775807 END,
l.term, 0;
    END $function$;

    CREATE OR REPLACE FUNCTION "public".leader_lease_renew_again(lock_id INT, leader TEXT, lease_term BIGINT, span_ms BIGINT, key TEXT)
    RETURNS TABLE (verdict TEXT, server_time BIGINT, holder TEXT, until BIGINT, holder_term BIGINT, longest BIGINT)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
    #variable_conflict use_column
    BEGIN
        PERFORM "public".leader_lease_demand_proof(key, leader);
        RETURN QUERY
WITH seen AS MATERIALIZED (
SELECT l.id, l.leader_id, l.expires_at,
l.term, l.leader_id = $2::text AND ($3::bigint IS NULL OR l.term = $3::bigint) AS ours
FROM "public".leader_lease l WHERE l.id = $1::int
), locked AS MATERIALIZED (
SELECT l.id, l.leader_id, l.expires_at
, l.term
FROM "public".leader_lease l WHERE l.id = (SELECT s.id FROM seen s WHERE s.ours) FOR NO KEY UPDATE
), renewed AS (
UPDATE "public".leader_lease l
SET expires_at = clock_timestamp() + $4::bigint * interval '1 millisecond', created_at = least(l.created_at, clock_timestamp())
, lease_ms = $4::bigint, renewals = coalesce(l.renewals, 0) + 1
FROM (SELECT k.id FROM locked k WHERE k.leader_id = $2::text AND k.expires_at > clock_timestamp()
AND ($3::bigint IS NULL OR k.term = $3::bigint)
OFFSET 0) valid WHERE l.id = valid.id
RETURNING l.expires_at
)
SELECT CASE WHEN r.expires_at IS NOT NULL THEN 'renewed' WHEN k.leader_id = $2::text
AND ($3::bigint IS NULL OR k.term = $3::bigint)
THEN 'expired' ELSE 'lost' END,
CASE WHEN clock_timestamp() < timestamptz '9999-01-01 00:00:00+00' THEN (extract(epoch FROM greatest(clock_timestamp(), timestamptz '0001-01-01 00:00:00+00')) * 1000000)::bigint WHEN clock_timestamp() IS NOT NULL THEN 9223372036854775807 END, coalesce(k.leader_id, s.leader_id)::text, CASE WHEN coalesce(r.expires_at, k.expires_at, s.expires_at) < timestamptz '9999-01-01 00:00:00+00' THEN (extract(epoch FROM greatest(coalesce(r.expires_at, k.expires_at, s.expires_at), timestamptz '0001-01-01 00:00:00+00')) * 1000000)::bigint WHEN coalesce(r.expires_at, k.expires_at, s.expires_at) IS NOT NULL THEN 9223372036854775807 END,
CASE WHEN k.id IS NULL THEN s.term ELSE k.term END, greatest((SELECT x.max_lease_ms FROM "public".leader_lease_lock x WHERE x.id = $1::int), $4::bigint)
FROM (SELECT 1) one LEFT JOIN seen s ON NOT s.ours LEFT JOIN locked k ON true LEFT JOIN renewed r ON true;
    END $function$;

    CREATE OR REPLACE FUNCTION "public".leader_lease_renew_batch(lock_ids INT[], leaders TEXT[], lease_terms BIGINT[], spans_ms BIGINT[],
                                                                 key TEXT)
    RETURNS TABLE (place BIGINT, server_time TIMESTAMPTZ, until TIMESTAMPTZ, holder_term BIGINT)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
    #variable_conflict use_column
    BEGIN
        PERFORM "public".leader_lease_demand_proof(key, VARIADIC leaders);
        RETURN QUERY
UPDATE "public".leader_lease l
SET expires_at = clock_timestamp() + v.lease_ms * interval '1 millisecond', created_at = least(l.created_at, clock_timestamp())
, lease_ms = v.lease_ms, renewals = coalesce(l.renewals, 0) + 1
FROM (SELECT a.n, k.id, k.expires_at, a.lease_ms
FROM unnest($1::int[], $2::text[], $3::bigint[], $4::bigint[]) WITH ORDINALITY AS a(id, leader, term, lease_ms, n)
JOIN "public".leader_lease k ON k.id = a.id AND k.leader_id = a.leader
AND (a.term IS NULL OR k.term = a.term)
OFFSET 0 FOR NO KEY UPDATE OF k SKIP LOCKED) v
WHERE l.id = v.id AND v.expires_at > clock_timestamp()
RETURNING v.n, clock_timestamp(), l.expires_at,
l.term;
    END $function$;

    CREATE OR REPLACE FUNCTION "public".leader_lease_renew_batch_again(wanted JSON, key TEXT)
    RETURNS TABLE (verdict TEXT, server_time BIGINT, holder TEXT, until BIGINT, holder_term BIGINT, longest BIGINT, place INT)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
    #variable_conflict use_column
    BEGIN
        PERFORM "public".leader_lease_demand_proof(key, VARIADIC ARRAY(SELECT w.leader FROM json_to_recordset(wanted) AS w(leader TEXT)));
        RETURN QUERY
WITH ask AS MATERIALIZED (
SELECT a.* FROM json_to_recordset($1::json) AS a(n int, id int, leader text, term bigint, lease_ms bigint)
), locked AS MATERIALIZED (
SELECT a.n, l.id, l.expires_at, a.lease_ms FROM "public".leader_lease l JOIN ask a ON l.id = a.id AND l.leader_id = a.leader
AND (a.term IS NULL OR l.term = a.term)
ORDER BY l.id FOR NO KEY UPDATE OF l SKIP LOCKED
), valid AS MATERIALIZED (
SELECT k.n, k.id, k.lease_ms FROM locked k WHERE k.expires_at > clock_timestamp()
), renewed AS (
UPDATE "public".leader_lease l
SET expires_at = clock_timestamp() + v.lease_ms * interval '1 millisecond', created_at = least(l.created_at, clock_timestamp())
, lease_ms = v.lease_ms, renewals = coalesce(l.renewals, 0) + 1
FROM valid v WHERE l.id = v.id
RETURNING v.n, l.expires_at
), reached AS (
SELECT s.n, max(s.step) AS step, max(s.expires_at) AS expires_at
FROM (SELECT a.n, 0 AS step, NULL::timestamptz AS expires_at FROM ask a
UNION ALL SELECT k.n, 1, NULL FROM locked k
UNION ALL SELECT r.n, 2, r.expires_at FROM renewed r) s GROUP BY s.n
), answers AS MATERIALIZED (
SELECT a.n, a.id, a.lease_ms, CASE WHEN s.step = 2 THEN 'renewed' WHEN s.step = 1 THEN 'expired'
WHEN l.leader_id = a.leader AND (a.term IS NULL OR l.term = a.term) THEN 'busy' ELSE 'lost' END AS verdict,
l.term,
l.leader_id, coalesce(s.expires_at, l.expires_at) AS expires_at
FROM ask a JOIN reached s ON s.n = a.n LEFT JOIN "public".leader_lease l ON l.id = a.id
)
SELECT a.verdict, CASE WHEN clock_timestamp() < timestamptz '9999-01-01 00:00:00+00' THEN (extract(epoch FROM greatest(clock_timestamp(), timestamptz '0001-01-01 00:00:00+00')) * 1000000)::bigint WHEN clock_timestamp() IS NOT NULL THEN 9223372036854775807 END, a.leader_id::text, CASE WHEN a.expires_at < timestamptz '9999-01-01 00:00:00+00' THEN (extract(epoch FROM greatest(a.expires_at, timestamptz '0001-01-01 00:00:00+00')) * 1000000)::bigint WHEN a.expires_at IS NOT NULL THEN 9223372036854775807 END,
a.term, greatest(x.max_lease_ms, a.lease_ms),
a.n
FROM answers a
LEFT JOIN "public".leader_lease_lock x ON x.id = a.id
ORDER BY a.n;
    END $function$;

    CREATE OR REPLACE FUNCTION "public".leader_lease_release(lock_id INT, leader TEXT, lease_term BIGINT, key TEXT)
    RETURNS TABLE (verdict TEXT, server_time BIGINT, holder TEXT, until BIGINT, holder_term BIGINT, longest INT)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
    #variable_conflict use_column
    BEGIN
        PERFORM "public".leader_lease_demand_proof(key, leader);
        RETURN QUERY
WITH ask AS MATERIALIZED (
SELECT $1::int AS id, $2::text AS leader, $3::bigint AS term
), gone AS (
DELETE FROM "public".leader_lease l USING ask
WHERE l.id = ask.id AND l.leader_id IN (ask.leader, '#revoked ' || ask.leader)
AND (ask.term IS NULL OR l.term = ask.term)
RETURNING l.id
)
SELECT CASE WHEN g.id IS NULL THEN 'nothing' ELSE 'released' END, CASE WHEN clock_timestamp() < timestamptz '9999-01-01 00:00:00+00' THEN (extract(epoch FROM greatest(clock_timestamp(), timestamptz '0001-01-01 00:00:00+00')) * 1000000)::bigint WHEN clock_timestamp() IS NOT NULL THEN 9223372036854775807 END,
NULL::text, NULL::bigint, NULL::bigint, 0
FROM ask LEFT JOIN gone g ON true;
    END $function$;

    CREATE OR REPLACE FUNCTION "public".leader_lease_release_batch(lock_ids INT[], leaders TEXT[], lease_terms BIGINT[], key TEXT)
    RETURNS TABLE (place BIGINT, server_time TIMESTAMPTZ)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
    #variable_conflict use_column
    BEGIN
        PERFORM "public".leader_lease_demand_proof(key, VARIADIC leaders);
        RETURN QUERY
DELETE FROM "public".leader_lease l
USING (SELECT a.n, k.id
FROM unnest($1::int[], $2::text[], $3::bigint[]) WITH ORDINALITY AS a(id, leader, term, n)
JOIN "public".leader_lease k ON k.id = a.id AND k.leader_id IN (a.leader, '#revoked ' || a.leader)
AND (a.term IS NULL OR k.term = a.term)
OFFSET 0 FOR UPDATE OF k SKIP LOCKED) v
WHERE l.id = v.id
RETURNING v.n, clock_timestamp();
    END $function$;

    CREATE OR REPLACE FUNCTION "public".leader_lease_publish(lock_id INT, leader TEXT, lease_term BIGINT, published TEXT, key TEXT)
    RETURNS TABLE (verdict TEXT, server_time BIGINT, holder TEXT, until BIGINT, holder_term BIGINT, longest INT)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
    #variable_conflict use_column
    BEGIN
        PERFORM "public".leader_lease_demand_proof(key, leader);
        IF octet_length(published) > 8000 THEN
            RAISE check_violation USING MESSAGE = 'leader_lease: a leader publishes 8000 bytes at most';
        END IF;
        RETURN QUERY
WITH ask AS MATERIALIZED (
SELECT $1::int AS id, $2::text AS leader, $3::bigint AS term, $4::text AS metadata
), done AS (
UPDATE "public".leader_lease l SET metadata = ask.metadata FROM ask
WHERE l.id = ask.id AND l.leader_id = ask.leader AND (ask.term IS NULL OR l.term = ask.term)
RETURNING l.leader_id, l.expires_at, l.term
)
SELECT CASE WHEN d.leader_id IS NULL THEN 'lost' ELSE 'renewed' END, CASE WHEN clock_timestamp() < timestamptz '9999-01-01 00:00:00+00' THEN (extract(epoch FROM greatest(clock_timestamp(), timestamptz '0001-01-01 00:00:00+00')) * 1000000)::bigint WHEN clock_timestamp() IS NOT NULL THEN 9223372036854775807 END, d.leader_id::text, CASE WHEN d.expires_at < timestamptz '9999-01-01 00:00:00+00' THEN (extract(epoch FROM greatest(d.expires_at, timestamptz '0001-01-01 00:00:00+00')) * 1000000)::bigint WHEN d.expires_at IS NOT NULL THEN 9223372036854775807 END, d.term, 0
FROM ask LEFT JOIN done d ON true;
    END $function$;

    CREATE OR REPLACE FUNCTION "public".leader_lease_note_success(lock_id INT, leader TEXT, lease_term BIGINT, key TEXT) RETURNS BOOLEAN
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
    BEGIN
        PERFORM "public".leader_lease_demand_proof(key, leader);
        RETURN "public".leader_lease_succeeded(lock_id, leader, lease_term);
    END $function$;

    -- Of what has run out, whose it was; hence no key.
    CREATE OR REPLACE FUNCTION "public".leader_lease_clean_up(at_most INT, latest BIGINT)
    RETURNS TABLE (verdict TEXT, server_time BIGINT, holder TEXT, until BIGINT, holder_term BIGINT, longest INT, gone BIGINT, pruned INT)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
    #variable_conflict use_column
    BEGIN
        RETURN QUERY
WITH ask AS MATERIALIZED (
SELECT $1::int AS at_most, $2::bigint AS not_after
), terms AS MATERIALIZED (
SELECT at_most, clock_timestamp() AS now, timestamptz 'epoch' + not_after * interval '1 microsecond' AS deadline FROM ask
), stale AS MATERIALIZED (
SELECT l.id FROM "public".leader_lease l
WHERE l.expires_at < (SELECT CASE WHEN now > deadline THEN '-infinity' ELSE least(now, deadline) - interval '5 s' END FROM terms)
LIMIT (SELECT at_most FROM terms) FOR UPDATE SKIP LOCKED
), gone AS (
DELETE FROM "public".leader_lease l USING stale, terms t
WHERE l.id = stale.id AND l.expires_at < least(clock_timestamp(), t.deadline) - interval '5 s'
RETURNING l.id
), number AS MATERIALIZED (
SELECT count(*) AS gone FROM gone
)
SELECT CASE WHEN t.now > t.deadline THEN 'beyond' ELSE 'cleaned' END, CASE WHEN clock_timestamp() < timestamptz '9999-01-01 00:00:00+00' THEN (extract(epoch FROM greatest(clock_timestamp(), timestamptz '0001-01-01 00:00:00+00')) * 1000000)::bigint WHEN clock_timestamp() IS NOT NULL THEN 9223372036854775807 END,
NULL::text, NULL::bigint, NULL::bigint, 0, number.gone,
"public".leader_lease_prune(t.at_most)
FROM terms t, number;
    END $function$;
    -- BRIN keeps renewals HOT from PostgreSQL 16 on.
    IF 'btree' = 'brin' AND EXISTS (
        SELECT 1 FROM pg_class i JOIN pg_namespace n ON n.oid = i.relnamespace JOIN pg_am a ON a.oid = i.relam
          JOIN pg_index x ON x.indexrelid = i.oid
         WHERE n.nspname = 'public' AND i.relname = 'leader_lease_expires' AND a.amname = 'btree' AND NOT x.indisunique) THEN
        DROP INDEX "public".leader_lease_expires;
    END IF;
    CREATE INDEX IF NOT EXISTS leader_lease_expires ON "public".leader_lease USING btree (expires_at);
    -- The leases that stand get their terms before anybody can see the table again; so do those that changed hands while
    -- triggers were missing.
    INSERT INTO "public".leader_lease_lock AS k (id, term, max_lease_ms)
    SELECT l.id, "public".leader_lease_next_term(o.term), "public".leader_lease_span_ms(l.expires_at, l.lease_ms)
      FROM "public".leader_lease l LEFT JOIN "public".leader_lease_lock o ON o.id = l.id
     WHERE l.term IS NULL OR l.term IS DISTINCT FROM o.term
    ON CONFLICT (id) DO UPDATE SET term = EXCLUDED.term, max_lease_ms = greatest(k.max_lease_ms, EXCLUDED.max_lease_ms);
    PERFORM "public".leader_lease_note(l.id, k.term, l.leader_id, 'upgraded')
       FROM "public".leader_lease l JOIN "public".leader_lease_lock k ON k.id = l.id WHERE l.term IS DISTINCT FROM k.term;
    UPDATE "public".leader_lease l SET term = k.term FROM "public".leader_lease_lock k WHERE k.id = l.id AND l.term IS DISTINCT FROM k.term;
    CREATE TRIGGER leader_lease_before_insert BEFORE INSERT ON "public".leader_lease
        FOR EACH ROW EXECUTE FUNCTION "public".leader_lease_before_insert();
    CREATE TRIGGER leader_lease_after_insert AFTER INSERT ON "public".leader_lease
        FOR EACH ROW EXECUTE FUNCTION "public".leader_lease_after_insert();
    CREATE TRIGGER leader_lease_before_update BEFORE UPDATE ON "public".leader_lease FOR EACH ROW
        WHEN (OLD.leader_id IS DISTINCT FROM NEW.leader_id OR OLD.term IS DISTINCT FROM NEW.term OR OLD.id IS DISTINCT FROM NEW.id)
        EXECUTE FUNCTION "public".leader_lease_before_update();
    CREATE TRIGGER leader_lease_after_update AFTER UPDATE ON "public".leader_lease FOR EACH ROW
        WHEN (OLD.leader_id IS DISTINCT FROM NEW.leader_id OR OLD.term IS DISTINCT FROM NEW.term)
        EXECUTE FUNCTION "public".leader_lease_after_update();
    CREATE TRIGGER leader_lease_before_renewal BEFORE UPDATE ON "public".leader_lease FOR EACH ROW
        WHEN (OLD.leader_id = NEW.leader_id AND OLD.term IS NOT DISTINCT FROM NEW.term
              AND (NEW.lease_ms > coalesce(OLD.lease_ms, 0) OR OLD.expires_at <= clock_timestamp() OR NEW.expires_at < OLD.expires_at
                   OR NEW.expires_at > clock_timestamp() + coalesce(NEW.lease_ms, 0) * interval '1 millisecond'
                   OR NEW.expires_at > clock_timestamp() + interval '24 hours' OR NEW.metadata IS DISTINCT FROM OLD.metadata
                   OR NEW.created_at <> OLD.created_at
                   OR NEW.renewals IS DISTINCT FROM OLD.renewals AND NEW.renewals IS DISTINCT FROM coalesce(OLD.renewals, 0) + 1))
        EXECUTE FUNCTION "public".leader_lease_before_renewal();
    CREATE TRIGGER leader_lease_after_delete AFTER DELETE ON "public".leader_lease
        FOR EACH ROW EXECUTE FUNCTION "public".leader_lease_after_delete();
    CREATE TRIGGER leader_lease_before_truncate BEFORE TRUNCATE ON "public".leader_lease
        FOR EACH STATEMENT EXECUTE FUNCTION "public".leader_lease_before_truncate();

    -- A session with session_replication_role = replica would skip them.
    ALTER TABLE "public".leader_lease
        ENABLE ALWAYS TRIGGER leader_lease_before_insert,
        ENABLE ALWAYS TRIGGER leader_lease_after_insert,
        ENABLE ALWAYS TRIGGER leader_lease_before_update,
        ENABLE ALWAYS TRIGGER leader_lease_after_update,
        ENABLE ALWAYS TRIGGER leader_lease_before_renewal,
        ENABLE ALWAYS TRIGGER leader_lease_after_delete,
        ENABLE ALWAYS TRIGGER leader_lease_before_truncate;
    REVOKE ALL ON FUNCTION
        "public".leader_lease_capture(INT, TEXT, BIGINT, BIGINT, BOOLEAN, BIGINT, TEXT, BIGINT, TEXT),
        "public".leader_lease_capture_batch(JSON, TEXT), "public".leader_lease_renew(INT, TEXT, BIGINT, BIGINT, TEXT),
        "public".leader_lease_renew_again(INT, TEXT, BIGINT, BIGINT, TEXT),
        "public".leader_lease_renew_batch(INT[], TEXT[], BIGINT[], BIGINT[], TEXT), "public".leader_lease_renew_batch_again(JSON, TEXT),
        "public".leader_lease_release(INT, TEXT, BIGINT, TEXT), "public".leader_lease_release_batch(INT[], TEXT[], BIGINT[], TEXT),
        "public".leader_lease_publish(INT, TEXT, BIGINT, TEXT, TEXT), "public".leader_lease_note_success(INT, TEXT, BIGINT, TEXT),
        "public".leader_lease_clean_up(INT, BIGINT),
        "public".leader_lease_demand_proof(TEXT, TEXT[]), "public".leader_lease_proves(TEXT, TEXT),
        "public".leader_lease_demand(TEXT, INT, TEXT), "public".leader_lease_bound_span(TIMESTAMPTZ, BIGINT),
        "public".leader_lease_has_roles(), "public".leader_lease_next_term(BIGINT), "public".leader_lease_holds_off(INT, BIGINT),
        "public".leader_lease_timeline(), "public".leader_lease_system(), "public".leader_lease_place(), "public".leader_lease_span_ms(TIMESTAMPTZ, BIGINT),
        "public".leader_lease_bound_wait(), "public".leader_lease_bound_idle(BIGINT),
        "public".leader_lease_note(INT, BIGINT, TEXT, TEXT, TEXT), "public".leader_lease_tell(INT, BIGINT, TEXT),
        "public".leader_lease_prune(INT), "public".leader_lease_before_insert(), "public".leader_lease_after_insert(),
        "public".leader_lease_before_update(), "public".leader_lease_after_update(), "public".leader_lease_before_renewal(),
        "public".leader_lease_after_delete(), "public".leader_lease_before_truncate(),
        "public".leader_lease_guard(INT, TEXT, BIGINT), "public".leader_lease_guard_held(INT, TEXT, BIGINT),
        "public".leader_lease_order(INT, TEXT, TEXT, BIGINT, TEXT, BIGINT), "public".leader_lease_rename(INT, TEXT),
        "public".leader_lease_succeeded(INT, TEXT, BIGINT), "public".leader_lease_barred(TIMESTAMPTZ, TEXT, TIMESTAMPTZ, TEXT), "public".leader_lease_instance(TEXT)
    FROM PUBLIC;
    -- Who may read the leases may read the terms; who may write leases is a node, and may guard and clean up.
    FOR grantee IN
        SELECT CASE WHEN x.grantee = 0 THEN 'PUBLIC' ELSE quote_ident(r.rolname) END AS name,
               bool_or(x.privilege_type IN ('INSERT', 'UPDATE')) AS node
          FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
         CROSS JOIN LATERAL aclexplode(c.relacl) x LEFT JOIN pg_roles r ON r.oid = x.grantee
         WHERE n.nspname = 'public' AND c.relname = 'leader_lease' AND x.grantee <> c.relowner
           AND x.privilege_type IN ('SELECT', 'INSERT', 'UPDATE') AND (x.grantee = 0 OR r.rolname IS NOT NULL)
         GROUP BY 1
    LOOP
        EXECUTE 'GRANT SELECT ON "public".leader_lease_lock, "public".leader_lease_history, "public".leader_lease_server TO ' || grantee.name;
        IF grantee.node THEN
            EXECUTE 'GRANT EXECUTE ON FUNCTION "public".leader_lease_guard(INT, TEXT, BIGINT), '
                 || '"public".leader_lease_guard_held(INT, TEXT, BIGINT), "public".leader_lease_prune(INT), '
                 || '"public".leader_lease_order(INT, TEXT, TEXT, BIGINT, TEXT, BIGINT), "public".leader_lease_rename(INT, TEXT), '
                 || '"public".leader_lease_succeeded(INT, TEXT, BIGINT) TO ' || grantee.name;
        END IF;
    END LOOP;
    -- What is new belongs to whom the table does.
    IF EXISTS (SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname = 'public' AND c.relname = 'leader_lease' AND pg_get_userbyid(c.relowner) = 'elector_owner') THEN
    -- To each role what its work needs, and nothing to anybody else but who was given it by name. `part` is a RECORD; `by_functions`
    -- says whether nodes call functions, and nobody but the owner and operators writes the table.
    FOR part IN
        SELECT format('TABLE %I.%I', n.nspname, c.relname) AS name, pg_get_userbyid(c.relowner) AS owner
          FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
         WHERE n.nspname = 'public' AND c.relname IN ('leader_lease', 'leader_lease_lock', 'leader_lease_history', 'leader_lease_server')
        UNION ALL
        SELECT 'FUNCTION ' || p.oid::regprocedure, pg_get_userbyid(p.proowner)
          FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
         WHERE n.nspname = 'public' AND starts_with(p.proname, 'leader_lease_')
    LOOP
        IF part.owner <> 'elector_owner' THEN
            EXECUTE format('ALTER %s OWNER TO elector_owner', part.name);
        END IF;
        EXECUTE format('REVOKE ALL ON %s FROM PUBLIC, elector_node, elector_viewer, elector_operator', part.name);
    END LOOP;
    -- What others were given, by name or by default: nobody writes what the triggers go by, and strictly nobody the leases, nor does
    -- anybody else call what nodes call.
    FOR part IN
        SELECT DISTINCT 'INSERT, UPDATE, DELETE' AS rights, format('TABLE %I.%I', n.nspname, c.relname) AS name,
               CASE WHEN x.grantee = 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(x.grantee)) END AS grantee
          FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_attribute a ON a.attrelid = c.oid
         CROSS JOIN LATERAL (SELECT * FROM aclexplode(c.relacl) UNION ALL SELECT * FROM aclexplode(a.attacl)) x
         WHERE n.nspname = 'public' AND x.grantee <> c.relowner AND x.privilege_type IN ('INSERT', 'UPDATE', 'DELETE')
           AND (c.relname IN ('leader_lease_lock', 'leader_lease_history', 'leader_lease_server') OR c.relname = 'leader_lease' AND by_functions)
        UNION ALL
        SELECT DISTINCT 'EXECUTE', 'FUNCTION ' || p.oid::regprocedure, quote_ident(pg_get_userbyid(x.grantee))
          FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace CROSS JOIN LATERAL aclexplode(p.proacl) x
         WHERE by_functions AND n.nspname = 'public' AND starts_with(p.proname, 'leader_lease_') AND x.grantee NOT IN (0, p.proowner)
    LOOP
        EXECUTE format('REVOKE %s ON %s FROM %s CASCADE', part.rights, part.name, part.grantee);
    END LOOP;
    GRANT USAGE ON SCHEMA "public" TO elector_node, elector_viewer, elector_operator;
    GRANT SELECT ON "public".leader_lease, "public".leader_lease_lock, "public".leader_lease_history, "public".leader_lease_server
       TO elector_node, elector_viewer, elector_operator;
    GRANT EXECUTE ON FUNCTION "public".leader_lease_version() TO elector_node, elector_viewer, elector_operator;
    GRANT EXECUTE ON FUNCTION "public".leader_lease_guard(INT, TEXT, BIGINT), "public".leader_lease_guard_held(INT, TEXT, BIGINT),
        "public".leader_lease_prune(INT) TO elector_node;
    IF by_functions THEN
        GRANT EXECUTE ON FUNCTION
        "public".leader_lease_capture(INT, TEXT, BIGINT, BIGINT, BOOLEAN, BIGINT, TEXT, BIGINT, TEXT),
        "public".leader_lease_capture_batch(JSON, TEXT), "public".leader_lease_renew(INT, TEXT, BIGINT, BIGINT, TEXT),
        "public".leader_lease_renew_again(INT, TEXT, BIGINT, BIGINT, TEXT),
        "public".leader_lease_renew_batch(INT[], TEXT[], BIGINT[], BIGINT[], TEXT), "public".leader_lease_renew_batch_again(JSON, TEXT),
        "public".leader_lease_release(INT, TEXT, BIGINT, TEXT), "public".leader_lease_release_batch(INT[], TEXT[], BIGINT[], TEXT),
        "public".leader_lease_publish(INT, TEXT, BIGINT, TEXT, TEXT), "public".leader_lease_note_success(INT, TEXT, BIGINT, TEXT),
        "public".leader_lease_clean_up(INT, BIGINT)        TO elector_node;
    ELSE
        GRANT INSERT, UPDATE, DELETE ON "public".leader_lease TO elector_node;
        GRANT EXECUTE ON FUNCTION "public".leader_lease_succeeded(INT, TEXT, BIGINT) TO elector_node;
    END IF;
    -- To revoke, and to evict; the triggers let nothing else pass.
    GRANT UPDATE (leader_id), DELETE ON "public".leader_lease TO elector_operator;
    GRANT EXECUTE ON FUNCTION "public".leader_lease_order(INT, TEXT, TEXT, BIGINT, TEXT, BIGINT), "public".leader_lease_rename(INT, TEXT)
       TO elector_operator;
    -- Who was given everything once would still free live leases, or hang his own triggers on them.
    FOR part IN
        SELECT DISTINCT format('%I.%I', n.nspname, c.relname) AS name,
               CASE WHEN x.grantee = 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(x.grantee)) END AS owner
          FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace CROSS JOIN LATERAL aclexplode(c.relacl) x
         WHERE n.nspname = 'public' AND c.relname IN ('leader_lease', 'leader_lease_lock', 'leader_lease_history', 'leader_lease_server')
           AND x.grantee <> c.relowner AND x.privilege_type IN ('TRUNCATE', 'TRIGGER', 'REFERENCES')
    LOOP
        EXECUTE format('REVOKE TRUNCATE, TRIGGER, REFERENCES ON %s FROM %s', part.name, part.owner);
    END LOOP;
    ELSE
    -- All of it belongs to whom leader_lease does: what runs with the rights of its owner must not call what another can change.
    FOR part IN
        SELECT o.what, pg_get_userbyid(t.relowner) AS owner
          FROM pg_class t JOIN pg_namespace n ON n.oid = t.relnamespace
          JOIN (SELECT c.relnamespace AS space, format('TABLE %s', c.oid::regclass) AS what, c.relowner AS owner FROM pg_class c
                 WHERE c.relname IN ('leader_lease_lock', 'leader_lease_history', 'leader_lease_server')
                UNION ALL
                SELECT p.pronamespace, format('FUNCTION %s', p.oid::regprocedure), p.proowner FROM pg_proc p
                 WHERE starts_with(p.proname, 'leader_lease_')) o ON o.space = n.oid
         WHERE n.nspname = 'public' AND t.relname = 'leader_lease' AND o.owner <> t.relowner
    LOOP
        EXECUTE format('ALTER %s OWNER TO %I', part.what, part.owner);
    END LOOP;
    END IF;
    PERFORM set_config('lock_timeout', old_lock_timeout, true);
    PERFORM set_config('client_min_messages', old_messages, true);
END $elector$;
COMMIT;
