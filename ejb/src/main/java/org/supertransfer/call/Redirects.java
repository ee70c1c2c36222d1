package org.supertransfer.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supertransfer.agent.Caller;
import org.supertransfer.callcontrol.CallEvent;
import org.supertransfer.directory.TargetType;
import org.supertransfer.number.NumberClass;
import org.supertransfer.number.NumberService;
import org.supertransfer.number.NumberView;

/**
 * Where a phone that redirects a call may send it: the policy is that of a number which its agent types, so that no phone
 * leads us to a number its agent may not have. Emergency numbers are never reached this way, and nobody who has a part in
 * the call already: that would be a circle. An agent who is free is taken at once, and alone; an inbound number is whoever of
 * its agents has been free longest, for a leg that is dialled cannot wait in a queue.
 */
@ApplicationScoped
public class Redirects {
    private static final Logger LOG = LoggerFactory.getLogger(Redirects.class);

    @Inject
    private Switchboard board;

    @Inject
    private Router router;

    @Inject
    private NumberService numbers;

    /** Where this leg goes instead, in the order of trying; the leg is an agent's from here on when an agent is taken. */
    public List<Route> follow(LiveCall call, Caller caller, CallEvent.Redirected event) {
        List<Route> ways = event.numbers().stream()
                .flatMap(number -> way(caller, number))
                .filter(way -> !hasPart(call, caller, way))
                .toList();
        List<Route> others =
                ways.stream().takeWhile(way -> way.username().isEmpty()).toList();
        Optional<Route> agent = others.isEmpty() ? firstFree(call, ways) : Optional.empty();
        agent.ifPresent(way ->
                call.legs().find(event.leg()).ifPresent(leg -> call.legs().moved(leg.of(way))));
        return agent.map(List::of).orElse(others);
    }

    private Stream<Route> way(Caller caller, String number) {
        NumberView view = numbers.look(caller, number);
        if (!view.allowed() || view.e164() == null || view.numberClass() == NumberClass.EMERGENCY) {
            LOG.info("a redirection to a number of class {} is not followed", view.numberClass());
            return Stream.empty();
        }
        return view.numberClass() == NumberClass.INTERNAL
                ? router.house(number).stream().flatMap(this::within)
                : Stream.of(Router.outside(view));
    }

    private Stream<Route> within(Route house) {
        return house.type() == TargetType.INBOUND ? agentsOf(house) : Stream.of(house);
    }

    /** Those who could take a call now, the longest idle first. */
    private Stream<Route> agentsOf(Route inbound) {
        return board.numbers().find(inbound.id()).stream()
                .flatMap(number -> board.agents().availableOf(number.agents()).stream())
                .flatMap(username -> board.agents().profile(username).stream())
                .flatMap(agent -> router.house(agent.extension()).stream());
    }

    private Optional<Route> firstFree(LiveCall call, List<Route> ways) {
        return ways.stream()
                .takeWhile(way -> way.username().isPresent())
                .filter(way -> board.reserve(call, way.username().orElseThrow()))
                .findFirst();
    }

    private boolean hasPart(LiveCall call, Caller caller, Route way) {
        return way.username().filter(caller.username()::equals).isPresent()
                || call.legs().all().stream().anyMatch(leg -> isOf(leg, caller, way));
    }

    private boolean isOf(Leg leg, Caller caller, Route way) {
        String number = leg.who().number();
        return way.username()
                        .filter(username -> username.equals(leg.username()))
                        .isPresent()
                || way.who().number().equals(number)
                || way.outside()
                        && way.who()
                                .number()
                                .equals(numbers.look(caller, number).e164());
    }
}
