-- SPDX-License-Identifier: MIT
-- Removes leader election from schema @schema_name@, with its table, its terms and its history. The schema stays.
DO $elector$
@include declare@
BEGIN
@include begin@
@include check_shape@
    IF @include table_exists@ THEN
        DROP TABLE @schema@.leader_lease;
    END IF;
    IF EXISTS (SELECT 1 FROM pg_namespace n WHERE n.nspname = '@schema_name@') THEN
@include drop_objects@
    END IF;
@include end@
END $elector$;
