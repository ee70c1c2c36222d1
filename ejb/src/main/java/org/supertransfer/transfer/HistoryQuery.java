package org.supertransfer.transfer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which transfers to list; null means any.
 *
 * @param agent a username; agents always get their own only
 * @param target a part of the target's number or name
 * @param page from 0, 50 transfers each
 */
public record HistoryQuery(
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String agent,
        @Nullable TransferState outcome,
        @Nullable String target,
        int page) {}
