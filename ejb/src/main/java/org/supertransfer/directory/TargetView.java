package org.supertransfer.directory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.supertransfer.agent.Availability;

/**
 * A target to choose.
 *
 * @param since of an agent's availability; null otherwise
 * @param queue of an inbound number; null otherwise
 * @param team an agent's team, null when in none and for everything else
 */
public record TargetView(
        TargetType type,
        String id,
        String name,
        String number,
        Availability availability,
        @Nullable Instant since,
        @Nullable Queue queue,
        @Nullable String team) {
    /**
     * What awaits who is sent to an inbound number.
     *
     * @param waiting how many callers wait, those who are being offered included
     * @param waitingSince since when the one who waits longest does; null when nobody waits
     * @param freeAgents how many of its agents could take a call now
     */
    public record Queue(int waiting, @Nullable Instant waitingSince, int freeAgents) {}
}
