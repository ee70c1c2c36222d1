package org.supertransfer.call;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call as its agent sees it.
 *
 * @param party the other side: the customer, or whom the agent called
 * @param inbound the inbound number it came by, null for a call that the agent placed
 * @param since when it got its present state
 * @param transferId the live transfer of this call, null when none
 * @param handover by whom this agent got it, or is about to get it, and what was said; null for a call of its own
 * @param version grows with every change
 */
public record CallView(
        String id,
        State state,
        Direction direction,
        PartyView party,
        @Nullable PartyView inbound,
        Instant since,
        @Nullable String transferId,
        @Nullable HandoverView handover,
        long version) {
    /** What the agent can be told about it. */
    public enum State {
        RINGING,
        CONNECTED,
        HELD,
        ENDED
    }

    /** Who called whom. */
    public enum Direction {
        IN,
        OUT
    }

    /** A number and, if there is one, a name. */
    public record PartyView(String number, @Nullable String name) {}

    /**
     * What the target of a transfer is told.
     *
     * @param by the transferor
     * @param consult whether the transferor wants to talk to the target first
     * @param note what the transferor wrote, null when nothing
     */
    public record HandoverView(PartyView by, boolean consult, @Nullable String note) {}
}
