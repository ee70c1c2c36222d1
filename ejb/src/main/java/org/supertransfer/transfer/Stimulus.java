package org.supertransfer.transfer;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.supertransfer.call.Deadline;

/**
 * What happens to a transfer: a command, a report of a leg or an operation, a deadline, a restart. Only a party's current
 * leg and latest operation make one.
 *
 * @param reason why the target is gone; null for every other kind
 */
record Stimulus(Kind kind, @Nullable TransferReason reason) {
    /** The rows of the state table. */
    enum Kind {
        COMPLETE,
        CANCEL,
        SWAP,
        /** The transferee's hold was reported done or failed; the holds of the others make no stimulus. */
        TRANSFEREE_HELD,
        /** Any provisional response. */
        TARGET_HEARD,
        TARGET_RINGS,
        TARGET_ANSWERS,
        TARGET_GONE,
        /** For an inbound number: the caller's stay in its queue is over. */
        ANSWER_DEADLINE,
        /** The transferor, rung again, answers. */
        TRANSFEROR_ANSWERS,
        /** It hangs up; or, rung again, it declines, is busy or has no phone. */
        TRANSFEROR_GONE,
        TRANSFEREE_GONE,
        TRANSFEROR_TARGET_JOINED,
        TRANSFEROR_TARGET_NOT_JOINED,
        TRANSFEROR_TRANSFEREE_JOINED,
        TRANSFEROR_TRANSFEREE_NOT_JOINED,
        TRANSFEREE_TARGET_JOINED,
        TRANSFEREE_TARGET_NOT_JOINED,
        SIGNALLING_DEADLINE,
        RECALL_DEADLINE,
        /** The first stimulus after a crash or a take-over, before any other. */
        RECOVERED,
        SUPERVISOR_RETRIEVES
    }

    /** @param kind any but TARGET_GONE */
    static Stimulus of(Kind kind) {
        return new Stimulus(kind, null);
    }

    static Stimulus targetGone(TransferReason reason) {
        return new Stimulus(Kind.TARGET_GONE, reason);
    }

    static Stimulus joined(Pair pair) {
        return of(
                switch (pair) {
                    case TRANSFEROR_TRANSFEREE -> Kind.TRANSFEROR_TRANSFEREE_JOINED;
                    case TRANSFEROR_TARGET -> Kind.TRANSFEROR_TARGET_JOINED;
                    case TRANSFEREE_TARGET -> Kind.TRANSFEREE_TARGET_JOINED;
                });
    }

    static Stimulus notJoined(Pair pair) {
        return of(
                switch (pair) {
                    case TRANSFEROR_TRANSFEREE -> Kind.TRANSFEROR_TRANSFEREE_NOT_JOINED;
                    case TRANSFEROR_TARGET -> Kind.TRANSFEROR_TARGET_NOT_JOINED;
                    case TRANSFEREE_TARGET -> Kind.TRANSFEREE_TARGET_NOT_JOINED;
                });
    }

    /** The reason of TARGET_GONE. */
    TransferReason whyGone() {
        return Objects.requireNonNull(reason);
    }

    /** @throws IllegalArgumentException for RING, which no transfer waits for */
    static Stimulus over(Deadline deadline) {
        return of(
                switch (deadline) {
                    case SIGNALLING -> Kind.SIGNALLING_DEADLINE;
                    case ANSWER, QUEUE -> Kind.ANSWER_DEADLINE;
                    case RECALL -> Kind.RECALL_DEADLINE;
                    case RING -> throw new IllegalArgumentException("no transfer waits for RING");
                });
    }

    Stimulus {
        if ((kind == Kind.TARGET_GONE) != (reason != null)) {
            throw new IllegalArgumentException("a reason belongs to TARGET_GONE and to nothing else");
        }
    }
}
