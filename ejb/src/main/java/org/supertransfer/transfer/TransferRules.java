package org.supertransfer.transfer;

import static org.supertransfer.transfer.TransferParty.TARGET;
import static org.supertransfer.transfer.TransferParty.TRANSFEREE;
import static org.supertransfer.transfer.TransferParty.TRANSFEROR;

import org.supertransfer.call.Verdict;
import org.supertransfer.callcontrol.EndCause;

/**
 * The transfer rules: what follows from what happens. Pure: no clock, no ids, no logging. The whole table is written to
 * {@code docs/transfer-states.md} by a test.
 */
final class TransferRules {
    private TransferRules() {}

    /** A transfer begins: the call is up, transferor and transferee talk. */
    static Decision begin(TransferPlan plan, Circumstances now) {
        Move move = Move.first(talking(plan, now)).note(Notice.of(MessageCode.TRANSFER_STARTED));
        return switch (plan.method()) {
            case ATTENDED -> move.hold(TRANSFEREE).hold(TRANSFEROR).in(TransferState.HOLDING);
            case BLIND ->
                move.hangUp(TRANSFEROR, EndCause.Kind.TRANSFERRED)
                        .hold(TRANSFEREE)
                        .dial(TARGET)
                        .in(TransferState.UNATTENDED);
        };
    }

    /**
     * A transfer begins whose target the transferor has called itself, by its phone: the two talk, or the target's phone
     * still rings; the transferee is on the transferor's other line.
     */
    static Decision consulted(TransferPlan plan, Circumstances now, boolean targetAnswered) {
        TransferSnapshot talking = talking(plan, now).with(Progress.RANG);
        if (targetAnswered) {
            Move move = Move.first(talking.with(TARGET, Presence.WAITING));
            return Ways.connecting(move.note(Notice.of(MessageCode.TRANSFER_STARTED)));
        }
        return Move.first(talking.with(TARGET, Presence.DIALED))
                .note(Notice.of(MessageCode.TRANSFER_STARTED))
                .tell(MessageCode.TARGET_RINGING)
                .hold(TRANSFEREE)
                .hold(TRANSFEROR)
                .in(TransferState.RINGING);
    }

    /** What follows from a stimulus; an ending is left by none. */
    static Decision decide(TransferSnapshot snapshot, Stimulus stimulus) {
        if (snapshot.state().isEnding()) {
            return Decision.without(snapshot, Verdict.IGNORED);
        }
        return switch (stimulus.kind()) {
            case COMPLETE -> CommandRows.complete(snapshot);
            case CANCEL -> CommandRows.cancel(snapshot);
            case SWAP -> CommandRows.swap(snapshot);
            case SUPERVISOR_RETRIEVES -> CommandRows.retrieve(snapshot);
            case TRANSFEREE_HELD -> PartyRows.transfereeHeld(snapshot);
            case TARGET_HEARD -> PartyRows.targetHeard(snapshot);
            case TARGET_RINGS -> PartyRows.targetRings(snapshot);
            case TARGET_ANSWERS -> PartyRows.targetAnswers(snapshot);
            case TARGET_GONE -> PartyRows.targetGone(snapshot, stimulus.whyGone());
            case TRANSFEROR_ANSWERS -> PartyRows.transferorAnswers(snapshot);
            case TRANSFEROR_GONE -> PartyRows.transferorGone(snapshot);
            case TRANSFEREE_GONE -> PartyRows.transfereeGone(snapshot);
            case TRANSFEROR_TARGET_JOINED -> OutcomeRows.joined(snapshot, Pair.TRANSFEROR_TARGET);
            case TRANSFEROR_TARGET_NOT_JOINED -> OutcomeRows.notJoined(snapshot, Pair.TRANSFEROR_TARGET);
            case TRANSFEROR_TRANSFEREE_JOINED -> OutcomeRows.joined(snapshot, Pair.TRANSFEROR_TRANSFEREE);
            case TRANSFEROR_TRANSFEREE_NOT_JOINED -> OutcomeRows.notJoined(snapshot, Pair.TRANSFEROR_TRANSFEREE);
            case TRANSFEREE_TARGET_JOINED -> OutcomeRows.joined(snapshot, Pair.TRANSFEREE_TARGET);
            case TRANSFEREE_TARGET_NOT_JOINED -> OutcomeRows.notJoined(snapshot, Pair.TRANSFEREE_TARGET);
            case ANSWER_DEADLINE -> OutcomeRows.answerDeadline(snapshot);
            case SIGNALLING_DEADLINE -> OutcomeRows.signallingDeadline(snapshot);
            case RECALL_DEADLINE -> OutcomeRows.recallDeadline(snapshot);
            case RECOVERED -> OutcomeRows.recovered(snapshot);
        };
    }

    private static TransferSnapshot talking(TransferPlan plan, Circumstances now) {
        return new TransferSnapshot(
                TransferState.HOLDING,
                plan,
                Presence.TALKING,
                Presence.TALKING,
                Presence.ABSENT,
                new Link(Pair.TRANSFEROR_TRANSFEREE, true),
                Progress.SILENT,
                false,
                null,
                now);
    }
}
