-- SPDX-License-Identifier: MIT
-- Leader election, full level, in schema @schema_name@. One transaction; may be run again; a leader_lease that already
-- stands is left as it is.
DO $elector$
@include declare@
    grantee RECORD;
    part RECORD;
BEGIN
@include begin@
@include create_schema@
@include check_shape@
    IF NOT @include table_exists@ THEN
@include plain_table@
@include full_objects@
    -- Of tables that somebody has left standing when he dropped leader_lease.
@include drop_triggers@
@include full_triggers@
@include full_rights@
@include same_owner@
    END IF;
@include end@
END $elector$;
