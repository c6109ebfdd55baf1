-- SPDX-License-Identifier: MIT
-- Begins each session, whose catalogues are not cached yet: the views of statistics and of settings would cost more than all
-- the rest, so their functions are asked, and what the session's settings were before is remembered (configure_session.sql).
SELECT current_user::text, current_setting('server_version_num')::int, pg_is_in_recovery(),
       current_setting('transaction_read_only')::bool, current_setting('fsync')::bool,
       coalesce(nullif(current_setting('elector.usual_synchronous_commit', true), ''), current_setting('synchronous_commit')),
       (extract(epoch FROM current_setting('deadlock_timeout')::interval) * 1000)::bigint,
       (extract(epoch FROM coalesce(nullif(current_setting('elector.usual_idle_timeout', true), ''),
                                    current_setting('idle_in_transaction_session_timeout'))::interval) * 1000)::bigint,
       n.oid IS NOT NULL,
       coalesce(has_schema_privilege(n.oid, 'USAGE'), false),
       coalesce(has_schema_privilege(n.oid, 'CREATE'), has_database_privilege(current_database(), 'CREATE')),
       coalesce(has_table_privilege(c.oid, 'SELECT'), false), coalesce(has_table_privilege(c.oid, 'INSERT'), false),
       coalesce(has_any_column_privilege(c.oid, 'UPDATE'), false), coalesce(has_table_privilege(c.oid, 'DELETE'), false),
       coalesce((SELECT has_table_privilege(k.oid, 'SELECT') FROM pg_class k
                  WHERE k.relnamespace = n.oid AND k.relname = 'leader_lease_lock'), true),
       coalesce(functions.may_guard, true), coalesce(functions.may_order, false), coalesce(functions.hold_off, false),
       senders.standbys, senders.asynchronous, sessions.electors,
       coalesce((SELECT bool_or(has_function_privilege(g.oid, 'EXECUTE')) FROM pg_proc g
                  WHERE g.pronamespace = 'pg_catalog'::regnamespace AND g.proname = 'pg_try_advisory_xact_lock' AND g.pronargs = 1), false),
       coalesce(functions.may_call, false),
       coalesce(pg_get_userbyid(c.relowner) = 'elector_owner', false),
       coalesce(pg_get_userbyid(c.relowner) = 'elector_owner' AND NOT EXISTS (
           SELECT 1 FROM aclexplode(c.relacl) x WHERE pg_get_userbyid(x.grantee) = 'elector_node' AND x.privilege_type = 'INSERT'), false),
       current_database()::text,
       shape.*
  FROM (SELECT 1) one
  LEFT JOIN pg_namespace n ON n.nspname = '@schema_name@'
  LEFT JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = 'leader_lease'
  LEFT JOIN LATERAL (
       SELECT bool_and(has_function_privilege(p.oid, 'EXECUTE'))
                  FILTER (WHERE p.proname IN ('leader_lease_guard', 'leader_lease_guard_held', 'leader_lease_prune')) AS may_guard,
              bool_and(has_function_privilege(p.oid, 'EXECUTE'))
                  FILTER (WHERE p.proname IN ('leader_lease_order', 'leader_lease_rename')) AS may_order,
              bool_or(p.proname = 'leader_lease_holds_off') AS hold_off,
              bool_and(has_function_privilege(p.oid, 'EXECUTE'))
                  FILTER (WHERE p.proname IN ('leader_lease_capture', 'leader_lease_renew', 'leader_lease_release')) AS may_call
         FROM pg_proc p
        WHERE p.pronamespace = n.oid AND p.proname IN ('leader_lease_guard', 'leader_lease_guard_held', 'leader_lease_prune',
                                                       'leader_lease_order', 'leader_lease_rename', 'leader_lease_holds_off',
                                                       'leader_lease_capture', 'leader_lease_renew', 'leader_lease_release')) functions ON true
 CROSS JOIN (SELECT count(*)::int AS standbys, (count(*) FILTER (WHERE w.sync_state = 'async'))::int AS asynchronous
               FROM pg_stat_get_wal_senders() w) senders
 CROSS JOIN (SELECT count(*)::int AS electors FROM pg_stat_get_activity(NULL) a
              WHERE a.datid = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database())
                AND a.application_name LIKE 'elector%') sessions
 CROSS JOIN (@shape@) shape
