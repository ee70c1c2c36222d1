package org.supertransfer.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.supertransfer.agent.Caller;
import org.supertransfer.callcontrol.Destination;
import org.supertransfer.directory.Directory;
import org.supertransfer.directory.TargetType;
import org.supertransfer.number.NumberClass;
import org.supertransfer.number.NumberPlan;
import org.supertransfer.number.NumberService;
import org.supertransfer.number.NumberView;
import org.supertransfer.problem.Refusal;
import org.supertransfer.problem.Refused;

/** Finds where a number leads: extension, user, inbound number, and only then outside. */
@ApplicationScoped
public class Router {
    @Inject
    private Directory directory;

    @Inject
    private NumberService numbers;

    @Inject
    private NumberPlan plan;

    /**
     * For an agent's own call: emergency numbers always pass.
     *
     * @throws Refused NUMBER_INVALID, NUMBER_NOT_ALLOWED
     */
    public Route direct(Caller caller, String text) {
        NumberView number = valid(numbers.look(caller, text));
        if (!number.allowed() && number.numberClass() != NumberClass.EMERGENCY) {
            throw new Refused(Refusal.NUMBER_NOT_ALLOWED, "You may not call " + number.display() + ".");
        }
        return house(text).orElseGet(() -> outside(number));
    }

    /** Somebody of the house, in whatever way the number is written; whoever needs help is never one. */
    public Optional<Route> house(String text) {
        return plan.isEmergency(text)
                ? Optional.empty()
                : plan.spellings(text).stream()
                        .flatMap(spelling -> directory.whoHas(spelling).stream())
                        .findFirst()
                        .map(this::route);
    }

    public Route route(Directory.Entry entry) {
        CallView.PartyView who = new CallView.PartyView(entry.number(), entry.name());
        return new Route(
                entry.type(),
                entry.id(),
                who,
                switch (entry.type()) {
                    case AGENT -> new Destination.Phones(entry.id());
                    case USER ->
                        new Destination.Address(directory.contact(entry.id()).orElseThrow());
                    case INBOUND -> null;
                    case NUMBER -> throw new IllegalArgumentException("nobody of the house");
                });
    }

    /** @throws Refused NUMBER_INVALID */
    public static NumberView valid(NumberView number) {
        if (number.numberClass() == NumberClass.INVALID || number.e164() == null) {
            throw new Refused(Refusal.NUMBER_INVALID, "This is no number that can be called.");
        }
        return number;
    }

    /** A valid number outside. */
    public static Route outside(NumberView number) {
        String e164 = number.e164() == null ? "" : number.e164();
        return new Route(TargetType.NUMBER, e164, new CallView.PartyView(e164, null), new Destination.Outside(e164));
    }
}
