    -- What terms go by is never taken back, by whomever: where the first node made the tables, they are the nodes' own.
    CREATE OR REPLACE FUNCTION @schema@.leader_lease_keep() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
    BEGIN
        RAISE insufficient_privilege USING MESSAGE = format('leader_lease: %s, so this %s of %s is refused', TG_ARGV[0], TG_OP, TG_TABLE_NAME);
    END $function$;

    -- Goes by what leader_lease_prune() takes away, of whichever version.
    CREATE OR REPLACE FUNCTION @schema@.leader_lease_keep_entry() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
    BEGIN
        IF OLD.seq > (SELECT max(h.seq) FROM @schema@.leader_lease_history h) - 100000 THEN
            RAISE insufficient_privilege USING MESSAGE = 'leader_lease: the newest 100,000 entries of 90 days are history, so this DELETE is refused';
        END IF;
        RETURN OLD;
    END $function$;

    CREATE TRIGGER leader_lease_keep_terms BEFORE UPDATE ON @schema@.leader_lease_lock FOR EACH ROW
        WHEN (NEW.term < OLD.term OR NEW.id <> OLD.id) EXECUTE FUNCTION @schema@.leader_lease_keep('terms never go down');
    CREATE TRIGGER leader_lease_keep_locks BEFORE DELETE OR TRUNCATE ON @schema@.leader_lease_lock
        FOR EACH STATEMENT EXECUTE FUNCTION @schema@.leader_lease_keep('terms are never forgotten');
    CREATE TRIGGER leader_lease_keep_history BEFORE UPDATE OR TRUNCATE ON @schema@.leader_lease_history
        FOR EACH STATEMENT EXECUTE FUNCTION @schema@.leader_lease_keep('history is not rewritten');
    CREATE TRIGGER leader_lease_keep_entries BEFORE DELETE ON @schema@.leader_lease_history FOR EACH ROW
        WHEN (OLD.at >= clock_timestamp() - interval '90 days') EXECUTE FUNCTION @schema@.leader_lease_keep_entry();
    CREATE TRIGGER leader_lease_keep_timelines BEFORE UPDATE ON @schema@.leader_lease_server FOR EACH ROW
        WHEN (NEW.timelines_before < OLD.timelines_before) EXECUTE FUNCTION @schema@.leader_lease_keep('terms never go down');
    CREATE TRIGGER leader_lease_keep_server BEFORE DELETE OR TRUNCATE ON @schema@.leader_lease_server
        FOR EACH STATEMENT EXECUTE FUNCTION @schema@.leader_lease_keep('terms are never forgotten');
    ALTER TABLE @schema@.leader_lease_lock ENABLE ALWAYS TRIGGER leader_lease_keep_terms, ENABLE ALWAYS TRIGGER leader_lease_keep_locks;
    ALTER TABLE @schema@.leader_lease_history ENABLE ALWAYS TRIGGER leader_lease_keep_history, ENABLE ALWAYS TRIGGER leader_lease_keep_entries;
    ALTER TABLE @schema@.leader_lease_server ENABLE ALWAYS TRIGGER leader_lease_keep_timelines, ENABLE ALWAYS TRIGGER leader_lease_keep_server;
