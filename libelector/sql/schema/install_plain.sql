-- SPDX-License-Identifier: MIT
-- The table of leader election, plain level, in schema @schema_name@. One transaction; may be run again.
DO $elector$
@include declare@
BEGIN
@include begin@
@include create_schema@
@include check_shape@
    IF NOT @include table_exists@ THEN
@include plain_table@
    END IF;
@include end@
END $elector$;
