-- SPDX-License-Identifier: MIT
-- Makes a plain leader_lease in schema @schema_name@ full, or brings a full one up to date. One transaction; may be run
-- again; nodes go on running.
DO $elector$
@include declare@
    grantee RECORD;
    part RECORD;
    by_functions BOOLEAN;
BEGIN
@include begin@
@include lock_tables@
    by_functions := @include is_strict@;
@include check_shape@
    IF NOT @include table_exists@ THEN
        RAISE undefined_table USING MESSAGE = 'There is no table leader_lease in schema @schema_name@.',
            HINT = 'Install it instead.';
    END IF;
    LOCK TABLE @schema@.leader_lease IN ACCESS EXCLUSIVE MODE;
@include drop_triggers@
@include full_objects@
    -- BRIN keeps renewals HOT from PostgreSQL 16 on.
    IF '@index_method@' = 'brin' AND EXISTS (
        SELECT 1 FROM pg_class i JOIN pg_namespace n ON n.oid = i.relnamespace JOIN pg_am a ON a.oid = i.relam
          JOIN pg_index x ON x.indexrelid = i.oid
         WHERE n.nspname = '@schema_name@' AND i.relname = 'leader_lease_expires' AND a.amname = 'btree' AND NOT x.indisunique) THEN
        DROP INDEX @schema@.leader_lease_expires;
    END IF;
    CREATE INDEX IF NOT EXISTS leader_lease_expires ON @schema@.leader_lease USING @index_method@ (expires_at);
    -- The leases that stand get their terms before anybody can see the table again; so do those that changed hands while
    -- triggers were missing.
    INSERT INTO @schema@.leader_lease_lock AS k (id, term, max_lease_ms)
    SELECT l.id, @schema@.leader_lease_next_term(o.term), @schema@.leader_lease_span_ms(l.expires_at, l.lease_ms)
      FROM @schema@.leader_lease l LEFT JOIN @schema@.leader_lease_lock o ON o.id = l.id
     WHERE l.term IS NULL OR l.term IS DISTINCT FROM o.term
    ON CONFLICT (id) DO UPDATE SET term = EXCLUDED.term, max_lease_ms = greatest(k.max_lease_ms, EXCLUDED.max_lease_ms);
    PERFORM @schema@.leader_lease_note(l.id, k.term, l.leader_id, 'upgraded')
       FROM @schema@.leader_lease l JOIN @schema@.leader_lease_lock k ON k.id = l.id WHERE l.term IS DISTINCT FROM k.term;
    UPDATE @schema@.leader_lease l SET term = k.term FROM @schema@.leader_lease_lock k WHERE k.id = l.id AND l.term IS DISTINCT FROM k.term;
@include full_triggers@
@include full_rights@
    -- What is new belongs to whom the table does.
    IF EXISTS (SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname = '@schema_name@' AND c.relname = 'leader_lease' AND pg_get_userbyid(c.relowner) = 'elector_owner') THEN
@include role_rights@
    ELSE
@include same_owner@
    END IF;
@include end@
END $elector$;
