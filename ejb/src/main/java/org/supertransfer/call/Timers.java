package org.supertransfer.call;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The server's timers; each rings as a turn of its call. */
@ApplicationScoped
public class Timers {
    @Resource(lookup = "java:jboss/ee/concurrency/scheduler/calls")
    private ManagedScheduledExecutorService timers;

    @Inject
    private Calls calls;

    /** Runs the turn after the delay, unless the call is over by then. */
    public void after(String callId, Duration delay, Runnable turn) {
        var unused =
                timers.schedule(() -> calls.in(callId, call -> turn.run()), delay.toMillis(), TimeUnit.MILLISECONDS);
    }
}
