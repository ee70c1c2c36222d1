package org.supertransfer.call;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a call looks to each agent who has a leg of it. */
final class CallViews {
    private CallViews() {}

    /** By username; a view that would show the same as before is the one before. */
    static Map<String, CallView> of(LiveCall call, Instant now) {
        Map<String, CallView> views = new LinkedHashMap<>();
        for (Leg leg : call.legs.all()) {
            String username = leg.username();
            if (username != null && leg.stage() != Leg.Stage.LEAVING) {
                state(call, leg).ifPresent(state -> views.put(username, view(call, leg, username, state, now)));
            }
        }
        return Map.copyOf(views);
    }

    static CallView ended(LiveCall call, CallView last, Instant now) {
        call.shownVersion++;
        return new CallView(
                last.id(),
                CallView.State.ENDED,
                last.direction(),
                last.party(),
                last.inbound(),
                now,
                last.transferId(),
                last.handover(),
                call.shownVersion);
    }

    private static Optional<CallView.State> state(LiveCall call, Leg leg) {
        Takeover transfer = call.takeover;
        if (transfer != null) {
            return transfer.stateFor(leg);
        }
        return switch (call.state()) {
            case WAITING, PLACING -> Optional.of(CallView.State.RINGING);
            case OFFERED -> Optional.of(leg.id().equals(call.otherLeg) ? CallView.State.HELD : CallView.State.RINGING);
            case UP -> Optional.of(call.isConnected() ? connected(call) : joining(call, leg));
            case HELD -> Optional.of(CallView.State.HELD);
            case ENDED -> Optional.empty();
        };
    }

    /** A party may hold the call with its phone's own key. */
    private static CallView.State connected(LiveCall call) {
        return call.holding.isEmpty() ? CallView.State.CONNECTED : CallView.State.HELD;
    }

    /** Connected only when it is true; until then what was shown before. */
    private static CallView.State joining(LiveCall call, Leg leg) {
        String username = leg.username();
        CallView before = username == null ? null : call.shown.get(username);
        return before == null ? CallView.State.RINGING : before.state();
    }

    private static CallView view(LiveCall call, Leg leg, String username, CallView.State state, Instant now) {
        CallView before = call.shown.get(username);
        Instant since = before != null && before.state() == state ? before.since() : now;
        CallView same = make(call, leg, username, state, since, before == null ? 0 : before.version());
        if (same.equals(before)) {
            return same;
        }
        call.shownVersion++;
        return make(call, leg, username, state, since, call.shownVersion);
    }

    @SuppressWarnings("TooManyParameters")
    private static CallView make(
            LiveCall call, Leg leg, String username, CallView.State state, Instant since, long version) {
        return new CallView(
                call.id(),
                state,
                direction(call, leg, username),
                call.takeover()
                        .flatMap(transfer -> transfer.partyFor(leg))
                        .orElseGet(() -> leg.id().equals(call.otherLeg) ? agentOf(call) : call.partyView()),
                inbound(call),
                since,
                transferId(call, username),
                handover(call, leg, username),
                version);
    }

    /** A phone that a transfer rings is called, whoever placed the call; else it stays what its agent was told first. */
    private static CallView.Direction direction(LiveCall call, Leg leg, String username) {
        CallView before = call.shown.get(username);
        if (call.takeover != null && leg.stage() == Leg.Stage.DIALED) {
            return CallView.Direction.IN;
        }
        if (before != null) {
            return before.direction();
        }
        boolean placed = call.row.direction.equals(CallView.Direction.OUT.name())
                && leg.id().equals(call.agentLeg);
        return placed ? CallView.Direction.OUT : CallView.Direction.IN;
    }

    private static CallView.PartyView agentOf(LiveCall call) {
        return call.legs.find(call.agentLeg).map(Leg::who).orElseGet(call::partyView);
    }

    private static CallView.@Nullable PartyView inbound(LiveCall call) {
        return call.inbound()
                .map(number -> new CallView.PartyView(number.number(), number.name()))
                .orElse(null);
    }

    /** Once told it stays with that agent, also when the transfer is over and they talk. */
    private static CallView.@Nullable HandoverView handover(LiveCall call, Leg leg, String username) {
        CallView before = call.shown.get(username);
        return call.takeover()
                .flatMap(transfer -> transfer.handoverTo(leg))
                .orElseGet(() -> before == null ? null : before.handover());
    }

    private static @Nullable String transferId(LiveCall call, String username) {
        return call.takeover()
                .filter(transfer -> transfer.tells(username))
                .map(Takeover::transferId)
                .orElse(null);
    }
}
