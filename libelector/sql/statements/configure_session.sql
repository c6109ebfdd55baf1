-- SPDX-License-Identifier: MIT
-- For the rest of the session. `lock_timeout` stays below the deadlock check.
SELECT set_config('default_transaction_isolation', 'read committed', false),
       set_config('default_transaction_read_only', 'off', false),
       set_config('default_transaction_deferrable', 'off', false),
       set_config('synchronous_commit', CASE WHEN current_setting('synchronous_commit') IN ('off', 'local') THEN 'on'
                                             ELSE current_setting('synchronous_commit') END, false),
       set_config('statement_timeout', ?::bigint::text, false),
       set_config('lock_timeout', greatest(1, least(?::bigint,
           floor(extract(epoch FROM current_setting('deadlock_timeout')::interval) * 600)))::bigint::text, false),
       set_config('idle_in_transaction_session_timeout', ?::bigint::text, false),
       set_config('client_min_messages', 'warning', false),
       set_config('search_path', 'pg_catalog', false),
       set_config('TimeZone', 'UTC', false),
       set_config('application_name', ?::text, false)
