package org.supertransfer.call;

import static org.supertransfer.call.CallParty.AGENT;
import static org.supertransfer.call.CallParty.OTHER;

import org.supertransfer.call.CallSnapshot.Side;
import org.supertransfer.callcontrol.EndCause;

/** The rules of a call outside a transfer: pure, no clock, no ids, no logging. */
final class CallRules {
    private CallRules() {}

    /** What follows from a stimulus; never throws, and an ending is left by none. */
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
            case NOT_JOINED, SIGNALLING_DEADLINE -> notJoined(s);
            case RING_DEADLINE -> ringDeadline(s);
            case QUEUE_DEADLINE -> queueDeadline(s);
            case HANG_UP -> hangUp(s);
            case HOLD -> hold(s);
            case RESUME -> resume(s);
        };
    }

    private static CallDecision agentFree(CallSnapshot s) {
        return switch (s.state()) {
            case WAITING -> CallMove.from(s).dial(AGENT).start(Deadline.RING).in(CallState.OFFERED);
            case OFFERED, PLACING, UP, HELD, ENDED -> CallDecision.without(s, Verdict.IGNORED);
        };
    }

    private static CallDecision agentAnswers(CallSnapshot s) {
        return switch (s.state()) {
            case OFFERED ->
                CallMove.from(s)
                        .on(AGENT)
                        .stop(Deadline.RING)
                        .leaveQueue()
                        .join()
                        .in(CallState.UP);
            case PLACING ->
                s.agent() == Side.DIALED
                        ? CallMove.from(s)
                                .on(AGENT)
                                .dial(OTHER)
                                .start(Deadline.ANSWER)
                                .in(CallState.PLACING)
                        : CallDecision.without(s, Verdict.IMPOSSIBLE);
            case WAITING, UP, HELD -> CallDecision.without(s, Verdict.IMPOSSIBLE);
            case ENDED -> CallDecision.without(s, Verdict.IGNORED);
        };
    }

    private static CallDecision agentGone(CallSnapshot s, EndCause cause) {
        return switch (s.state()) {
            case OFFERED -> nextAgent(CallMove.from(s).gone(AGENT));
            case PLACING, UP, HELD -> ended(CallMove.from(s).gone(AGENT), cause);
            case WAITING, ENDED -> CallDecision.without(s, Verdict.IGNORED);
        };
    }

    private static CallDecision otherAnswers(CallSnapshot s) {
        return s.state() == CallState.PLACING && s.other() == Side.DIALED
                ? CallMove.from(s).on(OTHER).stop(Deadline.ANSWER).join().in(CallState.UP)
                : CallDecision.without(s, Verdict.IMPOSSIBLE);
    }

    private static CallDecision joined(CallSnapshot s) {
        return s.state() == CallState.UP && !s.joined()
                ? CallMove.from(s).joined().in(CallState.UP)
                : CallDecision.without(s, Verdict.IGNORED);
    }

    private static CallDecision notJoined(CallSnapshot s) {
        return s.state() == CallState.UP && !s.joined()
                ? ended(CallMove.from(s), EndCause.of(EndCause.Kind.MEDIA))
                : CallDecision.without(s, Verdict.IGNORED);
    }

    /** The agent's phone, or whom the agent called, is not waited for any longer. */
    private static CallDecision ringDeadline(CallSnapshot s) {
        EndCause noAnswer = EndCause.of(EndCause.Kind.NO_ANSWER);
        return switch (s.state()) {
            case OFFERED -> nextAgent(CallMove.from(s).hangUp(AGENT, EndCause.of(EndCause.Kind.CANCELLED)));
            case PLACING -> ended(CallMove.from(s), noAnswer);
            case WAITING, UP, HELD, ENDED -> CallDecision.without(s, Verdict.IGNORED);
        };
    }

    private static CallDecision queueDeadline(CallSnapshot s) {
        return switch (s.state()) {
            case WAITING, OFFERED -> ended(CallMove.from(s), EndCause.of(EndCause.Kind.NO_ANSWER));
            case PLACING, UP, HELD, ENDED -> CallDecision.without(s, Verdict.IGNORED);
        };
    }

    private static CallDecision hangUp(CallSnapshot s) {
        return switch (s.state()) {
            case OFFERED -> nextAgent(CallMove.from(s).hangUp(AGENT, EndCause.of(EndCause.Kind.CANCELLED)));
            case PLACING, UP, HELD -> ended(CallMove.from(s), EndCause.of(EndCause.Kind.NORMAL));
            case WAITING, ENDED -> CallDecision.without(s, Verdict.REJECTED);
        };
    }

    private static CallDecision hold(CallSnapshot s) {
        return s.state() == CallState.UP && s.joined()
                ? CallMove.from(s).hold(OTHER).hold(AGENT).in(CallState.HELD)
                : CallDecision.without(s, s.state() == CallState.HELD ? Verdict.IGNORED : Verdict.REJECTED);
    }

    private static CallDecision resume(CallSnapshot s) {
        return s.state() == CallState.HELD
                ? CallMove.from(s).join().in(CallState.UP)
                : CallDecision.without(s, s.state() == CallState.UP ? Verdict.IGNORED : Verdict.REJECTED);
    }

    private static CallDecision nextAgent(CallMove move) {
        return move.stop(Deadline.RING).waitOn().in(CallState.WAITING);
    }

    /** Whoever is there is hung up; an unanswered caller gets the cause's status. */
    private static CallDecision ended(CallMove move, EndCause cause) {
        return move.hangUp(AGENT, cause)
                .hangUp(OTHER, cause)
                .stop(Deadline.RING)
                .stop(Deadline.ANSWER)
                .stop(Deadline.SIGNALLING)
                .leaveQueue()
                .in(CallState.ENDED);
    }

    private static EndCause causeOf(CallStimulus stimulus) {
        EndCause cause = stimulus.cause();
        return cause == null ? EndCause.of(EndCause.Kind.NORMAL) : cause;
    }
}
