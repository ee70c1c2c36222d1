package org.supertransfer.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.supertransfer.call.CallState;
import org.supertransfer.call.CallView;

/**
 * One call, from its row.
 *
 * @param party the customer, or whom an agent called
 * @param inbound the inbound number it came by; its name is null when the number is no longer ours
 * @param agent the last agent who had it
 * @param reason why it ended; null while it lives
 * @param transfers how often it was transferred
 */
public record CallLine(
        String id,
        CallView.Direction direction,
        CallState state,
        CallView.PartyView party,
        CallView.@Nullable PartyView inbound,
        @Nullable Person agent,
        Instant beganAt,
        @Nullable Instant endedAt,
        @Nullable String reason,
        int transfers) {
    /** @param name the username itself for somebody who is an agent no more */
    public record Person(String username, String name) {}
}
