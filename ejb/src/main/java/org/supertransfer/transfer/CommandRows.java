package org.supertransfer.transfer;

import static org.supertransfer.transfer.TransferParty.TARGET;
import static org.supertransfer.transfer.TransferParty.TRANSFEREE;
import static org.supertransfer.transfer.TransferParty.TRANSFEROR;

import org.supertransfer.call.Verdict;
import org.supertransfer.callcontrol.EndCause;

/** The rows of the state table that a person asks for. */
final class CommandRows {
    private CommandRows() {}

    /** The transferor need not wait any longer. */
    static Decision complete(TransferSnapshot s) {
        return switch (s.state()) {
            case HOLDING -> leave(s).dial(TARGET).in(TransferState.UNATTENDED);
            case DIALING, RINGING -> leave(s).in(TransferState.UNATTENDED);
            case CONSULTING, ASIDE -> Ways.connecting(Move.from(s));
            case RETRIEVING, RECALLING -> Decision.without(s, Verdict.REJECTED);
            case UNATTENDED, CONNECTING, COMPLETED, RETURNED, ABANDONED, FELL_BACK, FAILED ->
                Decision.without(s, Verdict.IGNORED);
        };
    }

    /** The transferor wants the call back. */
    static Decision cancel(TransferSnapshot s) {
        return switch (s.state()) {
            case HOLDING, DIALING, RINGING, CONSULTING, ASIDE -> takeBack(s, TransferReason.CANCELLED);
            case UNATTENDED -> pullBack(s);
            case CONNECTING -> Decision.without(s, Verdict.REJECTED);
            case RETRIEVING, RECALLING, COMPLETED, RETURNED, ABANDONED, FELL_BACK, FAILED ->
                Decision.without(s, Verdict.IGNORED);
        };
    }

    /** The transferor turns from the target to the transferee, or back. */
    static Decision swap(TransferSnapshot s) {
        return switch (s.state()) {
            case CONSULTING ->
                Move.from(s).hold(TARGET).join(Pair.TRANSFEROR_TRANSFEREE).in(TransferState.ASIDE);
            case ASIDE ->
                Move.from(s).hold(TRANSFEREE).join(Pair.TRANSFEROR_TARGET).in(TransferState.CONSULTING);
            case HOLDING, DIALING, RINGING, UNATTENDED, CONNECTING, RETRIEVING, RECALLING ->
                Decision.without(s, Verdict.REJECTED);
            case COMPLETED, RETURNED, ABANDONED, FELL_BACK, FAILED -> Decision.without(s, Verdict.IGNORED);
        };
    }

    /** A supervisor takes the transferee out of a transfer. */
    static Decision retrieve(TransferSnapshot s) {
        return switch (s.state()) {
            case HOLDING, DIALING, RINGING, CONSULTING, ASIDE -> takeBack(s, TransferReason.SUPERVISOR_RETRIEVED);
            case UNATTENDED -> rescue(s);
            case CONNECTING -> Decision.without(s, Verdict.REJECTED);
            case RETRIEVING, RECALLING, COMPLETED, RETURNED, ABANDONED, FELL_BACK, FAILED ->
                Decision.without(s, Verdict.IGNORED);
        };
    }

    /** Only if there is somebody to take the transferee: else the target would be lost for nothing. */
    private static Decision rescue(TransferSnapshot s) {
        Move move = Move.from(s).because(TransferReason.SUPERVISOR_RETRIEVED);
        return Ways.isRescue(move.at()) ? Ways.fallback(move) : Decision.without(s, Verdict.REJECTED);
    }

    private static Move leave(TransferSnapshot s) {
        return Move.from(s).hangUp(TRANSFEROR, EndCause.Kind.TRANSFERRED);
    }

    private static Decision takeBack(TransferSnapshot s, TransferReason why) {
        return Ways.retrieving(Move.from(s).because(why));
    }

    /** Only for a transferor that can be rung: else the target would be lost for nothing. */
    private static Decision pullBack(TransferSnapshot s) {
        if (!s.now().pullBackAllowed() || !s.now().transferorReachable()) {
            return Decision.without(s, Verdict.REJECTED);
        }
        return Ways.recalling(Move.from(s).because(TransferReason.PULLED_BACK));
    }
}
