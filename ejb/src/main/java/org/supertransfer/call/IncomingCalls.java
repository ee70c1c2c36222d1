package org.supertransfer.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supertransfer.agent.AgentProfile;
import org.supertransfer.agent.Caller;
import org.supertransfer.call.CallSnapshot.Side;
import org.supertransfer.callcontrol.CallEvent.Incoming;
import org.supertransfer.callcontrol.CallEvent.Origin;
import org.supertransfer.callcontrol.EndCause;
import org.supertransfer.callcontrol.Party;
import org.supertransfer.directory.TargetType;
import org.supertransfer.inbound.InboundNumber;
import org.supertransfer.inbound.Waiting;
import org.supertransfer.problem.Refusal;
import org.supertransfer.problem.Refused;
import org.supertransfer.store.DatabaseSilent;
import org.supertransfer.store.RowChange;
import org.supertransfer.store.RowConflict;

/** A call comes in: from a customer to an inbound number, or from an agent's own phone to anybody. */
@ApplicationScoped
class IncomingCalls {
    private static final Logger LOG = LoggerFactory.getLogger(IncomingCalls.class);

    @Inject
    private Switchboard board;

    @Inject
    private NewCalls calls;

    @Inject
    private Queueing queueing;

    @Inject
    private Router router;

    @Inject
    private CallEngine engine;

    /** Empty when the call was refused on the wire. */
    Optional<Calls.Birth> begin(Incoming event) {
        try {
            return event.origin() instanceof Origin.Phone phone ? fromPhone(event, phone) : fromTrunk(event);
        } catch (DatabaseSilent | RowConflict e) {
            LOG.error("no new call: {}", e.getMessage());
            return refuse(event, EndCause.Kind.OVERLOAD);
        }
    }

    private Optional<Calls.Birth> fromTrunk(Incoming event) {
        Optional<InboundNumber> number = board.numbers().find(event.called());
        return number.isEmpty()
                ? refuse(event, EndCause.Kind.NOT_FOUND)
                : Optional.of(waiting(event, number.get(), null));
    }

    private Optional<Calls.Birth> fromPhone(Incoming event, Origin.Phone phone) {
        Optional<AgentProfile> agent = board.agents().profile(phone.username());
        if (agent.isEmpty()) {
            return refuse(event, EndCause.Kind.NOT_FOUND);
        }
        try {
            Route route =
                    router.direct(new Caller(agent.get().username(), agent.get().roles()), event.called());
            return Optional.of(
                    route.type() == TargetType.INBOUND
                            ? waiting(event, board.numbers().find(route.id()).orElseThrow(), agent.get())
                            : placed(event, agent.get(), route));
        } catch (Refused e) {
            boolean unknown = e.refusal() == Refusal.NUMBER_INVALID;
            return refuse(event, unknown ? EndCause.Kind.NOT_FOUND : EndCause.Kind.REFUSED);
        }
    }

    private Optional<Calls.Birth> refuse(Incoming event, EndCause.Kind why) {
        board.control().hangUp(event.leg(), EndCause.of(why));
        return Optional.empty();
    }

    /** @param agent who calls, when it is one of ours */
    private Calls.Birth waiting(Incoming event, InboundNumber number, @Nullable AgentProfile agent) {
        Party party = agent == null ? event.caller() : new Party(agent.extension(), agent.name());
        CallSnapshot snapshot = new CallSnapshot(CallState.WAITING, Side.ABSENT, Side.CALLING, false);
        LiveCall call = calls.make(event.call().value(), CallView.Direction.IN, party, number, snapshot);
        Waiting waiting = queueing.prepare(call, number, agent == null ? Set.of() : Set.of(agent.username()));
        call.otherLeg = event.leg();
        callerLeg(event, call, agent);
        write(call);
        LOG.info("call={} v=0 WAITING for {}", call.id(), number.number());
        return new Calls.Birth(call, () -> queueing.enter(call, waiting));
    }

    private Calls.Birth placed(Incoming event, AgentProfile agent, Route route) {
        Party party = new Party(route.who().number(), route.who().name());
        CallSnapshot snapshot = new CallSnapshot(CallState.PLACING, Side.CALLING, Side.DIALED, false);
        LiveCall call = calls.make(event.call().value(), CallView.Direction.OUT, party, null, snapshot);
        call.wanted = route;
        call.agentLeg = event.leg();
        call.row.agent = agent.username();
        callerLeg(event, call, agent);
        CallEffects effects = new CallEffects(board, call, engine);
        effects.prepare(new CallEffect.Dial(CallParty.OTHER));
        effects.prepare(new CallEffect.StartDeadline(Deadline.ANSWER));
        write(call);
        LOG.info("call={} v=0 PLACING from {}'s phone", call.id(), agent.username());
        return new Calls.Birth(call, effects::run);
    }

    private void callerLeg(Incoming event, LiveCall call, @Nullable AgentProfile agent) {
        CallView.PartyView who =
                agent == null ? call.partyView() : new CallView.PartyView(agent.extension(), agent.name());
        String username = agent == null ? null : agent.username();
        call.legs.begin(new Leg(event.leg(), username, who, agent == null, Leg.Stage.CALLING), null, board.now());
        if (username != null) {
            board.agents().occupy(username, call.id());
            call.reserved(username);
        }
    }

    /** Writes the call's birth, or gives back the phones that it reserved. */
    private void write(LiveCall call) {
        List<RowChange> changes = new ArrayList<>();
        changes.add(CallRows.insert(call.row.copy()));
        changes.addAll(call.takeUnwritten());
        try {
            board.journal().begin(changes);
        } catch (RuntimeException e) {
            call.reserved.forEach(username -> board.agents().release(username, call.id()));
            throw e;
        }
    }
}
