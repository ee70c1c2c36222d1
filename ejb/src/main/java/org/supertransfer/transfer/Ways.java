package org.supertransfer.transfer;

import java.util.List;
import org.supertransfer.callcontrol.EndCause;

/** The ways into a state that several rows share: how it is entered is decided here alone. */
final class Ways {
    /** What can be done for a transferee whose transferor is gone. */
    private enum Rescue {
        RECALL,
        QUEUE,
        END
    }

    private Ways() {}

    /** Transferee and target are joined; the transferor, if on the line, waits for the outcome. */
    static Decision connecting(Move move) {
        return move.join(Pair.TRANSFEREE_TARGET).in(TransferState.CONNECTING);
    }

    /** The call goes back to the transferor, who is on the line. */
    static Decision retrieving(Move move) {
        reconnecting(move);
        return move.hangUp(TransferParty.TARGET, EndCause.Kind.NORMAL)
                .join(Pair.TRANSFEROR_TRANSFEREE)
                .in(TransferState.RETRIEVING);
    }

    /** The transferor, who is gone, is rung again. */
    static Decision recalling(Move move) {
        reconnecting(move);
        return move.hangUp(TransferParty.TARGET, EndCause.Kind.NORMAL).recall().in(TransferState.RECALLING);
    }

    /** The target is of no use any more: back to a transferor on the line, else whatever the policy offers. */
    static Decision retrievingOrFallback(Move move) {
        return move.at().transferor().isOn() ? retrieving(move) : fallback(move);
    }

    static Decision fallback(Move move) {
        return rescue(move, true);
    }

    /** Whether the fallback is more than the end of the call. */
    static boolean isRescue(TransferSnapshot snapshot) {
        return best(snapshot, true) != Rescue.END;
    }

    /** As the fallback, after a transferor on the line could not be reached: ringing the same phone again would not help. */
    static Decision fallbackWithoutRecall(Move move) {
        return rescue(move, false);
    }

    private static Decision rescue(Move move, boolean recallHelps) {
        move.hangUp(TransferParty.TARGET, EndCause.Kind.NORMAL).hangUp(TransferParty.TRANSFEROR, EndCause.Kind.NORMAL);
        return switch (best(move.at(), recallHelps)) {
            case RECALL -> recalling(move);
            case QUEUE -> move.tell(MessageCode.FELL_BACK).enqueue().in(TransferState.FELL_BACK);
            case END ->
                move.hangUp(TransferParty.TRANSFEREE, causeOf(move.at())).in(TransferState.FAILED);
        };
    }

    private static Rescue best(TransferSnapshot snapshot, boolean recallHelps) {
        return order(snapshot).stream()
                .filter(rescue -> isPossible(rescue, snapshot, recallHelps))
                .findFirst()
                .orElse(Rescue.END);
    }

    private static List<Rescue> order(TransferSnapshot snapshot) {
        List<Rescue> policy =
                switch (fallbackOf(snapshot)) {
                    case QUEUE -> List.of(Rescue.QUEUE, Rescue.RECALL);
                    case RECALL -> List.of(Rescue.RECALL, Rescue.QUEUE);
                    case HANGUP -> List.of();
                };
        return snapshot.plan().isAttended() ? attended(policy) : policy;
    }

    /** Whom a supervisor takes back is not hung up by a policy for transfers that fail. */
    private static Fallback fallbackOf(TransferSnapshot snapshot) {
        Fallback policy = snapshot.plan().fallback();
        boolean retrieved = snapshot.reason() == TransferReason.SUPERVISOR_RETRIEVED;
        return retrieved && policy == Fallback.HANGUP ? Fallback.QUEUE : policy;
    }

    /** An attended transfer belongs to its transferor: it is rung again before the policy is asked. */
    private static List<Rescue> attended(List<Rescue> policy) {
        return policy.contains(Rescue.QUEUE) ? List.of(Rescue.RECALL, Rescue.QUEUE) : List.of(Rescue.RECALL);
    }

    private static boolean isPossible(Rescue rescue, TransferSnapshot snapshot, boolean recallHelps) {
        return switch (rescue) {
            case RECALL ->
                recallHelps && !snapshot.recallUsed() && snapshot.now().transferorReachable();
            case QUEUE -> snapshot.now().queueAvailable();
            case END -> true;
        };
    }

    private static EndCause.Kind causeOf(TransferSnapshot snapshot) {
        TransferReason reason = snapshot.reason();
        return reason == null ? EndCause.Kind.NORMAL : reason.cause();
    }

    /** Told once: a recall after a failed retrieval is the same way back. */
    private static void reconnecting(Move move) {
        TransferState state = move.at().state();
        if (state != TransferState.RETRIEVING && state != TransferState.RECALLING) {
            move.tell(MessageCode.RECONNECTING);
        }
    }
}
