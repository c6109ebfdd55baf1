-- SPDX-License-Identifier: MIT
-- What holds for one transaction of ours in a session that a pooler lends: whatever others have set in it counts for nothing.
-- (Temporary tables of theirs come last, or one with the name of a type or a catalogue would take its place.)
SET LOCAL transaction_isolation TO 'read committed';
SET LOCAL transaction_read_only TO $1;
SET LOCAL transaction_deferrable TO off;
SET LOCAL session_authorization TO DEFAULT;
SET LOCAL role TO DEFAULT;
SET LOCAL search_path TO pg_catalog, pg_temp;
SET LOCAL synchronous_commit TO on;
SET LOCAL statement_timeout TO $2;
SET LOCAL lock_timeout TO $3;
SET LOCAL idle_in_transaction_session_timeout TO $4;
SET LOCAL client_min_messages TO warning;
SET LOCAL "TimeZone" TO 'UTC';
SET LOCAL "DateStyle" TO 'ISO';
