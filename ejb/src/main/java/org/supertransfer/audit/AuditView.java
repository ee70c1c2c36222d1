package org.supertransfer.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of the audit.
 *
 * @param id what names the thing among its kind
 * @param before the thing as JSON, null when it was created
 * @param after the thing as JSON, null when it was deleted
 */
public record AuditView(
        Instant at,
        String actor,
        AuditAction action,
        String subject,
        String id,
        @Nullable String before,
        @Nullable String after) {
    /** A page of lines, newest first. */
    public record Page(List<AuditView> changes, int page, long total) {}
}
