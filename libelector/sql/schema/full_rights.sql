    REVOKE ALL ON FUNCTION
@include strict_functions@,
        @schema@.leader_lease_demand_proof(TEXT, TEXT[]), @schema@.leader_lease_proves(TEXT, TEXT),
        @schema@.leader_lease_demand(TEXT, INT, TEXT), @schema@.leader_lease_bound_span(TIMESTAMPTZ, BIGINT),
        @schema@.leader_lease_has_roles(), @schema@.leader_lease_next_term(BIGINT), @schema@.leader_lease_holds_off(INT, BIGINT),
        @schema@.leader_lease_timeline(), @schema@.leader_lease_system(), @schema@.leader_lease_place(), @schema@.leader_lease_span_ms(TIMESTAMPTZ, BIGINT),
        @schema@.leader_lease_bound_wait(), @schema@.leader_lease_bound_idle(BIGINT),
        @schema@.leader_lease_note(INT, BIGINT, TEXT, TEXT, TEXT), @schema@.leader_lease_tell(INT, BIGINT, TEXT),
        @schema@.leader_lease_prune(INT), @schema@.leader_lease_before_insert(), @schema@.leader_lease_after_insert(),
        @schema@.leader_lease_before_update(), @schema@.leader_lease_after_update(), @schema@.leader_lease_before_renewal(),
        @schema@.leader_lease_after_delete(), @schema@.leader_lease_before_truncate(), @schema@.leader_lease_keep(), @schema@.leader_lease_keep_entry(),
        @schema@.leader_lease_guard(INT, TEXT, BIGINT), @schema@.leader_lease_guard_held(INT, TEXT, BIGINT),
        @schema@.leader_lease_order(INT, TEXT, TEXT, BIGINT, TEXT, BIGINT), @schema@.leader_lease_rename(INT, TEXT),
        @schema@.leader_lease_succeeded(INT, TEXT, BIGINT), @schema@.leader_lease_barred(TIMESTAMPTZ, TEXT, TIMESTAMPTZ, TEXT), @schema@.leader_lease_instance(TEXT)
    FROM PUBLIC;
    -- Who may read the leases may read the terms; who may write leases is a node, and may guard and clean up.
    FOR grantee IN
        SELECT CASE WHEN x.grantee = 0 THEN 'PUBLIC' ELSE quote_ident(r.rolname) END AS name,
               bool_or(x.privilege_type IN ('INSERT', 'UPDATE')) AS node
          FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
         CROSS JOIN LATERAL aclexplode(c.relacl) x LEFT JOIN pg_roles r ON r.oid = x.grantee
         WHERE n.nspname = '@schema_name@' AND c.relname = 'leader_lease' AND x.grantee <> c.relowner
           AND x.privilege_type IN ('SELECT', 'INSERT', 'UPDATE') AND (x.grantee = 0 OR r.rolname IS NOT NULL)
         GROUP BY 1
    LOOP
        EXECUTE 'GRANT SELECT ON @schema@.leader_lease_lock, @schema@.leader_lease_history, @schema@.leader_lease_server TO ' || grantee.name;
        IF grantee.node THEN
            EXECUTE 'GRANT EXECUTE ON FUNCTION @schema@.leader_lease_guard(INT, TEXT, BIGINT), '
                 || '@schema@.leader_lease_guard_held(INT, TEXT, BIGINT), @schema@.leader_lease_prune(INT), '
                 || '@schema@.leader_lease_order(INT, TEXT, TEXT, BIGINT, TEXT, BIGINT), @schema@.leader_lease_rename(INT, TEXT), '
                 || '@schema@.leader_lease_succeeded(INT, TEXT, BIGINT) TO ' || grantee.name;
        END IF;
    END LOOP;
