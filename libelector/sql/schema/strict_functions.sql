        @schema@.leader_lease_capture(INT, TEXT, BIGINT, BIGINT, BOOLEAN, BIGINT, TEXT, BIGINT, TEXT),
        @schema@.leader_lease_capture_batch(JSON, TEXT), @schema@.leader_lease_renew(INT, TEXT, BIGINT, BIGINT, TEXT),
        @schema@.leader_lease_renew_again(INT, TEXT, BIGINT, BIGINT, TEXT),
        @schema@.leader_lease_renew_batch(INT[], TEXT[], BIGINT[], BIGINT[], TEXT), @schema@.leader_lease_renew_batch_again(JSON, TEXT),
        @schema@.leader_lease_release(INT, TEXT, BIGINT, TEXT), @schema@.leader_lease_release_batch(INT[], TEXT[], BIGINT[], TEXT),
        @schema@.leader_lease_publish(INT, TEXT, BIGINT, TEXT, TEXT), @schema@.leader_lease_note_success(INT, TEXT, BIGINT, TEXT),
        @schema@.leader_lease_clean_up(INT, BIGINT)