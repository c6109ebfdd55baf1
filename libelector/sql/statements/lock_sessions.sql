-- SPDX-License-Identifier: MIT
-- One row at least: the holder stands in each. Of sessions of others a role without pg_read_all_stats sees neither
-- beginning nor address nor state.
WITH ask AS MATERIALIZED (
    SELECT $1::int AS id, $2::text::int[] AS pids
), holder AS MATERIALIZED (
@rows    SELECT l.leader_id FROM @schema@.leader_lease l WHERE l.id = (SELECT id FROM ask) AND l.expires_at > clock_timestamp()
@norows  SELECT NULL::text AS leader_id
)
SELECT (SELECT h.leader_id FROM holder h), a.pid, a.application_name, a.usename::text, a.backend_start IS NULL,
       host(a.client_addr), greatest(a.client_port, 0), @micros(a.backend_start)@, a.state,
       (extract(epoch FROM clock_timestamp() - a.xact_start) * 1000000)::bigint, a.wait_event_type, a.wait_event,
       pg_has_role('pg_read_all_stats', 'USAGE')
  FROM (SELECT 1) one
  LEFT JOIN pg_stat_activity a ON a.pid <> pg_backend_pid()
   AND (a.datname = current_database() AND a.application_name LIKE 'elector %' OR a.pid = ANY ((SELECT pids FROM ask)::int[]))
 ORDER BY a.pid
