package org.supertransfer.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line of the audit; never changed, never deleted. */
@Entity
@Table(name = "audit")
class AuditRecord {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    Instant at = Instant.EPOCH;
    String actor = "";
    String action = "";
    String subject = "";
    String thing = "";

    @Column(length = 200_000)
    @Nullable
    String beforeJson;

    @Column(length = 200_000)
    @Nullable
    String afterJson;
}
