package org.supertransfer.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supertransfer.agent.Caller;
import org.supertransfer.call.Leg;
import org.supertransfer.call.LiveCall;
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
 * the page. An emergency number is always refused here, for a phone cannot confirm. In the turn of the call.
 */
@ApplicationScoped
class ReferOrders {
    private static final Logger LOG = LoggerFactory.getLogger(ReferOrders.class);

    @Inject
    private Switchboard board;

    @Inject
    private TransferOrders orders;

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
                orders.begin(
                        call,
                        agent,
                        new TransferOrders.Asked(UUID.randomUUID(), order(call, target.number()), event.refer()));
                return true;
            }

            @Override
            public Boolean consultation(ReferTarget.Consultation target) {
                throw new Refused(Refusal.CALL_NOT_CONNECTED, "not yet");
            }
        });
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

    private static TransferOrder order(LiveCall call, String number) {
        return new TransferOrder(
                call.id(),
                TransferMethod.ATTENDED,
                false,
                false,
                new TransferOrder.Target(TargetType.NUMBER, null, number));
    }
}
