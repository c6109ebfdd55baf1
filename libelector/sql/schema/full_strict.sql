    -- What nodes do, as functions, for the strict choice of roles.sql: there a node writes no table, and acts for a tenure only by the
    -- key of which its leader_id tells: `instance#SALTdigest.n`, eight signs of salt and the first sixteen of the SHA-256 of key and
    -- salt. Who reads the table learns no key, and cannot give itself the leader_id of another.
    CREATE OR REPLACE FUNCTION @schema@.leader_lease_proves(key TEXT, leader TEXT) RETURNS BOOLEAN
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $function$
        SELECT coalesce(length(key) >= 32 AND substr(i.name, 25) ~ '^[.][0-9]+$' AND substr(i.name, 9, 16) = translate(
                   encode(substr(sha256(convert_to(key || substr(i.name, 1, 8), 'UTF8')), 1, 12), 'base64'), '+/', '-_'), false)
          FROM (SELECT substring(leader FROM '#([^#]*)$') AS name) i
    $function$;

    CREATE OR REPLACE FUNCTION @schema@.leader_lease_demand_proof(key TEXT, VARIADIC leaders TEXT[]) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $function$
    BEGIN
        IF EXISTS (SELECT 1 FROM unnest(leaders) a(leader)
                    WHERE length(a.leader) > 2000 OR NOT @schema@.leader_lease_proves(key, a.leader)) THEN
            RAISE insufficient_privilege USING MESSAGE = 'leader_lease: this key is not that of the tenure',
                HINT = 'Nodes of an earlier version than 9 have none; nor has nest-leader-election.';
        END IF;
    END $function$;

    CREATE OR REPLACE FUNCTION @schema@.leader_lease_capture(lock_id INT, leader TEXT, span_ms BIGINT, latest BIGINT, without_gate BOOLEAN,
                                                             gate_key BIGINT, before_leader TEXT, before_until BIGINT, key TEXT)
    RETURNS TABLE (verdict TEXT, server_time BIGINT, holder TEXT, until BIGINT, holder_term BIGINT, longest BIGINT, is_paused BOOLEAN,
                   kept_for TEXT, kept_until BIGINT, ordered_by TEXT, ordered_why TEXT)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
    #variable_conflict use_column
    BEGIN
        PERFORM @schema@.leader_lease_demand_proof(key, leader);
        RETURN QUERY
@statement capture@;
    END $function$;

    CREATE OR REPLACE FUNCTION @schema@.leader_lease_capture_batch(wanted JSON, key TEXT)
    RETURNS TABLE (verdict TEXT, server_time BIGINT, holder TEXT, until BIGINT, holder_term BIGINT, longest BIGINT, is_paused BOOLEAN,
                   kept_for TEXT, kept_until BIGINT, ordered_by TEXT, ordered_why TEXT, place INT)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
    #variable_conflict use_column
    BEGIN
        PERFORM @schema@.leader_lease_demand_proof(key, VARIADIC ARRAY(SELECT w.leader FROM json_to_recordset(wanted) AS w(leader TEXT)));
        RETURN QUERY
@statement capture_batch@;
    END $function$;

    CREATE OR REPLACE FUNCTION @schema@.leader_lease_renew(lock_id INT, leader TEXT, lease_term BIGINT, span_ms BIGINT, key TEXT)
    RETURNS TABLE (verdict TEXT, server_time BIGINT, holder TEXT, until BIGINT, holder_term BIGINT, longest INT)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
    #variable_conflict use_column
    BEGIN
        PERFORM @schema@.leader_lease_demand_proof(key, leader);
        RETURN QUERY
@statement renew@;
    END $function$;

    CREATE OR REPLACE FUNCTION @schema@.leader_lease_renew_again(lock_id INT, leader TEXT, lease_term BIGINT, span_ms BIGINT, key TEXT)
    RETURNS TABLE (verdict TEXT, server_time BIGINT, holder TEXT, until BIGINT, holder_term BIGINT, longest BIGINT)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
    #variable_conflict use_column
    BEGIN
        PERFORM @schema@.leader_lease_demand_proof(key, leader);
        RETURN QUERY
@statement renew_again@;
    END $function$;

    CREATE OR REPLACE FUNCTION @schema@.leader_lease_renew_batch(lock_ids INT[], leaders TEXT[], lease_terms BIGINT[], spans_ms BIGINT[],
                                                                 key TEXT)
    RETURNS TABLE (place BIGINT, server_time TIMESTAMPTZ, until TIMESTAMPTZ, holder_term BIGINT)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
    #variable_conflict use_column
    BEGIN
        PERFORM @schema@.leader_lease_demand_proof(key, VARIADIC leaders);
        RETURN QUERY
@statement renew_batch@;
    END $function$;

    CREATE OR REPLACE FUNCTION @schema@.leader_lease_renew_batch_again(wanted JSON, key TEXT)
    RETURNS TABLE (verdict TEXT, server_time BIGINT, holder TEXT, until BIGINT, holder_term BIGINT, longest BIGINT, place INT)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
    #variable_conflict use_column
    BEGIN
        PERFORM @schema@.leader_lease_demand_proof(key, VARIADIC ARRAY(SELECT w.leader FROM json_to_recordset(wanted) AS w(leader TEXT)));
        RETURN QUERY
@statement renew_batch_again@;
    END $function$;

    CREATE OR REPLACE FUNCTION @schema@.leader_lease_release(lock_id INT, leader TEXT, lease_term BIGINT, key TEXT)
    RETURNS TABLE (verdict TEXT, server_time BIGINT, holder TEXT, until BIGINT, holder_term BIGINT, longest INT)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
    #variable_conflict use_column
    BEGIN
        PERFORM @schema@.leader_lease_demand_proof(key, leader);
        RETURN QUERY
@statement release@;
    END $function$;

    CREATE OR REPLACE FUNCTION @schema@.leader_lease_release_batch(lock_ids INT[], leaders TEXT[], lease_terms BIGINT[], key TEXT)
    RETURNS TABLE (place BIGINT, server_time TIMESTAMPTZ)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
    #variable_conflict use_column
    BEGIN
        PERFORM @schema@.leader_lease_demand_proof(key, VARIADIC leaders);
        RETURN QUERY
@statement release_batch@;
    END $function$;

    CREATE OR REPLACE FUNCTION @schema@.leader_lease_publish(lock_id INT, leader TEXT, lease_term BIGINT, published TEXT, key TEXT)
    RETURNS TABLE (verdict TEXT, server_time BIGINT, holder TEXT, until BIGINT, holder_term BIGINT, longest INT)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
    #variable_conflict use_column
    BEGIN
        PERFORM @schema@.leader_lease_demand_proof(key, leader);
        IF octet_length(published) > 8000 THEN
            RAISE check_violation USING MESSAGE = 'leader_lease: a leader publishes 8000 bytes at most';
        END IF;
        RETURN QUERY
@statement publish@;
    END $function$;

    CREATE OR REPLACE FUNCTION @schema@.leader_lease_note_success(lock_id INT, leader TEXT, lease_term BIGINT, key TEXT) RETURNS BOOLEAN
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
    BEGIN
        PERFORM @schema@.leader_lease_demand_proof(key, leader);
        RETURN @schema@.leader_lease_succeeded(lock_id, leader, lease_term);
    END $function$;

    -- Of what has run out, whose it was; hence no key.
    CREATE OR REPLACE FUNCTION @schema@.leader_lease_clean_up(at_most INT, latest BIGINT)
    RETURNS TABLE (verdict TEXT, server_time BIGINT, holder TEXT, until BIGINT, holder_term BIGINT, longest INT, gone BIGINT, pruned INT)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
    #variable_conflict use_column
    BEGIN
        RETURN QUERY
@statement clean_up@;
    END $function$;
