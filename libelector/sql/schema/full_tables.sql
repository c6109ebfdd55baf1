    -- Nullable, without defaults to compute: what nest-leader-election inserts fits as it is.
    ALTER TABLE @schema@.leader_lease
        ADD COLUMN IF NOT EXISTS term BIGINT,
        ADD COLUMN IF NOT EXISTS lease_ms BIGINT,
        ADD COLUMN IF NOT EXISTS renewals BIGINT,
        ADD COLUMN IF NOT EXISTS metadata TEXT;
    -- Few rows, updated all the time: room for HOT updates, and a vacuum that never takes the table away.
    ALTER TABLE @schema@.leader_lease SET (fillfactor = 50, vacuum_truncate = false, autovacuum_vacuum_threshold = 500,
        autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_cost_delay = 0);

    CREATE TABLE IF NOT EXISTS @schema@.leader_lease_lock (
        id INT PRIMARY KEY,
        name TEXT,
        term BIGINT NOT NULL DEFAULT 0,
        max_lease_ms BIGINT NOT NULL DEFAULT 0
    ) WITH (fillfactor = 50, vacuum_truncate = false);
    -- What an operator ordered: nobody captures a paused lock; only the instance that it is reserved for, until then.
    ALTER TABLE @schema@.leader_lease_lock
        ADD COLUMN IF NOT EXISTS paused_at TIMESTAMPTZ,
        ADD COLUMN IF NOT EXISTS reserved_for TEXT,
        ADD COLUMN IF NOT EXISTS reserved_until TIMESTAMPTZ,
        ADD COLUMN IF NOT EXISTS order_operator TEXT,
        ADD COLUMN IF NOT EXISTS order_reason TEXT;
    -- The role that captured it last; when work under this lock last succeeded, and in which tenure.
    ALTER TABLE @schema@.leader_lease_lock
        ADD COLUMN IF NOT EXISTS captured_by TEXT,
        ADD COLUMN IF NOT EXISTS succeeded_at TIMESTAMPTZ,
        ADD COLUMN IF NOT EXISTS succeeded_by TEXT,
        ADD COLUMN IF NOT EXISTS succeeded_term BIGINT;
    -- Partial, so that a name is no key: whoever renames a lock need not wait for guarded work.
    CREATE UNIQUE INDEX IF NOT EXISTS leader_lease_lock_name ON @schema@.leader_lease_lock (name) WHERE name IS NOT NULL;
    -- Makes the term a key: to change it conflicts with the guard's FOR KEY SHARE, to change anything else does not.
    CREATE UNIQUE INDEX IF NOT EXISTS leader_lease_lock_term ON @schema@.leader_lease_lock (id, term);

    CREATE TABLE IF NOT EXISTS @schema@.leader_lease_history (
        seq BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        at TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),
        id INT NOT NULL,
        term BIGINT,
        leader_id TEXT,
        event TEXT NOT NULL,
        actor TEXT,
        operator_name TEXT,
        application TEXT,
        address INET,
        reason TEXT
    );
    CREATE INDEX IF NOT EXISTS leader_lease_history_lock ON @schema@.leader_lease_history (id, seq);

    -- Which server this is, and since when: one that was promoted, or restored, may lack the last leases. The first one to
    -- be known gave none away yet.
    CREATE TABLE IF NOT EXISTS @schema@.leader_lease_server (
        one BOOLEAN PRIMARY KEY DEFAULT true CHECK (one),
        system_identifier BIGINT NOT NULL,
        timeline BIGINT NOT NULL,
        since TIMESTAMPTZ NOT NULL
    );
    -- The timelines of the systems before this one, whose terms lie below those of this one.
    ALTER TABLE @schema@.leader_lease_server ADD COLUMN IF NOT EXISTS timelines_before BIGINT NOT NULL DEFAULT 0;
    -- In which table this row was written; NULL: by an earlier version.
    ALTER TABLE @schema@.leader_lease_server ADD COLUMN IF NOT EXISTS place BIGINT;
