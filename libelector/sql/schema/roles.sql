-- SPDX-License-Identifier: MIT
-- Makes the roles of leader election, and gives them the full leader_lease in schema @schema_name@: elector_owner, who cannot log in
-- and owns it; elector_node, which takes part; elector_viewer, who looks; elector_operator, who gives orders. From then on the
-- database itself refuses to each what is not his. Strictly, nodes write no table, but call functions that want a proof of the tenure. One transaction; may be run again; nodes go on running.
DO $elector$
@include declare@
    part RECORD;
    wanted TEXT;
    by_functions BOOLEAN;
BEGIN
@include begin@
@include lock_tables@
    by_functions := CASE '@strict@' WHEN 'on' THEN true WHEN 'off' THEN false ELSE @include is_strict@ END;
@include check_shape@
    IF NOT EXISTS (SELECT 1 FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
                    WHERE n.nspname = '@schema_name@' AND p.proname = 'leader_lease_has_roles') THEN
        RAISE undefined_table USING MESSAGE = 'There is no full leader_lease of this version in schema @schema_name@.',
            HINT = 'Bring it up to date first.';
    END IF;
    FOREACH wanted IN ARRAY ARRAY['elector_owner', 'elector_node', 'elector_viewer', 'elector_operator'] LOOP
        IF NOT EXISTS (SELECT 1 FROM pg_roles r WHERE r.rolname = wanted) THEN
            EXECUTE format('CREATE ROLE %I %s', wanted, CASE wanted WHEN 'elector_owner' THEN 'NOLOGIN' ELSE 'LOGIN' END);
        ELSIF EXISTS (SELECT 1 FROM pg_roles r WHERE r.rolname = wanted
                         AND (r.rolsuper OR r.rolcreaterole OR r.rolbypassrls OR r.rolcanlogin AND wanted = 'elector_owner')) THEN
            RAISE invalid_role_specification USING MESSAGE = format('The role %s may more than it should.', wanted),
                HINT = 'It must not be a superuser, nor create roles, nor bypass row security; elector_owner must not log in.';
        END IF;
    END LOOP;
    -- Who gives a thing away must be able to be its new owner, who must be able to have made it.
    -- (Who creates a role may grant it from 16 on, and is no more than that.)
    IF NOT pg_has_role(current_user, 'elector_owner',
                       CASE WHEN current_setting('server_version_num')::int < 160000 THEN 'MEMBER' ELSE 'SET' END) THEN
        EXECUTE format('GRANT elector_owner TO %I', current_user);
    END IF;
    GRANT USAGE, CREATE ON SCHEMA @schema@ TO elector_owner;
    IF by_functions AND NOT has_function_privilege('elector_owner', 'pg_catalog.pg_try_advisory_xact_lock(bigint)', 'EXECUTE') THEN
        RAISE insufficient_privilege USING MESSAGE = 'The functions of the strict choice need advisory locks.',
            HINT = 'Run GRANT EXECUTE ON FUNCTION pg_try_advisory_xact_lock(bigint) TO elector_owner.';
    END IF;
@include role_rights@
@include end@
END $elector$;
