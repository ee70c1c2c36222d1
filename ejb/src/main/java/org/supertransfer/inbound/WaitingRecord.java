package org.supertransfer.inbound;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who waits in a queue, for recovery and reports; the memory's {@link WaitingLine} is what offers. */
@Entity
@Table(name = "waiting")
class WaitingRecord {
    @Id
    String callId = "";

    String number = "";

    @Nullable
    String transferId;

    Instant since = Instant.EPOCH;
    Instant deadlineAt = Instant.EPOCH;
    String owner = "";
    long epoch;
}
