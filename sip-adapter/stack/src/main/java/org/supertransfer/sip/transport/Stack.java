package org.supertransfer.sip.transport;

import gov.nist.javax.sip.SipStackImpl;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Properties;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.stream.Stream;
import javax.sip.PeerUnavailableException;

/**
 * The RI's stack with our valve, router and message processors. They are set here and not by property: the stack would
 * make them by their names, and the node could not know which instance is its own.
 */
final class Stack extends SipStackImpl {
    /**
     * Parses and delivers what comes by TCP. One thread, because the RI hands the messages of one connection to a pool
     * in turns, and so reorders a call's ACK and BYE; a static pool besides, which the stop of one stack takes from all.
     */
    private final ScheduledThreadPoolExecutor stream;

    private final Hops hops;
    private final StreamLimits limits;

    Stack(Properties properties, Valve valve, StackRun.Place at) throws PeerUnavailableException {
        super(properties);
        this.hops = at.hops();
        this.limits = at.limits();
        this.stream = new ScheduledThreadPoolExecutor(
                1, task -> new Thread(task, "sip-tcp-" + properties.getProperty("javax.sip.STACK_NAME")));
        this.messageProcessorFactory = new StripedProcessorFactory(at.tls());
        setRouter(new HopRouter(getRouter(), hops));
        valve.init(this);
        this.sipMessageValves.add(valve);
    }

    /** The thread of everything that comes by TCP or TLS. */
    ScheduledThreadPoolExecutor stream() {
        return stream;
    }

    StreamLimits limits() {
        return limits;
    }

    private Stream<TcpProcessor> streams() {
        return Arrays.stream(getMessageProcessors())
                .filter(TcpProcessor.class::isInstance)
                .map(TcpProcessor.class::cast);
    }

    /** How many connections others have opened. */
    int connections() {
        return streams().mapToInt(TcpProcessor::connections).sum();
    }

    /** Whom a connection to this address must prove to be: the name that led there, else the address itself. */
    String nameOf(InetAddress address, int port) {
        return hops.nameOf(address.getHostAddress(), port);
    }

    @Override
    public ScheduledExecutorService getSelfRoutingThreadpoolExecutor() {
        return stream;
    }

    /** The thread that waits for events of a listener that is not re-entrant; the RI starts one all the same. */
    @Override
    public void stop() {
        super.stop();
        stream.shutdownNow();
    }
}
