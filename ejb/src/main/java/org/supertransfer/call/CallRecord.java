package org.supertransfer.call;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A call's row; written by insert and by {@link CallRows}' fenced update, never loaded while it lives. */
@Entity
@Table(name = "phone_call")
class CallRecord {
    @Id
    String id = "";

    String direction = "";
    String state = "";
    String partyNumber = "";

    @Nullable
    String partyName;

    @Nullable
    String inboundNumber;

    @Nullable
    String agent;

    Instant beganAt = Instant.EPOCH;
    Instant since = Instant.EPOCH;

    @Nullable
    Instant endedAt;

    @Nullable
    String reason;

    int transfers;

    @Nullable
    Instant queuedAt;

    @Nullable
    Instant queueDeadline;

    @Nullable
    Instant ringDeadline;

    @Nullable
    Instant signalDeadline;

    long version;
    String owner = "";
    long epoch;

    /** The values as they are now, for a row change that may be applied later. */
    CallRecord copy() {
        CallRecord copy = new CallRecord();
        copy.id = id;
        copy.direction = direction;
        copy.state = state;
        copy.partyNumber = partyNumber;
        copy.partyName = partyName;
        copy.inboundNumber = inboundNumber;
        copy.agent = agent;
        copy.beganAt = beganAt;
        copy.since = since;
        copy.endedAt = endedAt;
        copy.reason = reason;
        copy.transfers = transfers;
        copy.queuedAt = queuedAt;
        copy.queueDeadline = queueDeadline;
        copy.ringDeadline = ringDeadline;
        copy.signalDeadline = signalDeadline;
        copy.version = version;
        copy.owner = owner;
        copy.epoch = epoch;
        return copy;
    }
}
