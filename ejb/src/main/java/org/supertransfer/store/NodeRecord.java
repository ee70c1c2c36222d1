package org.supertransfer.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "node")
class NodeRecord {
    @Id
    String name = "";

    long epoch;
    Instant startedAt = Instant.EPOCH;
}
