package org.supertransfer.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supertransfer.agent.Agents;
import org.supertransfer.agent.Availability;
import org.supertransfer.agent.Caller;
import org.supertransfer.call.Leg;
import org.supertransfer.call.LiveCall;
import org.supertransfer.call.Route;
import org.supertransfer.call.Router;
import org.supertransfer.directory.Directory;
import org.supertransfer.number.NumberClass;
import org.supertransfer.number.NumberService;
import org.supertransfer.number.NumberView;
import org.supertransfer.number.Prices;
import org.supertransfer.problem.Refusal;
import org.supertransfer.problem.Refused;

/** Decides whether a call may go where an order says, in the contract's order of refusals. */
@ApplicationScoped
class Targets {
    @Inject
    private Directory directory;

    @Inject
    private Router router;

    @Inject
    private NumberService numbers;

    @Inject
    private Agents agents;

    @Inject
    private Prices prices;

    /**
     * @param transferee the leg of the party that is to be transferred
     * @throws Refused NUMBER_INVALID, TARGET_UNKNOWN, TARGET_IS_SELF, TARGET_IS_TRANSFEREE, CONSULT_WITH_BLIND,
     *     NUMBER_NOT_ALLOWED, EMERGENCY_UNCONFIRMED, EMERGENCY_BLIND, TARGET_OFFLINE
     */
    Target resolve(Caller caller, TransferOrder order, Leg transferee) {
        NumberView typed = typed(caller, order.target());
        Target target = typed == null ? Target.house(listed(order.target())) : target(typed);
        refuseSame(caller, target, transferee);
        if (order.consult() && order.method() == TransferMethod.BLIND) {
            throw new Refused(Refusal.CONSULT_WITH_BLIND, "A blind transfer has no consultation.");
        }
        if (typed != null) {
            refuseByPolicy(order, typed);
        }
        refuseOffline(order, target);
        return target;
    }

    /** The look-up of a number that was typed; null when the target was picked, which no policy forbids. */
    private @Nullable NumberView typed(Caller caller, TransferOrder.Target target) {
        return switch (target.type()) {
            case AGENT, USER, INBOUND -> null;
            case NUMBER -> {
                String number = target.number() == null ? "" : target.number();
                boolean tooLong = number.length() > TransferOrder.Target.LONGEST_NUMBER;
                yield Router.valid(numbers.look(caller, tooLong ? "" : number));
            }
        };
    }

    private Route listed(TransferOrder.Target target) {
        String id = target.id() == null ? "" : target.id();
        Optional<Route> route =
                switch (target.type()) {
                    case AGENT -> directory.agent(id).map(router::route);
                    case USER -> directory.user(id).map(router::route);
                    case INBOUND -> directory.inbound(id).map(router::route);
                    case NUMBER -> Optional.empty();
                };
        return route.orElseThrow(() -> new Refused(Refusal.TARGET_UNKNOWN, "There is no such target."));
    }

    /** Where a target redirects to, with what it costs there. */
    Target reached(Caller caller, Route way) {
        return way.outside() ? target(numbers.look(caller, way.id())) : Target.house(way);
    }

    private Target target(NumberView typed) {
        String e164 = typed.e164() == null ? "" : typed.e164();
        return router.house(e164)
                .map(Target::house)
                .orElseGet(() -> new Target(
                        Router.outside(typed),
                        typed.chargedSeparately(),
                        typed.numberClass(),
                        prices.of(e164).orElse(null)));
    }

    private void refuseSame(Caller caller, Target target, Leg transferee) {
        Optional<String> username = target.route().username();
        if (username.filter(caller.username()::equals).isPresent()) {
            throw new Refused(Refusal.TARGET_IS_SELF, "You cannot transfer a call to yourself.");
        }
        boolean sameAgent = username.isPresent() && username.get().equals(transferee.username());
        if (sameAgent
                || sameNumber(
                        caller, target.route().who().number(), transferee.who().number())) {
            throw new Refused(Refusal.TARGET_IS_TRANSFEREE, "The target is the caller itself.");
        }
    }

    private boolean sameNumber(Caller caller, String one, String other) {
        if (one.equals(other) || isE164(one) && isE164(other)) {
            return one.equals(other);
        }
        String first = numbers.look(caller, one).e164();
        return first != null && first.equals(numbers.look(caller, other).e164());
    }

    private static boolean isE164(String number) {
        return number.startsWith("+");
    }

    private static void refuseByPolicy(TransferOrder order, NumberView number) {
        if (number.numberClass() == NumberClass.EMERGENCY) {
            if (order.method() == TransferMethod.BLIND) {
                throw new Refused(Refusal.EMERGENCY_BLIND, "An emergency call is never transferred blind.");
            }
            if (!order.confirmed()) {
                throw new Refused(
                        Refusal.EMERGENCY_UNCONFIRMED,
                        "The caller should dial the emergency number; confirm to go on.");
            }
        } else if (!number.allowed()) {
            throw new Refused(Refusal.NUMBER_NOT_ALLOWED, "You may not transfer to " + number.display() + ".");
        }
    }

    private void refuseOffline(TransferOrder order, Target target) {
        Optional<String> agent = target.route().username();
        if (order.method() == TransferMethod.BLIND
                && agent.isPresent()
                && agents.availability(agent.get()) == Availability.OFFLINE) {
            throw new Refused(Refusal.TARGET_OFFLINE, "The agent has no phone, and nobody could be told later.");
        }
    }

    /** @throws Refused NOT_FOUND, TRANSFER_LIVE, CALL_NOT_CONNECTED, TRANSFER_LIMIT */
    static Leg transferorLeg(Caller caller, LiveCall call, int mostTransfers) {
        Leg leg = call.legs()
                .ofAgent(caller.username())
                .orElseThrow(() -> new Refused(Refusal.NOT_FOUND, "You have no such call."));
        if (call.takeover().isPresent()) {
            throw new Refused(Refusal.TRANSFER_LIVE, "The call is being transferred already.");
        }
        if (!call.isTransferable() || !leg.isUp()) {
            throw new Refused(Refusal.CALL_NOT_CONNECTED, "The call is not connected.");
        }
        if (call.transfers() >= mostTransfers) {
            throw new Refused(Refusal.TRANSFER_LIMIT, "The call has been transferred " + mostTransfers + " times.");
        }
        return leg;
    }
}
