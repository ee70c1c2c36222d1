package org.supertransfer.inbound;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in a queue.
 *
 * @param since its place: the earlier, the sooner offered; kept through offers and failed transfers
 * @param transferId the transfer whose target the queue is, null for a call of its own
 * @param never usernames that are not offered this call
 */
public record Waiting(
        String callId, String number, Instant since, Instant deadline, @Nullable String transferId, Set<String> never) {
    public Waiting {
        never = Set.copyOf(never);
    }
}
