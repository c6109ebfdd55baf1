-- SPDX-License-Identifier: MIT
-- For the rest of the session; what its settings would have been is kept for facts.sql, which looks at them.
-- `lock_timeout` stays below the deadlock check. Behind a pooler, where another backend answers than the one that the login
-- told of, it changes nothing and gives no row: the settings could hit somebody else's session.
SELECT set_config('elector.usual_synchronous_commit', coalesce(nullif(current_setting('elector.usual_synchronous_commit', true), ''),
                                                                current_setting('synchronous_commit')), false),
       set_config('elector.usual_idle_timeout', coalesce(nullif(current_setting('elector.usual_idle_timeout', true), ''),
                                                         current_setting('idle_in_transaction_session_timeout')), false),
       set_config('default_transaction_isolation', 'read committed', false),
       set_config('default_transaction_read_only', 'off', false),
       set_config('default_transaction_deferrable', 'off', false),
       set_config('synchronous_commit', CASE WHEN current_setting('synchronous_commit') IN ('off', 'local') THEN 'on'
                                             ELSE current_setting('synchronous_commit') END, false),
       set_config('statement_timeout', $1::bigint::text, false),
       set_config('lock_timeout', greatest(1, least($2::bigint,
           floor(extract(epoch FROM current_setting('deadlock_timeout')::interval) * 600)))::bigint::text, false),
       set_config('idle_in_transaction_session_timeout', $3::bigint::text, false),
       -- From 14 and 17 on. They would end the session: one that waits for its turn, or for a row.
       CASE WHEN current_setting('idle_session_timeout', true) <> '0' THEN set_config('idle_session_timeout', '0', false) END,
       CASE WHEN current_setting('transaction_timeout', true) <> '0' THEN set_config('transaction_timeout', '0', false) END,
       set_config('client_min_messages', 'warning', false),
       set_config('search_path', 'pg_catalog', false),
       set_config('TimeZone', 'UTC', false),
       set_config('plan_cache_mode', CASE WHEN $5::bool THEN 'force_generic_plan' ELSE 'auto' END, false),
       set_config('application_name', $4::text, false)
 WHERE $6::int IN (0, pg_backend_pid())
