-- SPDX-License-Identifier: MIT
-- Stands between the settings of a transaction and its statement, which is not run unless the server is the one that was checked:
-- a primary stays one until it is started again.
SELECT (CASE WHEN pg_is_in_recovery() = $1::bool AND (extract(epoch FROM pg_postmaster_start_time()) * 1000000)::bigint = $2::bigint
                  AND current_setting('fsync') = $3 THEN '0' ELSE $4 END)::int;
