-- SPDX-License-Identifier: MIT
SELECT current_user::text, current_setting('server_version_num')::int, pg_is_in_recovery(),
       current_setting('transaction_read_only')::bool, current_setting('fsync')::bool,
       (SELECT s.reset_val FROM pg_settings s WHERE s.name = 'synchronous_commit'),
       (extract(epoch FROM current_setting('deadlock_timeout')::interval) * 1000)::bigint,
       (SELECT s.reset_val::bigint FROM pg_settings s WHERE s.name = 'idle_in_transaction_session_timeout'),
       n.oid IS NOT NULL,
       coalesce(has_schema_privilege(n.oid, 'USAGE'), false),
       coalesce(has_schema_privilege(n.oid, 'CREATE'), has_database_privilege(current_database(), 'CREATE')),
       coalesce(has_table_privilege(c.oid, 'SELECT'), false), coalesce(has_table_privilege(c.oid, 'INSERT'), false),
       coalesce(has_table_privilege(c.oid, 'UPDATE'), false), coalesce(has_table_privilege(c.oid, 'DELETE'), false),
       coalesce((SELECT has_table_privilege(k.oid, 'SELECT') FROM pg_class k
                  WHERE k.relnamespace = n.oid AND k.relname = 'leader_lease_lock'), true),
       coalesce((SELECT bool_and(has_function_privilege(p.oid, 'EXECUTE')) FROM pg_proc p
                  WHERE p.pronamespace = n.oid AND p.proname IN ('leader_lease_guard', 'leader_lease_guard_held', 'leader_lease_prune')), true),
       coalesce((SELECT bool_and(has_function_privilege(p.oid, 'EXECUTE')) FROM pg_proc p
                  WHERE p.pronamespace = n.oid AND p.proname IN ('leader_lease_order', 'leader_lease_rename')), false),
       (SELECT count(*) FROM pg_stat_replication)::int,
       (SELECT count(*) FROM pg_stat_replication r WHERE r.sync_state = 'async')::int,
       (SELECT count(*) FROM pg_stat_activity a WHERE a.datname = current_database() AND a.application_name LIKE 'elector%')::int,
       shape.*
  FROM (SELECT 1) one
  LEFT JOIN pg_namespace n ON n.nspname = '@schema_name@'
  LEFT JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = 'leader_lease'
 CROSS JOIN (@shape@) shape
