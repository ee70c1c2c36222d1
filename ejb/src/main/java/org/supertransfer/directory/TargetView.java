package org.supertransfer.directory;

import org.jspecify.annotations.Nullable;
import org.supertransfer.agent.Availability;

/**
 * A target to choose.
 *
 * @param waiting how many callers wait, for an inbound number; null otherwise
 * @param team an agent's team, null when in none and for everything else
 */
public record TargetView(
        TargetType type,
        String id,
        String name,
        String number,
        Availability availability,
        @Nullable Integer waiting,
        @Nullable String team) {}
