-- SPDX-License-Identifier: MIT
-- Which server this is; the timeline rises with each promotion of a standby. Some hosted servers refuse to tell.
SELECT c.system_identifier, ('x' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8))::bit(32)::bigint
  FROM pg_control_system() c
