package org.supertransfer.call;

import java.util.ArrayList;
import java.util.List;
import org.supertransfer.call.CallSnapshot.Side;
import org.supertransfer.callcontrol.EndCause;

/** A decision in the making: each word changes the snapshot and notes the effect that belongs to it. */
final class CallMove {
    private CallSnapshot at;
    private final List<CallEffect> effects = new ArrayList<>();

    private CallMove(CallSnapshot from) {
        this.at = from;
    }

    static CallMove from(CallSnapshot snapshot) {
        return new CallMove(snapshot);
    }

    CallMove gone(CallParty party) {
        at = at.with(party, Side.ABSENT).withJoined(false);
        return this;
    }

    CallMove on(CallParty party) {
        at = at.with(party, Side.ON);
        return this;
    }

    CallMove dial(CallParty party) {
        at = at.with(party, Side.DIALED);
        return effect(new CallEffect.Dial(party));
    }

    /** An unanswered caller is on from here: it is answered by the join. */
    CallMove join() {
        at = at.with(CallParty.AGENT, Side.ON).with(CallParty.OTHER, Side.ON).withJoined(false);
        return effect(new CallEffect.Join()).start(Deadline.SIGNALLING);
    }

    CallMove joined() {
        at = at.withJoined(true);
        return stop(Deadline.SIGNALLING);
    }

    CallMove hold(CallParty party) {
        at = at.withJoined(false);
        return effect(new CallEffect.Hold(party));
    }

    /** Does nothing for a party that is not there. */
    CallMove hangUp(CallParty party, EndCause why) {
        if (at.side(party) == Side.ABSENT) {
            return this;
        }
        at = at.with(party, Side.ABSENT).withJoined(false);
        return effect(new CallEffect.HangUp(party, why));
    }

    CallMove waitOn() {
        return effect(new CallEffect.WaitOn());
    }

    CallMove leaveQueue() {
        return effect(new CallEffect.LeaveQueue()).stop(Deadline.QUEUE);
    }

    CallMove start(Deadline deadline) {
        return effect(new CallEffect.StartDeadline(deadline));
    }

    CallMove stop(Deadline deadline) {
        return effect(new CallEffect.StopDeadline(deadline));
    }

    CallDecision in(CallState state) {
        at = at.in(state);
        return new CallDecision(at, effects, Verdict.MOVED);
    }

    private CallMove effect(CallEffect effect) {
        effects.add(effect);
        return this;
    }
}
