package org.supertransfer.transfer;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line of a transfer's timeline: a move, or one of the messages that a move told. */
@Entity
@Table(name = "transfer_history")
class TransferHistoryRecord {
    @EmbeddedId
    TransferLineId id = new TransferLineId("", 0);

    long version;
    Instant at = Instant.EPOCH;

    @Nullable
    String fromState;

    String stimulus = "";
    String state = "";

    @Nullable
    String code;

    @Nullable
    String reason;

    @Nullable
    Integer sipStatus;
}
