package org.supertransfer.transfer;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supertransfer.agent.AgentProfile;
import org.supertransfer.call.CallView;
import org.supertransfer.call.Leg;
import org.supertransfer.call.LiveCall;
import org.supertransfer.call.Route;
import org.supertransfer.call.Switchboard;
import org.supertransfer.callcontrol.Destination;
import org.supertransfer.callcontrol.DialRequest;
import org.supertransfer.callcontrol.LegId;
import org.supertransfer.callcontrol.Party;
import org.supertransfer.inbound.InboundNumber;

/** A leg that a transfer is about to dial, with what the adapter needs for it. */
record TransferDialling(Leg leg, DialRequest request) {
    /** The target's phone or number; in a consultation it is dialled for the transferor, else for the transferee. */
    static TransferDialling target(Switchboard board, LiveCall call, LiveTransfer transfer) {
        var route = transfer.target.route();
        Destination to = Objects.requireNonNull(route.destination(), "a queue is not dialled");
        Leg leg =
                new Leg(LegId.random(), route.username().orElse(null), route.who(), route.outside(), Leg.Stage.DIALED);
        return new TransferDialling(leg, request(board, call, transfer, leg, to));
    }

    /** The same leg to another address, because the target's phone says so. */
    @SuppressWarnings("TooManyParameters")
    static DialRequest redirected(Switchboard board, LiveCall call, LiveTransfer transfer, LegId leg, Route way) {
        Destination to = Objects.requireNonNull(way.destination(), "a queue is not dialled");
        Leg elsewhere = new Leg(leg, way.username().orElse(null), way.who(), way.outside(), Leg.Stage.DIALED);
        return request(board, call, transfer, elsewhere, to);
    }

    /** The phone of an agent whom the target's queue offered the call. */
    static Optional<TransferDialling> offered(
            Switchboard board, LiveCall call, LiveTransfer transfer, String username) {
        return board.agents().profile(username).map(agent -> {
            Leg leg = new Leg(LegId.random(), username, who(agent), false, Leg.Stage.DIALED);
            return new TransferDialling(leg, request(board, call, transfer, leg, new Destination.Phones(username)));
        });
    }

    /** The transferor again, as a new call; empty when there is no such agent any more. */
    static Optional<TransferDialling> recall(Switchboard board, LiveCall call, LiveTransfer transfer) {
        return board.agents().profile(transfer.row.transferor).map(agent -> {
            Leg leg = new Leg(LegId.random(), agent.username(), who(agent), false, Leg.Stage.DIALED);
            LegId transferee = transfer.legs.get(TransferParty.TRANSFEREE);
            return new TransferDialling(
                    leg,
                    new DialRequest(
                            leg.id(),
                            call.callId(),
                            new Destination.Phones(agent.username()),
                            transferee,
                            false,
                            shown(call, transfer),
                            null,
                            null));
        });
    }

    @SuppressWarnings("TooManyParameters")
    private static DialRequest request(
            Switchboard board, LiveCall call, LiveTransfer transfer, Leg leg, Destination to) {
        boolean consult = transfer.order.consult();
        TransferParty partner = consult && transfer.legs.containsKey(TransferParty.TRANSFEROR)
                ? TransferParty.TRANSFEROR
                : TransferParty.TRANSFEREE;
        Party inside = shown(call, transfer);
        return new DialRequest(
                leg.id(),
                call.callId(),
                to,
                transfer.legs.get(partner),
                partner == TransferParty.TRANSFEROR,
                leg.outside() ? board.ownNumber(call).orElse(inside) : inside,
                leg.outside() ? divertedFrom(call) : null,
                leg.outside()
                        ? null
                        : "sip:" + transfer.row.transferor + "@"
                                + board.settings().sipDomain());
    }

    /** Inside, the called phone shows the transferee. */
    private static Party shown(LiveCall call, LiveTransfer transfer) {
        return transfer.leg(TransferParty.TRANSFEREE)
                .flatMap(leg -> call.legs().find(leg))
                .map(Leg::who)
                .map(who -> new Party(who.number(), who.name()))
                .orElseGet(call::party);
    }

    private static @Nullable String divertedFrom(LiveCall call) {
        return call.inbound().map(InboundNumber::number).orElse(null);
    }

    private static CallView.PartyView who(AgentProfile agent) {
        return new CallView.PartyView(agent.extension(), agent.name());
    }
}
