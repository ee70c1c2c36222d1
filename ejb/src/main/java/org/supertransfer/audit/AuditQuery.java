package org.supertransfer.audit;

import org.jspecify.annotations.Nullable;

/**
 * Which lines of the audit; null means any.
 *
 * @param id what names the thing among its kind
 * @param page from 0
 */
public record AuditQuery(@Nullable String actor, @Nullable String subject, @Nullable String id, int page) {}
