package org.supertransfer.call;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** The server's timers; each rings as a turn of its call, and none outlives it. */
@ApplicationScoped
public class Timers {
    @Resource(lookup = "java:jboss/ee/concurrency/scheduler/calls")
    private ManagedScheduledExecutorService timers;

    @Inject
    private Calls calls;

    private final Map<String, Queue<Future<?>>> ofCalls = new ConcurrentHashMap<>();

    /** Runs the turn after the delay, unless the call is over by then. */
    public void after(String callId, Duration delay, Runnable turn) {
        Future<?> timer =
                timers.schedule(() -> calls.in(callId, call -> turn.run()), delay.toMillis(), TimeUnit.MILLISECONDS);
        ofCalls.computeIfAbsent(callId, id -> new ConcurrentLinkedQueue<>()).add(timer);
    }

    /** Forgets the timers of a call that is over: what they hold would wait for their time. */
    void over(String callId) {
        Queue<Future<?>> left = ofCalls.remove(callId);
        if (left != null) {
            left.forEach(timer -> timer.cancel(false));
        }
    }

    /** One that rang while the server stops would end in an ERROR of the container's. */
    @PreDestroy
    void close() {
        ofCalls.keySet().forEach(this::over);
    }
}
