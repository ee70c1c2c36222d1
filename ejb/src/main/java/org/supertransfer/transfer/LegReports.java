package org.supertransfer.transfer;

import java.util.Optional;
import org.supertransfer.callcontrol.CallEvent;
import org.supertransfer.callcontrol.LegId;
import org.supertransfer.callcontrol.OperationId;

/**
 * Makes stimuli of reports. Only a party's current leg and the latest operation make one; all else is late. Every method
 * answers whether it made one.
 */
final class LegReports implements CallEvent.Visitor<Boolean> {
    private final TransferTakeover takeover;
    private final LiveTransfer transfer;

    LegReports(TransferTakeover takeover, LiveTransfer transfer) {
        this.takeover = takeover;
        this.transfer = transfer;
    }

    @Override
    public Boolean incoming(CallEvent.Incoming event) {
        return false;
    }

    @Override
    public Boolean trying(CallEvent.Trying event) {
        return isTarget(event.leg()) && took(Stimulus.of(Stimulus.Kind.TARGET_HEARD));
    }

    @Override
    public Boolean ringing(CallEvent.Ringing event) {
        return isTarget(event.leg()) && took(Stimulus.of(Stimulus.Kind.TARGET_RINGS));
    }

    @Override
    public Boolean earlyMedia(CallEvent.EarlyMedia event) {
        return false;
    }

    /** No stimulus: the target is the same, only its address is another. */
    @Override
    public Boolean redirected(CallEvent.Redirected event) {
        takeover.redirected(event, isTarget(event.leg()));
        return true;
    }

    @Override
    public Boolean answered(CallEvent.Answered event) {
        Optional<TransferParty> party = transfer.partyOf(event.leg());
        if (party.isEmpty()) {
            return false;
        }
        return switch (party.get()) {
            case TARGET -> takeover.targetAnswered();
            case TRANSFEROR -> took(Stimulus.of(Stimulus.Kind.TRANSFEROR_ANSWERS));
            case TRANSFEREE -> false;
        };
    }

    @Override
    public Boolean held(CallEvent.Held event) {
        return isHold(event.operation()) && took(Stimulus.of(Stimulus.Kind.TRANSFEREE_HELD));
    }

    @Override
    public Boolean holdFailed(CallEvent.HoldFailed event) {
        return isHold(event.operation()) && !event.superseded() && took(Stimulus.of(Stimulus.Kind.TRANSFEREE_HELD));
    }

    @Override
    public Boolean joined(CallEvent.Joined event) {
        Link link = transfer.snapshot.link();
        return isJoin(event.operation()) && link != null && took(Stimulus.joined(link.pair()));
    }

    @Override
    public Boolean joinFailed(CallEvent.JoinFailed event) {
        Link link = transfer.snapshot.link();
        return isJoin(event.operation())
                && !event.superseded()
                && link != null
                && took(Stimulus.notJoined(link.pair()));
    }

    @Override
    public Boolean partyHold(CallEvent.PartyHold event) {
        return false;
    }

    /** Not a report: the phone asks for another transfer while this one lives. */
    @Override
    public Boolean referRequested(CallEvent.ReferRequested event) {
        return false;
    }

    @Override
    public Boolean ended(CallEvent.Ended event) {
        Optional<TransferParty> party = transfer.partyOf(event.leg());
        party.ifPresent(known -> takeover.gone(known, event.cause()));
        return party.isPresent();
    }

    @Override
    public Boolean registrationChanged(CallEvent.RegistrationChanged event) {
        return false;
    }

    private boolean isTarget(LegId leg) {
        return transfer.leg(TransferParty.TARGET).filter(leg::equals).isPresent();
    }

    private boolean isHold(OperationId operation) {
        return operation.equals(transfer.holding);
    }

    private boolean isJoin(OperationId operation) {
        return operation.equals(transfer.joining);
    }

    private boolean took(Stimulus stimulus) {
        takeover.handle(stimulus);
        return true;
    }
}
