package org.supertransfer.audit;

/** What was done to a thing. */
public enum AuditAction {
    CREATED,
    CHANGED,
    DELETED,
    /** Created, changed or deleted by a file. */
    IMPORTED
}
