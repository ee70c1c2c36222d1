package org.supertransfer.transfer;

import static org.supertransfer.transfer.TransferParty.TRANSFEROR;

import org.supertransfer.call.Verdict;
import org.supertransfer.callcontrol.EndCause;

/** The rows of the state table for joins that come out, deadlines that pass and a server that comes back. */
final class OutcomeRows {
    private OutcomeRows() {}

    static Decision joined(TransferSnapshot s, Pair pair) {
        if (!awaits(s, pair)) {
            return Decision.without(s, Verdict.IGNORED);
        }
        Move move = Move.from(s).joined(pair);
        return switch (s.state()) {
            case CONSULTING, ASIDE -> move.in(s.state());
            case CONNECTING ->
                move.hangUp(TRANSFEROR, EndCause.Kind.TRANSFERRED)
                        .tell(MessageCode.TRANSFER_SUCCEEDED)
                        .in(TransferState.COMPLETED);
            case RETRIEVING -> move.tell(MessageCode.RETURNED).in(TransferState.RETURNED);
            case HOLDING, DIALING, RINGING, UNATTENDED, RECALLING -> Decision.without(s, Verdict.IGNORED);
            case COMPLETED, RETURNED, ABANDONED, FELL_BACK, FAILED -> Decision.without(s, Verdict.IGNORED);
        };
    }

    static Decision notJoined(TransferSnapshot s, Pair pair) {
        return awaits(s, pair) ? broken(s) : Decision.without(s, Verdict.IGNORED);
    }

    static Decision answerDeadline(TransferSnapshot s) {
        return switch (s.state()) {
            case DIALING, RINGING, UNATTENDED ->
                Ways.retrievingOrFallback(Move.from(s).because(unanswered(s)));
            case HOLDING, CONSULTING, ASIDE, CONNECTING, RETRIEVING, RECALLING ->
                Decision.without(s, Verdict.IMPOSSIBLE);
            case COMPLETED, RETURNED, ABANDONED, FELL_BACK, FAILED -> Decision.without(s, Verdict.IGNORED);
        };
    }

    static Decision signallingDeadline(TransferSnapshot s) {
        return switch (s.state()) {
            case HOLDING, CONNECTING, RETRIEVING -> broken(s);
            case CONSULTING, ASIDE -> s.deadline() == null ? Decision.without(s, Verdict.IGNORED) : broken(s);
            case DIALING, RINGING, UNATTENDED, RECALLING -> Decision.without(s, Verdict.IMPOSSIBLE);
            case COMPLETED, RETURNED, ABANDONED, FELL_BACK, FAILED -> Decision.without(s, Verdict.IGNORED);
        };
    }

    static Decision recallDeadline(TransferSnapshot s) {
        return switch (s.state()) {
            case RECALLING -> Ways.fallback(Move.from(s));
            case HOLDING, DIALING, RINGING, UNATTENDED, CONSULTING, ASIDE, CONNECTING, RETRIEVING ->
                Decision.without(s, Verdict.IMPOSSIBLE);
            case COMPLETED, RETURNED, ABANDONED, FELL_BACK, FAILED -> Decision.without(s, Verdict.IGNORED);
        };
    }

    /** Established legs live again, calls that were under way do not; what was being joined is joined once more. */
    static Decision recovered(TransferSnapshot s) {
        Move move = Move.from(s);
        return switch (s.state()) {
            case HOLDING, DIALING, RINGING -> Ways.retrieving(move.because(TransferReason.RESTART));
            case UNATTENDED ->
                Ways.fallback(
                        move.hangUpAgain(TRANSFEROR, EndCause.Kind.TRANSFERRED).because(TransferReason.RESTART));
            case CONSULTING -> move.join(Pair.TRANSFEROR_TARGET).in(TransferState.CONSULTING);
            case ASIDE, RETRIEVING -> move.join(Pair.TRANSFEROR_TRANSFEREE).in(s.state());
            case CONNECTING -> Ways.connecting(move);
            case RECALLING -> Ways.fallback(move);
            case COMPLETED, RETURNED, ABANDONED, FELL_BACK, FAILED -> Decision.without(s, Verdict.IGNORED);
        };
    }

    /** A hold or a join that the state lives for did not come about. */
    private static Decision broken(TransferSnapshot s) {
        Move move = Move.from(s).because(TransferReason.MEDIA_FAILED);
        return s.state() == TransferState.RETRIEVING
                ? Ways.fallbackWithoutRecall(move)
                : Ways.retrievingOrFallback(move);
    }

    private static boolean awaits(TransferSnapshot s, Pair pair) {
        Link link = s.link();
        return link != null && link.pair() == pair && !link.up();
    }

    /** A queue always answers for itself; a phone that never said a word was not reached. */
    private static TransferReason unanswered(TransferSnapshot s) {
        boolean heard = s.plan().targetInbound() || s.progress() != Progress.SILENT;
        return heard ? TransferReason.NO_ANSWER : TransferReason.UNREACHABLE;
    }
}
