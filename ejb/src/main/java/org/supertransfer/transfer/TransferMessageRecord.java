package org.supertransfer.transfer;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A message that the transferor was told. */
@Entity
@Table(name = "transfer_message")
class TransferMessageRecord {
    @EmbeddedId
    TransferLineId id = new TransferLineId("", 0);

    String username = "";
    String code = "";

    @Nullable
    String reason;

    Instant sentAt = Instant.EPOCH;
}
