package org.supertransfer.transfer;

import org.supertransfer.call.Deadline;
import org.supertransfer.callcontrol.EndCause;

/** What is to be done after the commit, in this order. A failing effect comes back as a stimulus. */
sealed interface Effect {
    <R> R accept(Visitor<R> visitor);

    /**
     * Call a party: the target, or the transferor again. An inbound number is not called: the call enters its queue, which
     * then reports in the target's name.
     */
    record Dial(TransferParty party) implements Effect {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dial(this);
        }
    }

    /** End a party's leg; for a target that is still a queue, leave the queue. */
    record HangUp(TransferParty party, EndCause.Kind why) implements Effect {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.hangUp(this);
        }
    }

    record Hold(TransferParty party) implements Effect {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.hold(this);
        }
    }

    record Join(Pair pair) implements Effect {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.join(this);
        }
    }

    /** The transferee goes back to the queue that the call came by, with the place it had. */
    record Enqueue() implements Effect {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.enqueue(this);
        }
    }

    /** Starts this deadline from now and ends any other. */
    record StartDeadline(Deadline deadline) implements Effect {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.startDeadline(this);
        }
    }

    /** No deadline runs from now on. */
    record ClearDeadline() implements Effect {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.clearDeadline(this);
        }
    }

    /** One method for each kind of effect. */
    interface Visitor<R> {
        R dial(Dial effect);

        R hangUp(HangUp effect);

        R hold(Hold effect);

        R join(Join effect);

        R enqueue(Enqueue effect);

        R startDeadline(StartDeadline effect);

        R clearDeadline(ClearDeadline effect);
    }
}
