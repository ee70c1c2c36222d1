package org.supertransfer.transfer;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A transfer's row; written by insert and by fenced updates, loaded only for history. */
@Entity
@Table(name = "transfer")
class TransferRecord {
    @Id
    String id = "";

    String callId = "";

    @Nullable
    String liveCallId;

    String transferor = "";
    String method = "";
    boolean consult;
    boolean confirmed;
    String askedType = "";

    @Nullable
    String askedId;

    @Nullable
    String askedNumber;

    @Nullable
    String note;

    String targetType = "";

    @Nullable
    String targetId;

    @Nullable
    String targetName;

    String targetNumber = "";
    String state = "";
    boolean recallUsed;

    @Nullable
    String transferorLeg;

    @Nullable
    String transfereeLeg;

    @Nullable
    String targetLeg;

    @Nullable
    String operation;

    @Nullable
    String deadlineKind;

    @Nullable
    Instant deadlineAt;

    Instant startedAt = Instant.EPOCH;

    @Nullable
    Instant endedAt;

    @Nullable
    String outcome;

    @Nullable
    String reason;

    @Nullable
    Integer sipStatus;

    @Nullable
    BigDecimal cost;

    @Nullable
    String numberClass;

    @Nullable
    Integer billedSeconds;

    boolean charged;

    @Nullable
    Instant pullBackUntil;

    @Nullable
    String retrievedBy;

    long version;
    String owner = "";
    long epoch;

    /** Who answers the call may not be whom it was meant for: a phone may redirect it. */
    void chargedAs(Target reached) {
        charged = reached.charged();
        numberClass =
                reached.numberClass() == null ? null : reached.numberClass().name();
    }

    /** The values as they are now, for a row change that may be applied later. */
    TransferRecord copy() {
        TransferRecord copy = new TransferRecord();
        copy.id = id;
        copy.callId = callId;
        copy.liveCallId = liveCallId;
        copy.transferor = transferor;
        copy.method = method;
        copy.consult = consult;
        copy.confirmed = confirmed;
        copy.askedType = askedType;
        copy.askedId = askedId;
        copy.askedNumber = askedNumber;
        copy.note = note;
        copy.targetType = targetType;
        copy.targetId = targetId;
        copy.targetName = targetName;
        copy.targetNumber = targetNumber;
        copy.state = state;
        copy.recallUsed = recallUsed;
        copy.transferorLeg = transferorLeg;
        copy.transfereeLeg = transfereeLeg;
        copy.targetLeg = targetLeg;
        copy.operation = operation;
        copy.deadlineKind = deadlineKind;
        copy.deadlineAt = deadlineAt;
        copy.startedAt = startedAt;
        copy.endedAt = endedAt;
        copy.outcome = outcome;
        copy.reason = reason;
        copy.sipStatus = sipStatus;
        copy.cost = cost;
        copy.numberClass = numberClass;
        copy.billedSeconds = billedSeconds;
        copy.charged = charged;
        copy.pullBackUntil = pullBackUntil;
        copy.retrievedBy = retrievedBy;
        copy.version = version;
        copy.owner = owner;
        copy.epoch = epoch;
        return copy;
    }
}
