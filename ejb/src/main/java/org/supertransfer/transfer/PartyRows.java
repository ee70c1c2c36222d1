package org.supertransfer.transfer;

import static org.supertransfer.transfer.TransferParty.TARGET;
import static org.supertransfer.transfer.TransferParty.TRANSFEREE;
import static org.supertransfer.transfer.TransferParty.TRANSFEROR;

import org.supertransfer.call.Verdict;
import org.supertransfer.callcontrol.EndCause;

/** The rows of the state table that a party's leg reports. */
final class PartyRows {
    private PartyRows() {}

    /** A hold that failed is no reason to stop: the transferee hears silence or ringing instead of music. */
    static Decision transfereeHeld(TransferSnapshot s) {
        return switch (s.state()) {
            case HOLDING -> Move.from(s).dial(TARGET).in(TransferState.DIALING);
            case DIALING, RINGING, UNATTENDED, CONSULTING, ASIDE, CONNECTING, RETRIEVING, RECALLING ->
                Decision.without(s, Verdict.IGNORED);
            case COMPLETED, RETURNED, ABANDONED, FELL_BACK, FAILED -> Decision.without(s, Verdict.IGNORED);
        };
    }

    /** Moves nothing, but silence and no answer are told apart by it. */
    static Decision targetHeard(TransferSnapshot s) {
        return switch (s.state()) {
            case DIALING, RINGING, UNATTENDED -> Decision.without(s.with(Progress.HEARD), Verdict.IGNORED);
            case HOLDING, CONSULTING, ASIDE, CONNECTING -> Decision.without(s, Verdict.IMPOSSIBLE);
            case RETRIEVING, RECALLING, COMPLETED, RETURNED, ABANDONED, FELL_BACK, FAILED ->
                Decision.without(s, Verdict.IGNORED);
        };
    }

    static Decision targetRings(TransferSnapshot s) {
        TransferSnapshot rung = s.with(Progress.RANG);
        return switch (s.state()) {
            case DIALING -> Move.from(rung).tell(MessageCode.TARGET_RINGING).in(TransferState.RINGING);
            case RINGING, UNATTENDED -> Decision.without(rung, Verdict.IGNORED);
            case HOLDING, CONSULTING, ASIDE, CONNECTING -> Decision.without(s, Verdict.IMPOSSIBLE);
            case RETRIEVING, RECALLING, COMPLETED, RETURNED, ABANDONED, FELL_BACK, FAILED ->
                Decision.without(s, Verdict.IGNORED);
        };
    }

    static Decision targetAnswers(TransferSnapshot s) {
        return switch (s.state()) {
            case DIALING, RINGING -> s.plan().consult() ? consult(answered(s)) : Ways.connecting(answered(s));
            case UNATTENDED -> Ways.connecting(answered(s));
            case HOLDING, CONSULTING, ASIDE, CONNECTING -> Decision.without(s, Verdict.IMPOSSIBLE);
            case RETRIEVING, RECALLING, COMPLETED, RETURNED, ABANDONED, FELL_BACK, FAILED ->
                Decision.without(s, Verdict.IGNORED);
        };
    }

    static Decision targetGone(TransferSnapshot s, TransferReason why) {
        return switch (s.state()) {
            case DIALING, RINGING, UNATTENDED, CONSULTING, ASIDE, CONNECTING ->
                Ways.retrievingOrFallback(Move.from(s).gone(TARGET).because(why));
            case HOLDING -> Decision.without(s, Verdict.IMPOSSIBLE);
            case RETRIEVING, RECALLING, COMPLETED, RETURNED, ABANDONED, FELL_BACK, FAILED ->
                Decision.without(s, Verdict.IGNORED);
        };
    }

    static Decision transferorAnswers(TransferSnapshot s) {
        return switch (s.state()) {
            case RECALLING -> Ways.retrieving(Move.from(s).answered(TRANSFEROR));
            case HOLDING, DIALING, RINGING, UNATTENDED, CONSULTING, ASIDE, CONNECTING, RETRIEVING ->
                Decision.without(s, Verdict.IMPOSSIBLE);
            case COMPLETED, RETURNED, ABANDONED, FELL_BACK, FAILED -> Decision.without(s, Verdict.IGNORED);
        };
    }

    /** A transferor that leaves has handed over; only one that was to get the call back is missed. */
    static Decision transferorGone(TransferSnapshot s) {
        Move move = Move.from(s).gone(TRANSFEROR);
        return switch (s.state()) {
            case HOLDING -> move.dial(TARGET).in(TransferState.UNATTENDED);
            case DIALING, RINGING -> move.in(TransferState.UNATTENDED);
            case CONSULTING, ASIDE -> Ways.connecting(move);
            case CONNECTING ->
                s.transferor().isOn() ? move.in(TransferState.CONNECTING) : Decision.without(s, Verdict.IGNORED);
            case RETRIEVING, RECALLING -> Ways.fallback(move);
            case UNATTENDED, COMPLETED, RETURNED, ABANDONED, FELL_BACK, FAILED -> Decision.without(s, Verdict.IGNORED);
        };
    }

    /** Nothing is left to transfer; transferor and target, if they were to talk, talk on. */
    static Decision transfereeGone(TransferSnapshot s) {
        return switch (s.state()) {
            case CONSULTING, ASIDE -> abandoned(s).join(Pair.TRANSFEROR_TARGET).in(TransferState.ABANDONED);
            case HOLDING, DIALING, RINGING, UNATTENDED, CONNECTING, RETRIEVING, RECALLING ->
                abandoned(s)
                        .hangUp(TARGET, EndCause.Kind.NORMAL)
                        .hangUp(TRANSFEROR, EndCause.Kind.NORMAL)
                        .in(TransferState.ABANDONED);
            case COMPLETED, RETURNED, ABANDONED, FELL_BACK, FAILED -> Decision.without(s, Verdict.IGNORED);
        };
    }

    private static Move answered(TransferSnapshot s) {
        return Move.from(s).answered(TARGET).tell(MessageCode.TARGET_ANSWERED);
    }

    private static Decision consult(Move move) {
        return move.join(Pair.TRANSFEROR_TARGET).in(TransferState.CONSULTING);
    }

    private static Move abandoned(TransferSnapshot s) {
        return Move.from(s).gone(TRANSFEREE).endedBy(TransferReason.TRANSFEREE_HUNG_UP);
    }
}
