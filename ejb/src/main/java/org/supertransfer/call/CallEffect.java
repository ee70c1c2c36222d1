package org.supertransfer.call;

import org.supertransfer.callcontrol.EndCause;

/** What is to be done after the commit, in this order. */
sealed interface CallEffect {
    <R> R accept(Visitor<R> visitor);

    /** Call a party: the agent whose phone is reserved, or whom the agent wants to talk to. */
    record Dial(CallParty party) implements CallEffect {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dial(this);
        }
    }

    /** Join the two; an unanswered caller is answered by it. */
    record Join() implements CallEffect {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.join(this);
        }
    }

    /** Put a party on hold. */
    record Hold(CallParty party) implements CallEffect {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.hold(this);
        }
    }

    /** End a party's leg. */
    record HangUp(CallParty party, EndCause why) implements CallEffect {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.hangUp(this);
        }
    }

    /** The caller waits on with its place, for the next agent. */
    record WaitOn() implements CallEffect {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.waitOn(this);
        }
    }

    /** The caller is in the queue no more. */
    record LeaveQueue() implements CallEffect {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.leaveQueue(this);
        }
    }

    /** Starts a deadline from now; the queue's runs on beside the others until the caller leaves the queue. */
    record StartDeadline(Deadline deadline) implements CallEffect {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.startDeadline(this);
        }
    }

    /** Stops a deadline. */
    record StopDeadline(Deadline deadline) implements CallEffect {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.stopDeadline(this);
        }
    }

    /** One method for each kind of effect. */
    interface Visitor<R> {
        R dial(Dial effect);

        R join(Join effect);

        R hold(Hold effect);

        R hangUp(HangUp effect);

        R waitOn(WaitOn effect);

        R leaveQueue(LeaveQueue effect);

        R startDeadline(StartDeadline effect);

        R stopDeadline(StopDeadline effect);
    }
}
