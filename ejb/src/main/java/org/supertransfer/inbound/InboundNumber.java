package org.supertransfer.inbound;

import java.util.Set;

/**
 * A service number of ours.
 *
 * @param number as callers dial it, without spaces
 * @param agents the usernames of who answers
 */
public record InboundNumber(String number, String name, Set<String> agents) {
    public InboundNumber {
        agents = Set.copyOf(agents);
    }
}
