package org.supertransfer.call;

import java.util.Objects;
import java.util.Optional;
import org.supertransfer.agent.AgentProfile;
import org.supertransfer.callcontrol.Destination;
import org.supertransfer.callcontrol.DialRequest;
import org.supertransfer.callcontrol.LegId;
import org.supertransfer.callcontrol.Party;

/** A leg that is about to be dialled, with what the adapter needs for it. */
record Dialling(Leg leg, DialRequest request) {
    /** An agent's phone, for the caller who waits; empty when there is no such agent. */
    static Optional<Dialling> toAgent(Switchboard board, LiveCall call, Optional<String> username) {
        return username.flatMap(name -> board.agents().profile(name)).map(agent -> {
            LegId id = LegId.random();
            boolean relay =
                    call.legs.find(call.otherLeg).stream().anyMatch(caller -> caller.stage() == Leg.Stage.CALLING);
            return new Dialling(
                    new Leg(id, agent.username(), who(agent), false, Leg.Stage.DIALED),
                    new DialRequest(
                            id,
                            call.callId(),
                            new Destination.Phones(agent.username()),
                            call.otherLeg,
                            relay,
                            call.party(),
                            null,
                            null));
        });
    }

    /** The agent's own phone, for a call that the agent places: it shows who will be called. */
    static Dialling own(LiveCall call, AgentProfile agent) {
        LegId id = LegId.random();
        return new Dialling(
                new Leg(id, agent.username(), who(agent), false, Leg.Stage.DIALED),
                new DialRequest(
                        id,
                        call.callId(),
                        new Destination.Phones(agent.username()),
                        null,
                        false,
                        call.party(),
                        null,
                        null));
    }

    /** Whom an agent calls; our own number is shown outside. */
    static Dialling placed(Switchboard board, LiveCall call, Route to) {
        LegId id = LegId.random();
        Destination destination = Objects.requireNonNull(to.destination(), "an inbound number is not dialled");
        return new Dialling(
                new Leg(id, to.username().orElse(null), to.who(), to.outside(), Leg.Stage.DIALED),
                new DialRequest(
                        id, call.callId(), destination, call.agentLeg, true, caller(board, call, to), null, null));
    }

    /** The same leg to another address, because the called phone says so. */
    static DialRequest redirected(Switchboard board, LiveCall call, LegId leg, Route to) {
        Destination destination = Objects.requireNonNull(to.destination(), "an inbound number is not dialled");
        return new DialRequest(
                leg, call.callId(), destination, call.agentLeg, true, caller(board, call, to), null, null);
    }

    private static Party caller(Switchboard board, LiveCall call, Route to) {
        CallView.PartyView agent = call.legs.find(call.agentLeg).map(Leg::who).orElse(call.partyView());
        if (!to.outside()) {
            return new Party(agent.number(), agent.name());
        }
        return board.ownNumber(call).orElse(new Party(agent.number(), null));
    }

    private static CallView.PartyView who(AgentProfile agent) {
        return new CallView.PartyView(agent.extension(), agent.name());
    }
}
