-- SPDX-License-Identifier: MIT
-- One row, one column: what stands under our names, as JSON.
SELECT coalesce(json_object_agg(c.relname, json_build_object(
           'kind', c.relkind::text, 'persistence', c.relpersistence::text,
           'columns', (SELECT json_agg(json_build_array(a.attname, format_type(a.atttypid, NULL), a.attnotnull,
                                                        a.atthasdef OR a.attidentity <> '')) FROM pg_attribute a
                        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped),
           'key', (SELECT string_agg(a.attname::text, ',') FROM pg_index i
                     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey) WHERE i.indrelid = c.oid AND i.indisprimary),
           'triggers', (SELECT coalesce(json_object_agg(t.tgname, t.tgenabled::text), '{}') FROM pg_trigger t
                         WHERE t.tgrelid = c.oid AND t.tgname LIKE 'leader!_lease!_%' ESCAPE '!'))), '{}')::text AS shape
  FROM pg_class c JOIN pg_namespace s ON s.oid = c.relnamespace
 WHERE s.nspname = '@schema_name@' AND c.relname IN ('leader_lease', 'leader_lease_lock', 'leader_lease_history')
