package org.supertransfer.call;

import org.jspecify.annotations.Nullable;
import org.supertransfer.callcontrol.EndCause;

/**
 * What happens to a call. Only a party's current leg and the latest operation make one.
 *
 * @param cause how the leg ended, for AGENT_GONE and OTHER_GONE; null for every other kind
 */
record CallStimulus(Kind kind, @Nullable EndCause cause) {
    /** The rows of the table. */
    enum Kind {
        /** An agent's phone has been reserved for this waiting call. */
        AGENT_FREE,
        AGENT_ANSWERS,
        AGENT_GONE,
        OTHER_ANSWERS,
        OTHER_GONE,
        JOINED,
        NOT_JOINED,
        RING_DEADLINE,
        QUEUE_DEADLINE,
        SIGNALLING_DEADLINE,
        /** The agent hangs up by its page. */
        HANG_UP,
        HOLD,
        RESUME
    }

    static CallStimulus of(Kind kind) {
        return new CallStimulus(kind, null);
    }
}
