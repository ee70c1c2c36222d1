package org.supertransfer.call;

/** Where a call is. While a transfer lives, its state says more. */
public enum CallState {
    /** A caller waits for an agent. */
    WAITING,
    /** An agent's phone is rung for a waiting caller. */
    OFFERED,
    /** An agent calls somebody: first its own phone, then the other party. */
    PLACING,
    /** Both talk, or are being joined. */
    UP,
    /** The agent put the other party on hold. */
    HELD,
    ENDED
}
