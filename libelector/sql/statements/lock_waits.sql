-- SPDX-License-Identifier: MIT
-- Who holds or waits for the gate of one lock, for rows and for the tables, and for whom they wait. Which row a lock of
-- a row or a wait for a transaction means cannot always be told: only what is certainly another lock's is left out.
-- Of what is merely held, the electors' own writing is left out, unless somebody waits for it or it lies idle.
WITH ask AS MATERIALIZED (
    SELECT $1::int AS id, $2::bigint AS gate, (SELECT d.oid FROM pg_database d WHERE d.datname = current_database()) AS here
), tables AS MATERIALIZED (
    SELECT c.oid, c.relname::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = '@schema_name@' AND c.relname IN ('leader_lease', 'leader_lease_lock')
), locks AS MATERIALIZED (
    SELECT l.*, l AS whole FROM pg_locks l WHERE l.pid IS DISTINCT FROM pg_backend_pid()
), near AS MATERIALIZED (
    SELECT l.pid, CASE l.locktype WHEN 'advisory' THEN 'gate' WHEN 'tuple' THEN 'row' ELSE 'table' END AS kind, t.name AS object,
           l.mode, l.granted, l.whole
      FROM locks l CROSS JOIN ask LEFT JOIN tables t ON t.oid = l.relation
     WHERE l.database = ask.here
       AND (l.locktype = 'advisory' AND l.objsubid = 1 AND l.classid::bigint = (ask.gate >> 32) & 4294967295
            AND l.objid::bigint = ask.gate & 4294967295
         OR l.locktype = 'relation' AND t.oid IS NOT NULL
         OR l.locktype = 'tuple' AND t.oid IS NOT NULL
@full       AND NOT EXISTS (SELECT FROM @schema@.leader_lease_lock o WHERE t.name = 'leader_lease_lock'
@full                        AND o.ctid = format('(%s,%s)', l.page, l.tuple)::tid AND o.id <> ask.id)
@rows       AND NOT EXISTS (SELECT FROM @schema@.leader_lease o WHERE t.name = 'leader_lease'
@rows                        AND o.ctid = format('(%s,%s)', l.page, l.tuple)::tid AND o.id <> ask.id)
            )
), waits AS MATERIALIZED (
    SELECT n.pid, n.kind, n.object, n.mode, n.granted, n.whole FROM near n WHERE NOT n.granted
    UNION ALL
    SELECT l.pid, CASE WHEN l.locktype IN ('transactionid', 'virtualxid') THEN 'transaction' ELSE 'other' END,
           CASE l.locktype WHEN 'transactionid' THEN l.transactionid::text WHEN 'virtualxid' THEN l.virtualxid ELSE l.locktype END,
           l.mode, l.granted, l.whole
      FROM locks l WHERE NOT l.granted AND l.pid IN (SELECT n.pid FROM near n)
       AND NOT EXISTS (SELECT FROM near n WHERE n.whole = l.whole)
), blocked AS MATERIALIZED (
    SELECT p.pid, pg_blocking_pids(p.pid) AS blockers FROM (SELECT DISTINCT w.pid FROM waits w) p
), shown AS (
    SELECT w.* FROM waits w
    UNION ALL
    SELECT n.pid, n.kind, n.object, n.mode, n.granted, n.whole FROM near n
     WHERE n.granted AND (n.kind = 'gate' OR n.mode <> 'AccessShareLock' AND (n.pid IS NULL
        OR EXISTS (SELECT FROM blocked b WHERE n.pid = ANY (b.blockers))
        OR EXISTS (SELECT FROM pg_stat_activity a WHERE a.pid = n.pid
                      AND (a.state LIKE 'idle in transaction%' OR a.application_name NOT LIKE 'elector %'))))
)
SELECT s.pid, s.kind, s.object, s.mode, s.granted,
       (extract(epoch FROM clock_timestamp() - (to_jsonb(s.whole) ->> 'waitstart')::timestamptz) * 1000000)::bigint,
       array_to_string(CASE WHEN NOT s.granted THEN b.blockers END, ',')
  FROM shown s LEFT JOIN blocked b ON b.pid = s.pid
 ORDER BY s.granted, s.pid, s.kind, s.object, s.mode LIMIT 500
