-- SPDX-License-Identifier: MIT
-- Removes leader election from schema @schema_name@, with its table, its terms and its history. The schema stays.
-- Refused while a lease has not run out.
DO $elector$
@include declare@
    live_locks TEXT;
    part RECORD;
BEGIN
@include begin@
@include lock_tables@
@include check_shape@
    IF @include table_exists@ THEN
        -- A leader believes in its lease until it runs out, with or without the table; a new table would elect another.
        LOCK TABLE @schema@.leader_lease IN ACCESS EXCLUSIVE MODE;
        SELECT string_agg(l.id::text, ', ' ORDER BY l.id) INTO live_locks
          FROM @schema@.leader_lease l WHERE l.expires_at > clock_timestamp();
        IF live_locks IS NOT NULL THEN
            RAISE object_in_use USING MESSAGE = format('These locks in schema @schema_name@ are held: %s.', left(live_locks, 200)),
                HINT = 'Stop the nodes first, so that they give them up, or wait until the leases have run out.';
        END IF;
        DROP TABLE @schema@.leader_lease;
    END IF;
    IF EXISTS (SELECT 1 FROM pg_namespace n WHERE n.nspname = '@schema_name@') THEN
@include drop_objects@
        FOR part IN SELECT r.rolname AS name FROM pg_roles r
                     WHERE r.rolname IN ('elector_owner', 'elector_node', 'elector_viewer', 'elector_operator') LOOP
            EXECUTE format('REVOKE ALL ON SCHEMA @schema@ FROM %I', part.name);
        END LOOP;
    END IF;
@include end@
END $elector$;
