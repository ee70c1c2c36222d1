package org.supertransfer.agent;

/** Fired after the commit, whenever an agent's availability changed. */
public record PresenceChanged(String username, String name, Availability availability, long version) {}
