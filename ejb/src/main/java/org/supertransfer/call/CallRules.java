package org.supertransfer.call;

import static org.supertransfer.call.CallParty.AGENT;
import static org.supertransfer.call.CallParty.OTHER;

import org.supertransfer.call.CallSnapshot.Side;
import org.supertransfer.callcontrol.EndCause;

/**
 * The rules of a call outside a transfer: pure, no clock, no ids, no logging. While a transfer lives, its own rules own
 * every leg and these are not asked. The whole table is written to {@code docs/call-states.md} by a test.
 */
final class CallRules {
    private CallRules() {}

    /** What follows from a stimulus; an ending is left by none. */
    static CallDecision decide(CallSnapshot s, CallStimulus stimulus) {
        if (s.state() == CallState.ENDED) {
            return CallDecision.without(s, Verdict.IGNORED);
        }
        return switch (stimulus.kind()) {
            case AGENT_FREE -> agentFree(s);
            case AGENT_ANSWERS -> agentAnswers(s);
            case AGENT_GONE -> agentGone(s, causeOf(stimulus));
            case OTHER_ANSWERS -> otherAnswers(s);
            case OTHER_GONE -> ended(CallMove.from(s).gone(OTHER), causeOf(stimulus));
            case JOINED -> joined(s);
            case NOT_JOINED -> s.isJoining() ? notJoined(s) : CallDecision.without(s, Verdict.IGNORED);
            case RING_DEADLINE -> ringDeadline(s);
            case QUEUE_DEADLINE -> queueDeadline(s);
            case SIGNALLING_DEADLINE -> s.isJoining() ? notJoined(s) : CallDecision.without(s, Verdict.IMPOSSIBLE);
            case HANG_UP -> hangUp(s);
            case HOLD -> hold(s);
            case RESUME -> resume(s);
        };
    }

    private static CallDecision agentFree(CallSnapshot s) {
        return switch (s.state()) {
            case WAITING -> CallMove.from(s).dial(AGENT).in(CallState.OFFERED);
            case OFFERED, PLACING, UP, HELD, ENDED -> CallDecision.without(s, Verdict.IGNORED);
        };
    }

    private static CallDecision agentAnswers(CallSnapshot s) {
        if (s.agent() != Side.DIALED) {
            return CallDecision.without(s, Verdict.IMPOSSIBLE);
        }
        CallMove move = CallMove.from(s).on(AGENT);
        return switch (s.state()) {
            case OFFERED -> move.join().in(s.other() == Side.ON ? CallState.OFFERED : CallState.UP);
            case PLACING -> move.dial(OTHER).in(CallState.PLACING);
            case WAITING, UP, HELD, ENDED -> CallDecision.without(s, Verdict.IMPOSSIBLE);
        };
    }

    private static CallDecision agentGone(CallSnapshot s, EndCause cause) {
        CallMove move = CallMove.from(s).gone(AGENT);
        return switch (s.state()) {
            case OFFERED -> nextAgent(move);
            case PLACING, UP, HELD -> ended(move, cause);
            case WAITING, ENDED -> CallDecision.without(s, Verdict.IMPOSSIBLE);
        };
    }

    private static CallDecision otherAnswers(CallSnapshot s) {
        return s.other() == Side.DIALED
                ? CallMove.from(s).on(OTHER).join().in(CallState.UP)
                : CallDecision.without(s, Verdict.IMPOSSIBLE);
    }

    private static CallDecision joined(CallSnapshot s) {
        return s.isJoining() ? CallMove.from(s).joined().in(CallState.UP) : CallDecision.without(s, Verdict.IGNORED);
    }

    /** A caller who had been answered before waits on for the next agent; any other pair has nothing left to say. */
    private static CallDecision notJoined(CallSnapshot s) {
        EndCause cause = EndCause.of(EndCause.Kind.MEDIA);
        return s.state() == CallState.OFFERED
                ? nextAgent(CallMove.from(s).hangUp(AGENT, cause))
                : ended(CallMove.from(s), cause);
    }

    private static CallDecision ringDeadline(CallSnapshot s) {
        if (!s.awaits(Deadline.RING) && !s.awaits(Deadline.ANSWER)) {
            return CallDecision.without(s, Verdict.IMPOSSIBLE);
        }
        EndCause cause = EndCause.of(EndCause.Kind.NO_ANSWER);
        return s.state() == CallState.OFFERED
                ? nextAgent(CallMove.from(s).hangUp(AGENT, cause))
                : ended(CallMove.from(s), cause);
    }

    private static CallDecision queueDeadline(CallSnapshot s) {
        return s.awaits(Deadline.QUEUE)
                ? ended(CallMove.from(s), EndCause.of(EndCause.Kind.NO_ANSWER))
                : CallDecision.without(s, Verdict.IMPOSSIBLE);
    }

    /** An agent who hangs up before a waiting caller was connected has declined. */
    private static CallDecision hangUp(CallSnapshot s) {
        EndCause cause = EndCause.of(EndCause.Kind.NORMAL);
        return switch (s.state()) {
            case OFFERED -> nextAgent(CallMove.from(s).hangUp(AGENT, cause));
            case PLACING, UP, HELD -> ended(CallMove.from(s), cause);
            case WAITING, ENDED -> CallDecision.without(s, Verdict.REJECTED);
        };
    }

    /** The agent too, or its voice would still reach the other's phone. */
    private static CallDecision hold(CallSnapshot s) {
        return switch (s.state()) {
            case UP ->
                s.joined()
                        ? CallMove.from(s).hold(OTHER).hold(AGENT).in(CallState.HELD)
                        : CallDecision.without(s, Verdict.REJECTED);
            case HELD -> CallDecision.without(s, Verdict.IGNORED);
            case WAITING, OFFERED, PLACING, ENDED -> CallDecision.without(s, Verdict.REJECTED);
        };
    }

    private static CallDecision resume(CallSnapshot s) {
        return switch (s.state()) {
            case HELD -> CallMove.from(s).join().in(CallState.UP);
            case UP -> CallDecision.without(s, Verdict.IGNORED);
            case WAITING, OFFERED, PLACING, ENDED -> CallDecision.without(s, Verdict.REJECTED);
        };
    }

    private static CallDecision nextAgent(CallMove move) {
        return move.waitOn().in(CallState.WAITING);
    }

    /** Whoever is there is hung up; an unanswered caller gets the cause's status. */
    private static CallDecision ended(CallMove move, EndCause cause) {
        return move.hangUp(AGENT, cause).hangUp(OTHER, cause).in(CallState.ENDED);
    }

    private static EndCause causeOf(CallStimulus stimulus) {
        EndCause cause = stimulus.cause();
        return cause == null ? EndCause.of(EndCause.Kind.NORMAL) : cause;
    }
}
