package org.supertransfer.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supertransfer.agent.AgentProfile;
import org.supertransfer.agent.Caller;
import org.supertransfer.call.CallSnapshot.Side;
import org.supertransfer.callcontrol.CallId;
import org.supertransfer.callcontrol.Party;
import org.supertransfer.directory.TargetType;
import org.supertransfer.problem.Refusal;
import org.supertransfer.problem.Refused;
import org.supertransfer.store.DatabaseSilent;
import org.supertransfer.store.RowChange;
import org.supertransfer.store.RowConflict;

/** An agent places a call by its page: its own phone rings first. */
@ApplicationScoped
class PlacedCalls {
    private static final Logger LOG = LoggerFactory.getLogger(PlacedCalls.class);

    @Inject
    private Switchboard board;

    @Inject
    private NewCalls newCalls;

    @Inject
    private Calls calls;

    @Inject
    private Router router;

    @Inject
    private CallEngine engine;

    /**
     * @throws Refused NUMBER_INVALID, NUMBER_NOT_ALLOWED, NUMBER_IS_QUEUE, TARGET_IS_SELF, ALREADY_ON_CALL, NO_PHONE,
     *     UNAVAILABLE
     */
    LiveCall place(String username, String to) {
        AgentProfile agent =
                board.agents().profile(username).orElseThrow(() -> new Refused(Refusal.NO_PHONE, "You have no phone."));
        Route route = router.direct(new Caller(username, agent.roles()), to);
        refuseWhatIsNoParty(username, route);
        String id = CallId.random().value();
        return calls.askNew(id, () -> Optional.of(begin(id, agent, route)));
    }

    /** An agent waiting in a queue could be offered to itself, and customers would wait behind colleagues. */
    private static void refuseWhatIsNoParty(String username, Route route) {
        if (route.type() == TargetType.INBOUND) {
            throw new Refused(Refusal.NUMBER_IS_QUEUE, "This is a queue for customers; call one of its agents.");
        }
        if (route.username().filter(username::equals).isPresent()) {
            throw new Refused(Refusal.TARGET_IS_SELF, "This is your own number.");
        }
    }

    private Calls.Birth begin(String id, AgentProfile agent, Route route) {
        reserve(id, agent.username());
        try {
            return ring(id, agent, route);
        } catch (DatabaseSilent | RowConflict e) {
            board.agents().release(agent.username(), id);
            throw new Refused(Refusal.UNAVAILABLE, "The database does not answer; nothing has begun.");
        }
    }

    private void reserve(String id, String username) {
        if (!board.agents().reserve(username, id)) {
            throw board.agents().reachable(username)
                    ? new Refused(Refusal.ALREADY_ON_CALL, "Your phone is on a call.")
                    : new Refused(Refusal.NO_PHONE, "None of your phones is registered.");
        }
    }

    private Calls.Birth ring(String id, AgentProfile agent, Route route) {
        Party party = new Party(route.who().number(), route.who().name());
        CallSnapshot snapshot = new CallSnapshot(CallState.PLACING, Side.DIALED, Side.ABSENT, false);
        LiveCall call = newCalls.make(id, CallView.Direction.OUT, party, null, snapshot);
        Dialling own = Dialling.own(call, agent);
        call.reserved(agent.username());
        call.wanted = route;
        call.agentLeg = own.leg().id();
        call.row.agent = agent.username();
        call.legs.begin(own.leg(), own.request().caller(), board.now());
        CallEffects ringing = new CallEffects(board, call, engine);
        ringing.prepare(new CallEffect.StartDeadline(Deadline.RING));
        List<RowChange> changes = new ArrayList<>(List.of(CallRows.insert(call.row.copy())));
        changes.addAll(call.takeUnwritten());
        board.journal().begin(changes);
        LOG.info("call={} v=0 PLACING, {} first", id, agent.username());
        return new Calls.Birth(call, () -> {
            ringing.run();
            board.control().dial(own.request());
        });
    }
}
