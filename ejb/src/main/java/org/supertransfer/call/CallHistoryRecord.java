package org.supertransfer.call;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One move of a call. */
@Entity
@Table(name = "call_history")
class CallHistoryRecord {
    @EmbeddedId
    CallMoveId id = new CallMoveId("", 0);

    Instant at = Instant.EPOCH;
    String fromState = "";
    String stimulus = "";
    String toState = "";

    @Nullable
    String agent;
}
