package org.supertransfer.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supertransfer.agent.Caller;
import org.supertransfer.call.Leg;
import org.supertransfer.call.Lending;
import org.supertransfer.call.LiveCall;
import org.supertransfer.call.Loan;
import org.supertransfer.call.ReferAsked;
import org.supertransfer.call.Switchboard;
import org.supertransfer.callcontrol.CallEvent.ReferRequested;
import org.supertransfer.callcontrol.LegId;
import org.supertransfer.callcontrol.ReferTarget;
import org.supertransfer.directory.TargetType;
import org.supertransfer.problem.Refusal;
import org.supertransfer.problem.Refused;

/**
 * Orders given by a phone's own transfer key: attended, hand-over on answer, by the same rules and refusals as an order of
 * the page; or, with Replaces, to whom the phone has called itself (RFC 3891). An emergency number is always
 * refused here, for a phone cannot confirm. In the turn of the call.
 */
@ApplicationScoped
class ReferOrders {
    private static final Logger LOG = LoggerFactory.getLogger(ReferOrders.class);
    private static final int RINGING = 180;

    @Inject
    private Switchboard board;

    @Inject
    private TransferOrders orders;

    @Inject
    private Lending lending;

    void asked(@Observes ReferAsked asked) {
        try {
            take(asked.call(), asked.event());
        } catch (Refused e) {
            refuse(asked.event(), e);
        }
    }

    private void refuse(ReferRequested event, Refused why) {
        LOG.info(
                "a phone's transfer of call={} is refused: {}",
                event.call(),
                why.refusal().code());
        board.control()
                .refuseRefer(
                        event.refer(),
                        ReferAnswers.statusOf(why.refusal()),
                        why.refusal().code());
    }

    private void take(LiveCall call, ReferRequested event) {
        Caller agent = agentOf(call, event.leg());
        event.target().accept(new ReferTarget.Visitor<Boolean>() {
            @Override
            public Boolean number(ReferTarget.Number target) {
                orders.begin(call, agent, asked(call, event, target.number()));
                return true;
            }

            @Override
            public Boolean consultation(ReferTarget.Consultation target) {
                lending.ask(call, new Lending.Wish(target.call(), target.leg(), agent.username()), borrower(event));
                return true;
            }
        });
    }

    private Lending.Borrower borrower(ReferRequested event) {
        return new Lending.Borrower() {
            @Override
            public void take(LiveCall call, Loan loan) {
                Caller agent = agentOf(call, event.leg());
                orders.consulted(call, agent, consulted(call, event, loan), loan);
                if (!loan.answered()) {
                    board.control().reportRefer(event.refer(), RINGING, "Ringing");
                }
            }

            @Override
            public void refused(Refused why) {
                refuse(event, why);
            }
        };
    }

    /** The agent whose phone asks, about the leg that is its own in this call now. */
    private Caller agentOf(LiveCall call, LegId leg) {
        return call.legs()
                .find(leg)
                .map(Leg::username)
                .filter(username -> call.legs()
                        .ofAgent(username)
                        .map(Leg::id)
                        .filter(leg::equals)
                        .isPresent())
                .flatMap(username -> board.agents().profile(username))
                .map(agent -> new Caller(agent.username(), agent.roles()))
                .orElseThrow(() -> new Refused(Refusal.NOT_FOUND, "Whose phone this is has no such call."));
    }

    private static TransferOrders.Asked asked(LiveCall call, ReferRequested event, String number) {
        return new TransferOrders.Asked(UUID.randomUUID(), order(call, false, number), event.refer());
    }

    private static TransferOrders.Asked consulted(LiveCall call, ReferRequested event, Loan loan) {
        String number = loan.far().who().number();
        return new TransferOrders.Asked(UUID.randomUUID(), order(call, loan.answered(), number), event.refer());
    }

    private static TransferOrder order(LiveCall call, boolean consult, String number) {
        TransferOrder.Target target = new TransferOrder.Target(TargetType.NUMBER, null, number);
        return new TransferOrder(call.id(), TransferMethod.ATTENDED, consult, false, target);
    }
}
