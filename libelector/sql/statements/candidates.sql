-- SPDX-License-Identifier: MIT
-- The names of the electors' sessions, which every role sees.
SELECT a.application_name, count(*)::int FROM pg_stat_activity a
 WHERE a.datname = current_database() AND a.application_name LIKE 'elector %' GROUP BY a.application_name ORDER BY 1
