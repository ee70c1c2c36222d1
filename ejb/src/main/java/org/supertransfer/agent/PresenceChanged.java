package org.supertransfer.agent;

import java.time.Instant;

/**
 * Fired after the commit, whenever an agent's state changed.
 *
 * @param since when the availability became what it is
 */
public record PresenceChanged(String username, String name, Availability availability, Instant since, long version) {}
