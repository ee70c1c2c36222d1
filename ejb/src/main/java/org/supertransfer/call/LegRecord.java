package org.supertransfer.call;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A leg's row, with the snapshot of its dialog once it has one. */
@Entity
@Table(name = "leg")
class LegRecord {
    @Id
    String id = "";

    String callId = "";
    String party = "";

    @Nullable
    String username;

    String number = "";

    @Nullable
    String shownNumber;

    @Nullable
    String shownName;

    Instant beganAt = Instant.EPOCH;

    @Nullable
    Instant answeredAt;

    @Nullable
    Instant endedAt;

    @Nullable
    String endKind;

    @Nullable
    Integer sipStatus;

    @Column(length = 16000)
    @Nullable
    String snapshot;

    String owner = "";
    long epoch;
}
