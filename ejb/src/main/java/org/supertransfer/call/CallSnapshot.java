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

    Side side(CallParty party) {
        return party == CallParty.AGENT ? agent : other;
    }

    CallSnapshot in(CallState next) {
        return new CallSnapshot(next, agent, other, joined);
    }

    CallSnapshot with(CallParty party, Side side) {
        return party == CallParty.AGENT
                ? new CallSnapshot(state, side, other, joined)
                : new CallSnapshot(state, agent, side, joined);
    }

    CallSnapshot withJoined(boolean done) {
        return new CallSnapshot(state, agent, other, done);
    }
}
