package org.supertransfer.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supertransfer.agent.Caller;
import org.supertransfer.directory.TargetType;
import org.supertransfer.number.NumberClass;
import org.supertransfer.number.NumberService;
import org.supertransfer.number.NumberView;

/**
 * Where a phone that redirects a call may send it: the policy is that of a number which its agent types, so that no phone
 * leads us to a number its agent may not have. Emergency numbers are never reached this way, agents and queues neither:
 * they are reserved and waited for before they are dialled.
 */
@ApplicationScoped
public class Redirects {
    private static final Logger LOG = LoggerFactory.getLogger(Redirects.class);

    @Inject
    private Router router;

    @Inject
    private NumberService numbers;

    /** Those of the numbers that this caller may send a call to, in their order. */
    public List<Route> allowed(Caller caller, List<String> wanted) {
        return wanted.stream().flatMap(number -> allowed(caller, number)).toList();
    }

    private Stream<Route> allowed(Caller caller, String number) {
        Optional<Route> house = router.house(number);
        if (house.isPresent()) {
            return house.filter(route -> route.type() == TargetType.USER).stream();
        }
        NumberView outside = numbers.look(caller, number);
        boolean reachable = outside.allowed()
                && outside.e164() != null
                && outside.numberClass() != NumberClass.EMERGENCY
                && outside.numberClass() != NumberClass.INTERNAL;
        if (!reachable) {
            LOG.info("a redirection to a number of class {} is not followed", outside.numberClass());
        }
        return reachable ? Stream.of(Router.outside(outside)) : Stream.empty();
    }
}
