package org.supertransfer.call;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The server's timers; each rings as a turn of its call. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class Timers {
    @Resource
    private ManagedScheduledExecutorService timers;

    @Inject
    private Calls calls;

    /** Runs the turn after the delay, unless the call is over by then. */
    public void after(String callId, Duration delay, Runnable turn) {
        timers.schedule(() -> calls.in(callId, call -> turn.run()), delay.toMillis(), TimeUnit.MILLISECONDS);
    }
}
