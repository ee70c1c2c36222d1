package org.supertransfer.agent;

/** Whether a target can be reached now. */
public enum Availability {
    AVAILABLE,
    /** On a call, or being rung. */
    BUSY,
    AWAY,
    /** No phone registered. */
    OFFLINE
}
