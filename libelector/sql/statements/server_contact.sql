-- SPDX-License-Identifier: MIT
-- The first question through a pooler that lends sessions: which server answers, and what a new session of our role would be set
-- to there (not this one: others may have set it).
SELECT pg_backend_pid(), pg_is_in_recovery(), (extract(epoch FROM pg_postmaster_start_time()) * 1000000)::bigint, current_setting('fsync'),
       (SELECT reset_val FROM pg_settings WHERE name = 'synchronous_commit'),
       (SELECT reset_val FROM pg_settings WHERE name = 'idle_in_transaction_session_timeout')::bigint,
       (SELECT reset_val FROM pg_settings WHERE name = 'deadlock_timeout')::bigint
