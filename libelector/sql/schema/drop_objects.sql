    -- What is known of servers before this one keeps terms rising, should leader election come back, and holds it off until
    -- leases that this server may not know have run out.
    IF to_regclass('@schema@.leader_lease_server') IS NOT NULL THEN
        DROP TRIGGER IF EXISTS leader_lease_keep_timelines ON @schema@.leader_lease_server;
        DROP TRIGGER IF EXISTS leader_lease_keep_server ON @schema@.leader_lease_server;
        IF to_regclass('@schema@.leader_lease_lock') IS NOT NULL THEN
            DELETE FROM @schema@.leader_lease_server s
             WHERE coalesce((to_jsonb(s)->>'timelines_before')::bigint, 0) = 0
               AND s.since <= clock_timestamp() - interval '1 millisecond'
                              * (SELECT coalesce(max(k.max_lease_ms), 0) FROM @schema@.leader_lease_lock k);
        END IF;
        IF NOT EXISTS (SELECT 1 FROM @schema@.leader_lease_server) THEN
            DROP TABLE @schema@.leader_lease_server;
        END IF;
    END IF;
    DROP TABLE IF EXISTS @schema@.leader_lease_lock, @schema@.leader_lease_history;
    DROP FUNCTION IF EXISTS
@include strict_functions@,
        @schema@.leader_lease_demand_proof(TEXT, TEXT[]), @schema@.leader_lease_proves(TEXT, TEXT),
        @schema@.leader_lease_before_insert(), @schema@.leader_lease_after_insert(), @schema@.leader_lease_before_update(),
        @schema@.leader_lease_after_update(), @schema@.leader_lease_before_renewal(), @schema@.leader_lease_after_delete(),
        @schema@.leader_lease_before_truncate(), @schema@.leader_lease_keep(), @schema@.leader_lease_keep_entry(), @schema@.leader_lease_guard(INT, TEXT, BIGINT),
        @schema@.leader_lease_guard_held(INT, TEXT, BIGINT), @schema@.leader_lease_prune(INT),
        @schema@.leader_lease_order(INT, TEXT, TEXT, BIGINT, TEXT, BIGINT), @schema@.leader_lease_rename(INT, TEXT),
        @schema@.leader_lease_succeeded(INT, TEXT, BIGINT),
        @schema@.leader_lease_barred(TIMESTAMPTZ, TEXT, TIMESTAMPTZ, TEXT), @schema@.leader_lease_instance(TEXT),
        @schema@.leader_lease_tell(INT, BIGINT, TEXT), @schema@.leader_lease_note(INT, BIGINT, TEXT, TEXT, TEXT),
        @schema@.leader_lease_bound_idle(BIGINT), @schema@.leader_lease_bound_wait(),
        @schema@.leader_lease_span_ms(TIMESTAMPTZ, BIGINT), @schema@.leader_lease_next_term(BIGINT), @schema@.leader_lease_holds_off(INT, BIGINT), @schema@.leader_lease_timeline(),
        @schema@.leader_lease_system(), @schema@.leader_lease_place(),
        @schema@.leader_lease_demand(TEXT, INT, TEXT), @schema@.leader_lease_bound_span(TIMESTAMPTZ, BIGINT),
        @schema@.leader_lease_has_roles(), @schema@.leader_lease_version();
