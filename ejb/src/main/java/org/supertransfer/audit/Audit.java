package org.supertransfer.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.supertransfer.store.RowChange;

/** Makes the lines of the audit, each to be written together with the change that it tells of. */
@ApplicationScoped
public class Audit {
    @Inject
    private Clock clock;

    public RowChange created(String actor, Kept thing) {
        return line(actor, AuditAction.CREATED, null, thing);
    }

    public RowChange changed(String actor, Kept before, Kept after) {
        return line(actor, AuditAction.CHANGED, before, after);
    }

    public RowChange deleted(String actor, Kept thing) {
        return line(actor, AuditAction.DELETED, thing, null);
    }

    /**
     * A file's doing.
     *
     * @param before null when the thing is new
     * @param after null when it is gone
     */
    public RowChange imported(String actor, @Nullable Kept before, @Nullable Kept after) {
        return line(actor, AuditAction.IMPORTED, before, after);
    }

    private RowChange line(String actor, AuditAction action, @Nullable Kept before, @Nullable Kept after) {
        Kept named = after == null ? before : after;
        if (named == null) {
            throw new IllegalArgumentException("a change of nothing");
        }
        Instant now = clock.instant();
        return rows -> {
            AuditRecord row = new AuditRecord();
            row.at = now;
            row.actor = actor;
            row.action = action.name();
            row.subject = named.subject();
            row.thing = named.id();
            row.beforeJson = text(before);
            row.afterJson = text(after);
            rows.persist(row);
        };
    }

    private static @Nullable String text(@Nullable Kept thing) {
        return thing == null ? null : thing.json().toString();
    }
}
