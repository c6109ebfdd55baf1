-- SPDX-License-Identifier: MIT
-- Makes leader_lease in schema @schema_name@ plain again: its leases stay, its terms and its history go.
DO $elector$
@include declare@
    by_functions BOOLEAN;
BEGIN
@include begin@
@include lock_tables@
    by_functions := @include is_strict@;
@include check_shape@
    IF @include table_exists@ THEN
@include drop_triggers@
        ALTER TABLE @schema@.leader_lease DROP COLUMN IF EXISTS term, DROP COLUMN IF EXISTS lease_ms,
            DROP COLUMN IF EXISTS renewals, DROP COLUMN IF EXISTS metadata;
        IF by_functions THEN
            GRANT INSERT, UPDATE, DELETE ON @schema@.leader_lease TO elector_node; -- who called functions, which go
        END IF;
    END IF;
    IF EXISTS (SELECT 1 FROM pg_namespace n WHERE n.nspname = '@schema_name@') THEN
@include drop_objects@
    END IF;
@include end@
END $elector$;
