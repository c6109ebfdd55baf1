@include full_tables@
@include full_helpers@
    -- On tables that nodes have worked on already, nobody knows whether a server has just taken over.
    INSERT INTO @schema@.leader_lease_server (system_identifier, timeline, place, since)
    SELECT @schema@.leader_lease_system(), @schema@.leader_lease_timeline(), @schema@.leader_lease_place(),
           CASE WHEN EXISTS (SELECT 1 FROM @schema@.leader_lease_lock k WHERE k.max_lease_ms > 0) THEN clock_timestamp() ELSE '-infinity' END
    ON CONFLICT (one) DO NOTHING;
    UPDATE @schema@.leader_lease_server SET place = @schema@.leader_lease_place() WHERE place IS NULL;
@include full_functions@
@include full_guard@
@include full_orders@
@include full_success@
@include full_strict@
