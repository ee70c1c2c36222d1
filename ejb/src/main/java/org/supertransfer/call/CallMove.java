package org.supertransfer.call;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.supertransfer.call.CallSnapshot.Side;
import org.supertransfer.callcontrol.EndCause;

/**
 * A decision in the making: each word changes the snapshot and notes the effect that belongs to it. Deadlines and the
 * place in the queue follow from where the move leads.
 */
final class CallMove {
    private static final Set<CallState> QUEUED = EnumSet.of(CallState.WAITING, CallState.OFFERED);

    private final CallSnapshot from;
    private final List<CallEffect> effects = new ArrayList<>();
    private CallSnapshot at;

    private CallMove(CallSnapshot from) {
        this.from = from;
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
        return effect(new CallEffect.Join());
    }

    CallMove joined() {
        at = at.withJoined(true);
        return this;
    }

    CallMove hold(CallParty party) {
        at = at.withJoined(false);
        return effect(new CallEffect.Hold(party));
    }

    /** Does nothing for a party that is not there; one whose phone only rings is cancelled. */
    CallMove hangUp(CallParty party, EndCause why) {
        Side side = at.side(party);
        if (side == Side.ABSENT) {
            return this;
        }
        gone(party);
        return effect(new CallEffect.HangUp(party, side == Side.DIALED ? EndCause.of(EndCause.Kind.CANCELLED) : why));
    }

    CallMove waitOn() {
        return effect(new CallEffect.WaitOn());
    }

    CallDecision in(CallState state) {
        at = at.in(state);
        if (QUEUED.contains(from.state()) && !QUEUED.contains(state)) {
            effect(new CallEffect.LeaveQueue());
        }
        for (Deadline deadline : Deadline.values()) {
            if (at.awaits(deadline) && !from.awaits(deadline)) {
                effect(new CallEffect.StartDeadline(deadline));
            } else if (from.awaits(deadline) && !at.awaits(deadline)) {
                effect(new CallEffect.StopDeadline(deadline));
            }
        }
        return new CallDecision(at, effects, Verdict.MOVED);
    }

    private CallMove effect(CallEffect effect) {
        effects.add(effect);
        return this;
    }
}
