    CREATE TRIGGER leader_lease_before_insert BEFORE INSERT ON @schema@.leader_lease
        FOR EACH ROW EXECUTE FUNCTION @schema@.leader_lease_before_insert();
    CREATE TRIGGER leader_lease_after_insert AFTER INSERT ON @schema@.leader_lease
        FOR EACH ROW EXECUTE FUNCTION @schema@.leader_lease_after_insert();
    CREATE TRIGGER leader_lease_before_update BEFORE UPDATE ON @schema@.leader_lease FOR EACH ROW
        WHEN (OLD.leader_id IS DISTINCT FROM NEW.leader_id OR OLD.term IS DISTINCT FROM NEW.term OR OLD.id IS DISTINCT FROM NEW.id)
        EXECUTE FUNCTION @schema@.leader_lease_before_update();
    CREATE TRIGGER leader_lease_after_update AFTER UPDATE ON @schema@.leader_lease FOR EACH ROW
        WHEN (OLD.leader_id IS DISTINCT FROM NEW.leader_id OR OLD.term IS DISTINCT FROM NEW.term)
        EXECUTE FUNCTION @schema@.leader_lease_after_update();
    CREATE TRIGGER leader_lease_before_renewal BEFORE UPDATE ON @schema@.leader_lease FOR EACH ROW
        WHEN (OLD.leader_id = NEW.leader_id AND OLD.term IS NOT DISTINCT FROM NEW.term
              AND (NEW.lease_ms > coalesce(OLD.lease_ms, 0) OR OLD.expires_at <= clock_timestamp() OR NEW.expires_at < OLD.expires_at
                   OR NEW.expires_at > clock_timestamp() + coalesce(NEW.lease_ms, 0) * interval '1 millisecond'
                   OR NEW.expires_at > clock_timestamp() + interval '24 hours' OR NEW.metadata IS DISTINCT FROM OLD.metadata
                   OR NEW.created_at <> OLD.created_at
                   OR NEW.renewals IS DISTINCT FROM OLD.renewals AND NEW.renewals IS DISTINCT FROM coalesce(OLD.renewals, 0) + 1))
        EXECUTE FUNCTION @schema@.leader_lease_before_renewal();
    CREATE TRIGGER leader_lease_after_delete AFTER DELETE ON @schema@.leader_lease
        FOR EACH ROW EXECUTE FUNCTION @schema@.leader_lease_after_delete();
    CREATE TRIGGER leader_lease_before_truncate BEFORE TRUNCATE ON @schema@.leader_lease
        FOR EACH STATEMENT EXECUTE FUNCTION @schema@.leader_lease_before_truncate();

@include full_keep@

    -- A session with session_replication_role = replica would skip them.
    ALTER TABLE @schema@.leader_lease
        ENABLE ALWAYS TRIGGER leader_lease_before_insert,
        ENABLE ALWAYS TRIGGER leader_lease_after_insert,
        ENABLE ALWAYS TRIGGER leader_lease_before_update,
        ENABLE ALWAYS TRIGGER leader_lease_after_update,
        ENABLE ALWAYS TRIGGER leader_lease_before_renewal,
        ENABLE ALWAYS TRIGGER leader_lease_after_delete,
        ENABLE ALWAYS TRIGGER leader_lease_before_truncate;
