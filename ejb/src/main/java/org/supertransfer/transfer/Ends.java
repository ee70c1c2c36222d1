package org.supertransfer.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.supertransfer.call.Handover;
import org.supertransfer.call.LiveCall;
import org.supertransfer.callcontrol.LegId;
import org.supertransfer.callcontrol.OperationId;

/** Gives the legs back to the call as a transfer ends: who talks on with whom, or who waits, or nobody. */
@ApplicationScoped
class Ends {
    @Inject
    private Handover handover;

    Handover.Return giveBack(LiveCall call, LiveTransfer transfer, TransferSnapshot end) {
        String outcome = end.state().name();
        return switch (end.state()) {
            case COMPLETED -> talking(call, transfer, TransferParty.TARGET, outcome);
            case RETURNED -> talking(call, transfer, TransferParty.TRANSFEROR, outcome);
            case ABANDONED ->
                end.transferor().isOn() && end.target().isOn()
                        ? handover.talking(call, withoutTransferee(transfer, end), outcome)
                        : handover.over(call, outcome, transfer.row.reason);
            case FELL_BACK ->
                handover.waiting(
                        call,
                        leg(transfer, TransferParty.TRANSFEREE),
                        call.inbound().orElseThrow(),
                        outcome);
            case FAILED -> handover.over(call, outcome, transfer.row.reason);
            case HOLDING, DIALING, RINGING, UNATTENDED, CONSULTING, ASIDE, CONNECTING, RETRIEVING, RECALLING ->
                throw new IllegalArgumentException(end.state() + " is no ending");
        };
    }

    /** The transferee keeps its side of the call; the other side is who talks with it now. */
    private Handover.Return talking(LiveCall call, LiveTransfer transfer, TransferParty partner, String outcome) {
        LegId transferee = leg(transfer, TransferParty.TRANSFEREE);
        LegId other = leg(transfer, partner);
        boolean agentsSide = call.agentLeg().filter(transferee::equals).isPresent();
        return handover.talking(
                call,
                agentsSide ? new Handover.Talk(transferee, other, null) : new Handover.Talk(other, transferee, null),
                outcome);
    }

    private static Handover.Talk withoutTransferee(LiveTransfer transfer, TransferSnapshot end) {
        Link link = end.link();
        @Nullable OperationId pending = link != null && link.up() ? null : transfer.joining;
        return new Handover.Talk(leg(transfer, TransferParty.TRANSFEROR), leg(transfer, TransferParty.TARGET), pending);
    }

    private static LegId leg(LiveTransfer transfer, TransferParty party) {
        return Objects.requireNonNull(transfer.legs.get(party), () -> party + " has no leg at the end");
    }
}
