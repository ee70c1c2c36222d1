package org.supertransfer.transfer;

/** How a party takes part. */
enum Presence {
    /** Not yet called, hung up, or being hung up. */
    ABSENT,
    /** Invited, no answer yet. */
    DIALED,
    /** On the line and with nobody: held, being put on hold, or left by its partner a moment ago. */
    WAITING,
    /** Joined to another party, or being joined. */
    TALKING;

    /** Whether the party is on the line: it answered and has not left. */
    boolean isOn() {
        return this == WAITING || this == TALKING;
    }
}
