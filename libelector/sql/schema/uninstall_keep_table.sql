-- SPDX-License-Identifier: MIT
-- Makes leader_lease in schema @schema_name@ plain again: its leases stay, its terms and its history go.
DO $elector$
@include declare@
BEGIN
@include begin@
@include check_shape@
    IF @include table_exists@ THEN
@include drop_triggers@
        ALTER TABLE @schema@.leader_lease DROP COLUMN IF EXISTS term, DROP COLUMN IF EXISTS lease_ms,
            DROP COLUMN IF EXISTS renewals, DROP COLUMN IF EXISTS metadata;
    END IF;
    IF EXISTS (SELECT 1 FROM pg_namespace n WHERE n.nspname = '@schema_name@') THEN
@include drop_objects@
    END IF;
@include end@
END $elector$;
