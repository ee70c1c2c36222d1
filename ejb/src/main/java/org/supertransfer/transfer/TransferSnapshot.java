package org.supertransfer.transfer;

import org.jspecify.annotations.Nullable;
import org.supertransfer.call.Deadline;

/**
 * All that a decision may depend on.
 *
 * @param link who talks with whom; null when nobody does
 * @param progress how far the target's leg came
 * @param recallUsed the transferor was rung again once, which is all there is
 * @param reason what went wrong first, or what the transfer ended by; null as long as all goes well
 * @param now looked up for this decision
 */
record TransferSnapshot(
        TransferState state,
        TransferPlan plan,
        Presence transferor,
        Presence transferee,
        Presence target,
        @Nullable Link link,
        Progress progress,
        boolean recallUsed,
        @Nullable TransferReason reason,
        Circumstances now) {

    Presence presence(TransferParty party) {
        return switch (party) {
            case TRANSFEROR -> transferor;
            case TRANSFEREE -> transferee;
            case TARGET -> target;
        };
    }

    /** What it waits for at most so long; null when a human decides or all is over. */
    @Nullable
    Deadline deadline() {
        return switch (state) {
            case HOLDING, CONNECTING, RETRIEVING -> Deadline.SIGNALLING;
            case DIALING, RINGING, UNATTENDED -> plan.targetInbound() ? Deadline.QUEUE : Deadline.ANSWER;
            case CONSULTING, ASIDE -> link != null && link.up() ? null : Deadline.SIGNALLING;
            case RECALLING -> Deadline.RECALL;
            case COMPLETED, RETURNED, ABANDONED, FELL_BACK, FAILED -> null;
        };
    }

    TransferSnapshot in(TransferState next) {
        return new TransferSnapshot(
                next, plan, transferor, transferee, target, link, progress, recallUsed, reason, now);
    }

    TransferSnapshot with(TransferParty party, Presence presence) {
        return new TransferSnapshot(
                state,
                plan,
                party == TransferParty.TRANSFEROR ? presence : transferor,
                party == TransferParty.TRANSFEREE ? presence : transferee,
                party == TransferParty.TARGET ? presence : target,
                link,
                progress,
                recallUsed,
                reason,
                now);
    }

    TransferSnapshot linked(@Nullable Link next) {
        return new TransferSnapshot(
                state, plan, transferor, transferee, target, next, progress, recallUsed, reason, now);
    }

    TransferSnapshot with(Progress atLeast) {
        return new TransferSnapshot(
                state, plan, transferor, transferee, target, link, progress.atLeast(atLeast), recallUsed, reason, now);
    }

    TransferSnapshot with(TransferReason why) {
        return new TransferSnapshot(state, plan, transferor, transferee, target, link, progress, recallUsed, why, now);
    }

    /** The same transfer in other circumstances. */
    TransferSnapshot with(Circumstances circumstances) {
        return new TransferSnapshot(
                state, plan, transferor, transferee, target, link, progress, recallUsed, reason, circumstances);
    }

    TransferSnapshot withRecallUsed() {
        return new TransferSnapshot(state, plan, transferor, transferee, target, link, progress, true, reason, now);
    }
}
