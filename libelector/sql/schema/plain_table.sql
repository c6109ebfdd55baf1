    CREATE TABLE @schema@.leader_lease (
        id INT PRIMARY KEY,
        leader_id TEXT NOT NULL,
        expires_at TIMESTAMPTZ NOT NULL,
        created_at TIMESTAMPTZ NOT NULL DEFAULT now(),
        CHECK (expires_at > created_at)
    );
    CREATE INDEX leader_lease_expires ON @schema@.leader_lease USING @index_method@ (expires_at);
