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

    boolean charged;

    @Nullable
    Instant pullBackUntil;

    long version;
    String owner = "";
    long epoch;
}
