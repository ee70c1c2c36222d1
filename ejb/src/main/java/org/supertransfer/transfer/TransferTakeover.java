package org.supertransfer.transfer;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supertransfer.call.CallView;
import org.supertransfer.call.Leg;
import org.supertransfer.call.LiveCall;
import org.supertransfer.call.Takeover;
import org.supertransfer.callcontrol.CallEvent;
import org.supertransfer.callcontrol.EndCause;

/** Turns what happens to a call's legs into the stimuli of its live transfer. */
final class TransferTakeover implements Takeover {
    private static final Logger LOG = LoggerFactory.getLogger(TransferTakeover.class);

    private final TransferEngine engine;
    private final LiveCall call;
    private final LiveTransfer transfer;

    TransferTakeover(TransferEngine engine, LiveCall call, LiveTransfer transfer) {
        this.engine = engine;
        this.call = call;
        this.transfer = transfer;
    }

    @Override
    public String transferId() {
        return transfer.id();
    }

    @Override
    public void event(CallEvent.OfLeg event) {
        if (!event.accept(new LegReports(this, transfer))) {
            LOG.debug("{} makes no stimulus", event);
        }
    }

    void handle(Stimulus stimulus) {
        engine.handle(call, transfer, stimulus);
    }

    /** A target's phone sends the call elsewhere; nobody else's may. */
    void redirected(CallEvent.Redirected event, boolean byTarget) {
        if (byTarget && !transfer.target.isInbound()) {
            engine.redirected(call, transfer, event);
        } else {
            engine.board().control().redirect(event.leg(), List.of());
        }
    }

    /** A target answered; one who was offered by a queue has taken the call out of it. */
    boolean targetAnswered() {
        engine.queue().answered(call, transfer);
        handle(Stimulus.of(Stimulus.Kind.TARGET_ANSWERS));
        return true;
    }

    /** A party's leg has ended by itself. */
    void gone(TransferParty party, EndCause cause) {
        transfer.legs.remove(party);
        switch (party) {
            case TRANSFEROR -> handle(Stimulus.of(Stimulus.Kind.TRANSFEROR_GONE));
            case TRANSFEREE -> handle(Stimulus.of(Stimulus.Kind.TRANSFEREE_GONE));
            case TARGET -> targetGone(cause);
        }
    }

    private void targetGone(EndCause cause) {
        if (engine.queue().missed(call, transfer)) {
            return;
        }
        if (cause.sipStatus() >= 300) {
            transfer.row.sipStatus = cause.sipStatus();
        }
        handle(Stimulus.targetGone(TargetFailure.reasonOf(
                cause, transfer.snapshot.progress(), transfer.target.route().outside())));
    }

    @Override
    public void offered(String username) {
        engine.queue().offered(call, transfer, username);
    }

    @Override
    public void hungUp(String username) {
        legOf(username).ifPresent(leg -> {
            Optional<TransferParty> party = transfer.partyOf(leg);
            EndCause cause = EndCause.of(leg.isUp() ? EndCause.Kind.NORMAL : EndCause.Kind.DECLINED);
            engine.board().hangUp(call, leg.id(), EndCause.of(EndCause.Kind.NORMAL));
            party.ifPresent(known -> gone(known, cause));
        });
    }

    /** A transferor may have a second leg, on which its phone had called the target: not the one that is meant. */
    private Optional<Leg> legOf(String username) {
        return transfer.row.transferor.equals(username)
                ? transfer.leg(TransferParty.TRANSFEROR)
                        .flatMap(call.legs()::find)
                        .or(() -> call.legs().ofAgent(username))
                : call.legs().ofAgent(username);
    }

    @Override
    public Optional<CallView.State> stateFor(Leg leg) {
        return transfer.partyOf(leg).map(party -> switch (party) {
            case TRANSFEROR -> transferorSees(leg);
            case TRANSFEREE, TARGET -> {
                if (!leg.isUp()) {
                    yield CallView.State.RINGING;
                }
                yield transfer.snapshot.presence(party) == Presence.TALKING
                        ? CallView.State.CONNECTED
                        : CallView.State.HELD;
            }
        });
    }

    /** To the transferor the call is its customer, who is held unless they talk. */
    private CallView.State transferorSees(Leg leg) {
        if (!leg.isUp()) {
            return CallView.State.RINGING;
        }
        Link link = transfer.snapshot.link();
        boolean talking = link != null && link.up() && link.pair() == Pair.TRANSFEROR_TRANSFEREE;
        return talking ? CallView.State.CONNECTED : CallView.State.HELD;
    }

    /** To the transferee it is the transferor until somebody else talks to it, also when the transferor has left. */
    @Override
    public Optional<CallView.PartyView> partyFor(Leg leg) {
        return transfer.partyOf(leg)
                .flatMap(party ->
                        party == TransferParty.TRANSFEREE ? transferor() : Optional.ofNullable(transfer.transferee));
    }

    private Optional<CallView.PartyView> transferor() {
        return engine.board()
                .agents()
                .profile(transfer.row.transferor)
                .map(agent -> new CallView.PartyView(agent.extension(), agent.name()));
    }

    @Override
    public Optional<CallView.HandoverView> handoverTo(Leg leg) {
        return transfer.partyOf(leg)
                .filter(TransferParty.TARGET::equals)
                .flatMap(target -> transferor())
                .map(by -> new CallView.HandoverView(by, transfer.order.consult(), transfer.order.note()));
    }

    @Override
    public boolean tells(String username) {
        return transfer.isAttended() && transfer.row.transferor.equals(username);
    }
}
