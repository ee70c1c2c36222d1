package org.supertransfer.call;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.supertransfer.callcontrol.EndCause;
import org.supertransfer.problem.Refusal;
import org.supertransfer.problem.Refused;

/** The calls' front door. Waits for a mailbox, so it never runs in a transaction. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CallService {
    @Inject
    private Calls calls;

    @Inject
    private PlacedCalls placedCalls;

    @Inject
    private CallEngine engine;

    @Inject
    private Switchboard board;

    public List<CallView> liveCalls(String username) {
        return calls.shownTo(username);
    }

    /** What each agent who is on a call sees of it now, by username; for supervisors. */
    public Map<String, CallView> shownToAll() {
        return calls.shownToAll();
    }

    /**
     * Places a call: the agent's phone first, then the other party.
     *
     * @throws Refused NUMBER_INVALID, NUMBER_NOT_ALLOWED, NUMBER_IS_QUEUE, TARGET_IS_SELF, ALREADY_ON_CALL, NO_PHONE,
     *     UNAVAILABLE
     */
    public CallView place(String username, String to) {
        LiveCall call = placedCalls.place(username, to);
        return Optional.ofNullable(call.shown.get(username))
                .orElseThrow(() -> new Refused(Refusal.UNAVAILABLE, "The call ended as it began."));
    }

    /** @throws Refused NOT_FOUND when there is no such call or it is somebody else's */
    public void hangUp(String username, String callId) {
        calls.ask(callId, call -> {
            Leg leg = legOf(call, username);
            call.takeover().ifPresentOrElse(transfer -> transfer.hungUp(username), () -> hangUp(call, leg));
            return true;
        });
    }

    private void hangUp(LiveCall call, Leg leg) {
        if (leg.id().equals(call.otherLeg)) {
            EndCause cause = EndCause.of(EndCause.Kind.NORMAL);
            board.hangUp(call, leg.id(), cause);
            call.otherLeg = null;
            engine.handle(call, new CallStimulus(CallStimulus.Kind.OTHER_GONE, cause));
        } else {
            engine.handle(call, CallStimulus.of(CallStimulus.Kind.HANG_UP));
        }
    }

    /** @throws Refused NOT_FOUND; TRANSFER_LIVE during a transfer; CALL_NOT_CONNECTED */
    public void hold(String username, String callId) {
        steer(username, callId, CallStimulus.Kind.HOLD);
    }

    /** @throws Refused NOT_FOUND; TRANSFER_LIVE during a transfer; CALL_NOT_CONNECTED */
    public void resume(String username, String callId) {
        steer(username, callId, CallStimulus.Kind.RESUME);
    }

    private void steer(String username, String callId, CallStimulus.Kind wish) {
        calls.ask(callId, call -> {
            legOf(call, username);
            if (call.takeover().isPresent()) {
                throw new Refused(
                        Refusal.TRANSFER_LIVE, "The call is being transferred; complete or cancel that first.");
            }
            if (engine.handle(call, CallStimulus.of(wish)) == Verdict.REJECTED) {
                throw new Refused(Refusal.CALL_NOT_CONNECTED, "The call is not connected.");
            }
            return true;
        });
    }

    private static Leg legOf(LiveCall call, String username) {
        return call.legs.ofAgent(username).orElseThrow(() -> new Refused(Refusal.NOT_FOUND, "You have no such call."));
    }
}
