    DROP TRIGGER IF EXISTS leader_lease_before_insert ON @schema@.leader_lease;
    DROP TRIGGER IF EXISTS leader_lease_after_insert ON @schema@.leader_lease;
    DROP TRIGGER IF EXISTS leader_lease_before_update ON @schema@.leader_lease;
    DROP TRIGGER IF EXISTS leader_lease_after_update ON @schema@.leader_lease;
    DROP TRIGGER IF EXISTS leader_lease_before_renewal ON @schema@.leader_lease;
    DROP TRIGGER IF EXISTS leader_lease_after_delete ON @schema@.leader_lease;
    DROP TRIGGER IF EXISTS leader_lease_before_truncate ON @schema@.leader_lease;
