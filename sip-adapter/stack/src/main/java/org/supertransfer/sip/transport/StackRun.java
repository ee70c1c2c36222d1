package org.supertransfer.sip.transport;

import gov.nist.javax.sip.message.SIPRequest;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javax.sip.ListeningPoint;
import javax.sip.ServerTransaction;
import javax.sip.SipProvider;
import javax.sip.message.Request;
import org.jspecify.annotations.Nullable;

/**
 * A stack from its opening to its end. It is opened inside a thread group of its own, so that every thread that it ever
 * starts can be found when it is closed: the RI leaves its event scanner blocked for ever, which would pin the class
 * loader of a redeployed adapter.
 */
final class StackRun {
    private static final System.Logger LOG = System.getLogger(StackRun.class.getName());
    private static final long PATIENCE_MILLIS = 2_000;

    /** Where to listen, and where requests go from there. */
    record Place(String host, int port, @Nullable TlsEndpoint tls, Hops hops, StreamLimits limits) {}

    private final ThreadGroup threads;
    private final Stack stack;
    private final SipProvider provider;

    private StackRun(ThreadGroup threads, Stack stack, SipProvider provider) {
        this.threads = threads;
        this.stack = stack;
        this.provider = provider;
    }

    /** Listens on UDP and TCP, and on TLS when there is such an endpoint; on failure nothing is left open. */
    static StackRun open(Place at, Dispatcher dispatcher) throws IOException {
        String host = at.host();
        int port = at.port();
        ThreadGroup threads = new ThreadGroup("sip-" + port);
        FutureTask<StackRun> opening = new FutureTask<>(() -> openInside(threads, at, dispatcher));
        Thread opener = new Thread(threads, opening, "sip-" + port + "-opener");
        opener.setContextClassLoader(StackRun.class.getClassLoader());
        opener.start();
        try {
            return opening.get();
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            throw new IOException("SIP cannot listen on " + host + ":" + port + ": " + cause.getMessage(), cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while SIP was opening", e);
        }
    }

    private static StackRun openInside(ThreadGroup threads, Place at, Dispatcher dispatcher) throws Exception {
        String name = "sip-" + at.port();
        Stack stack = new Stack(StackProperties.named(name), new Valve(dispatcher::onStray), at);
        try {
            ListeningPoint udp = stack.createListeningPoint(at.host(), at.port(), ListeningPoint.UDP);
            ListeningPoint tcp = stack.createListeningPoint(at.host(), at.port(), ListeningPoint.TCP);
            SipProvider provider = stack.createSipProvider(udp);
            provider.addListeningPoint(tcp);
            if (at.tls() != null) {
                provider.addListeningPoint(
                        stack.createListeningPoint(at.host(), at.tls().port(), ListeningPoint.TLS));
            }
            dispatcher.attach(provider);
            provider.addSipListener(dispatcher);
            stack.start();
            return new StackRun(threads, stack, provider);
        } catch (Exception e) {
            close(stack, threads);
            throw e;
        }
    }

    SipProvider provider() {
        return provider;
    }

    Optional<ServerTransaction> inviteOf(Request cancel) {
        return Optional.ofNullable((ServerTransaction) stack.findCancelTransaction((SIPRequest) cancel, true));
    }

    /** How many transactions there are, of both kinds. */
    int transactions() {
        return stack.getServerTransactionTableSize() + stack.getClientTransactionTableSize();
    }

    int connections() {
        return stack.connections();
    }

    /** Takes the second that the RI sleeps in its stop. */
    void close(Dispatcher dispatcher) {
        provider.removeSipListener(dispatcher);
        close(stack, threads);
    }

    private static void close(Stack stack, ThreadGroup threads) {
        stack.stop();
        List<Thread> left = threadsOf(threads);
        left.forEach(Thread::interrupt);
        left.forEach(StackRun::awaitEnd);
        threadsOf(threads).forEach(thread -> LOG.log(Level.WARNING, "thread {0} does not end", thread.getName()));
    }

    private static List<Thread> threadsOf(ThreadGroup group) {
        Thread[] found = new Thread[group.activeCount() * 2 + 16];
        int count = group.enumerate(found);
        return Arrays.stream(found, 0, count)
                .filter(thread -> thread != Thread.currentThread())
                .toList();
    }

    private static void awaitEnd(Thread thread) {
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
