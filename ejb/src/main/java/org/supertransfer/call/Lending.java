package org.supertransfer.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.supertransfer.callcontrol.CallEvent;
import org.supertransfer.callcontrol.CallId;
import org.supertransfer.callcontrol.LegId;
import org.supertransfer.problem.Refusal;
import org.supertransfer.problem.Refused;

/**
 * How one call comes to the legs of another: it asks in the other's mailbox, decides in its own, and the other then ends or
 * goes on as if nothing had been. Never does a turn wait for another call, and a call that asks is not given away itself, so
 * two that ask for each other are both refused.
 */
@ApplicationScoped
public class Lending {
    @Inject
    private Calls calls;

    @Inject
    private CallEngine engine;

    @Inject
    private Handover handover;

    @Inject
    private Switchboard board;

    /** @param own the leg of this agent's phone, whose far end is wanted */
    public record Wish(CallId call, LegId own, String username) {}

    /** Whoever asks for another call's legs; one of the two is run, in a turn of its own call. */
    public interface Borrower {
        /** @throws Refused when they are not wanted any more */
        void take(LiveCall into, Loan loan);

        void refused(Refused why);
    }

    /** In a turn of the call that asks. */
    public void ask(LiveCall into, Wish wish, Borrower borrower) {
        into.borrowing = true;
        calls.in(wish.call().value(), from -> lend(into, from, wish, borrower), () -> refuse(into, borrower, gone()));
    }

    private static Refused gone() {
        return new Refused(Refusal.TARGET_UNKNOWN, "The consultation is over.");
    }

    private void lend(LiveCall into, LiveCall from, Wish wish, Borrower borrower) {
        try {
            Loan loan = loan(into, from, wish);
            from.takeover = new Lent();
            calls.in(into.id(), same -> take(same, loan, borrower), () -> returnTo(from));
        } catch (Refused e) {
            refuse(into, borrower, e);
        }
    }

    private void refuse(LiveCall into, Borrower borrower, Refused why) {
        calls.in(
                into.id(),
                same -> {
                    same.borrowing = false;
                    borrower.refused(why);
                    goOn(same);
                },
                () -> borrower.refused(why));
    }

    private static Loan loan(LiveCall into, LiveCall from, Wish wish) {
        if (from == into) {
            throw new Refused(Refusal.TARGET_IS_TRANSFEREE, "The consultation is the call itself.");
        }
        Leg own = from.legs()
                .find(wish.own())
                .filter(leg -> wish.username().equals(leg.username()) && leg.stage() != Leg.Stage.LEAVING)
                .orElseThrow(() -> new Refused(Refusal.NOT_FOUND, "You have no such consultation."));
        if (from.takeover != null || from.borrowing) {
            throw new Refused(Refusal.TRANSFER_LIVE, "The consultation is being transferred itself.");
        }
        boolean agents = own.id().equals(from.agentLeg);
        Leg far = from.legs()
                .find(agents ? from.otherLeg : from.agentLeg)
                .orElseThrow(() -> new Refused(Refusal.CALL_NOT_CONNECTED, "Nobody is being consulted."));
        boolean rings = from.state() == CallState.PLACING && far.stage() == Leg.Stage.DIALED;
        if (!rings && !(from.isTransferable() && far.isUp())) {
            throw new Refused(Refusal.CALL_NOT_CONNECTED, "The consultation is not connected.");
        }
        boolean called = agents && from.row.direction.equals(CallView.Direction.OUT.name());
        return new Loan(from, own, far, called, !rings, Set.copyOf(from.reserved));
    }

    private void take(LiveCall into, Loan loan, Borrower borrower) {
        into.borrowing = false;
        try {
            if (taken(into, loan, borrower)) {
                loan.reserved().forEach(username -> board.agents()
                        .hand(username, loan.from().id(), into.id()));
                into.reserved(loan.reserved());
                calls.in(loan.from().id(), from -> end(from, into));
            }
        } finally {
            goOn(into);
        }
    }

    private boolean taken(LiveCall into, Loan loan, Borrower borrower) {
        try {
            borrower.take(into, loan);
            return true;
        } catch (RuntimeException e) {
            calls.in(loan.from().id(), this::returnTo);
            if (!(e instanceof Refused why)) {
                throw e;
            }
            borrower.refused(why);
            return false;
        }
    }

    /** Now it is known what the events since the asking happen to: a phone that hung up has not lost its customer. */
    private void goOn(LiveCall into) {
        List<CallEvent.OfLeg> events = List.copyOf(into.sinceAsking);
        into.sinceAsking.clear();
        events.forEach(event -> engine.event(into, event));
    }

    /** The call that lent its legs is over; what happened to them meanwhile happened to the other one. */
    private void end(LiveCall from, LiveCall into) {
        if (!(from.takeover instanceof Lent lent)) {
            return;
        }
        from.alarms.stopAll();
        from.legs.forgetAll();
        from.reserved.clear();
        Handover.Return end = handover.over(from, "MERGED", null);
        board.journal().step(end.rows());
        end.then().run();
        calls.merge(from.id(), into.id());
        lent.kept().forEach(event -> calls.in(into.id(), same -> engine.event(same, event)));
    }

    private void returnTo(LiveCall from) {
        if (from.takeover instanceof Lent lent) {
            from.takeover = null;
            lent.kept().forEach(event -> engine.event(from, event));
        }
    }
}
