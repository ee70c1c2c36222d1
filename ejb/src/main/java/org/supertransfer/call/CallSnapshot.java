package org.supertransfer.call;

/**
 * All that a decision about a call may depend on.
 *
 * @param agent how far the agent's leg is
 * @param other how far the other party's leg is
 * @param joined whether the two were reported joined; false while that is under way and when nobody is to be joined
 */
record CallSnapshot(CallState state, Side agent, Side other, boolean joined) {
    /** How far a party's leg is. */
    enum Side {
        ABSENT,
        /** It called us and waits for our answer. */
        CALLING,
        DIALED,
        ON
    }

    /** A caller has come and waits for an agent. */
    static CallSnapshot arrived() {
        return new CallSnapshot(CallState.WAITING, Side.ABSENT, Side.CALLING, false);
    }

    /** An agent's own phone rings first, for a call that its page places. */
    static CallSnapshot placed() {
        return new CallSnapshot(CallState.PLACING, Side.DIALED, Side.ABSENT, false);
    }

    /** An agent's phone called a number, which is being called. */
    static CallSnapshot dialled() {
        return new CallSnapshot(CallState.PLACING, Side.CALLING, Side.DIALED, false);
    }

    /**
     * A transfer left two who talk: COMPLETED, RETURNED, or ABANDONED during a consultation.
     *
     * @param joined false when the join is still under way
     */
    static CallSnapshot talking(boolean joined) {
        return new CallSnapshot(CallState.UP, Side.ON, Side.ON, joined);
    }

    /** A transfer left the customer to the queue: FELL_BACK. */
    static CallSnapshot fellBack() {
        return new CallSnapshot(CallState.WAITING, Side.ABSENT, Side.ON, false);
    }

    /** A transfer left nobody. */
    static CallSnapshot over() {
        return new CallSnapshot(CallState.ENDED, Side.ABSENT, Side.ABSENT, false);
    }

    Side side(CallParty party) {
        return switch (party) {
            case AGENT -> agent;
            case OTHER -> other;
        };
    }

    /** The two are being joined. A caller answered before is still only offered until that is done. */
    boolean isJoining() {
        return (state == CallState.UP && !joined) || (state == CallState.OFFERED && agent == Side.ON);
    }

    /** Whether this deadline runs. */
    boolean awaits(Deadline deadline) {
        return switch (deadline) {
            case SIGNALLING -> isJoining();
            case RING -> agent == Side.DIALED;
            case ANSWER -> state == CallState.PLACING && other == Side.DIALED;
            case QUEUE -> state == CallState.WAITING || (state == CallState.OFFERED && agent == Side.DIALED);
            case RECALL -> false;
        };
    }

    CallSnapshot in(CallState next) {
        return new CallSnapshot(next, agent, other, joined);
    }

    CallSnapshot with(CallParty party, Side side) {
        return switch (party) {
            case AGENT -> new CallSnapshot(state, side, other, joined);
            case OTHER -> new CallSnapshot(state, agent, side, joined);
        };
    }

    CallSnapshot withJoined(boolean done) {
        return new CallSnapshot(state, agent, other, done);
    }
}
