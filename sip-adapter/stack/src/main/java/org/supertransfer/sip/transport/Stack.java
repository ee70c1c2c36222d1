package org.supertransfer.sip.transport;

import gov.nist.javax.sip.SipStackImpl;
import java.net.InetAddress;
import java.util.Properties;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import javax.sip.PeerUnavailableException;
import org.jspecify.annotations.Nullable;

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

    Stack(Properties properties, Valve valve, @Nullable TlsEndpoint tls, Hops hops) throws PeerUnavailableException {
        super(properties);
        this.hops = hops;
        this.stream = new ScheduledThreadPoolExecutor(
                1, task -> new Thread(task, "sip-tcp-" + properties.getProperty("javax.sip.STACK_NAME")));
        this.messageProcessorFactory = new StripedProcessorFactory(tls);
        setRouter(new HopRouter(getRouter(), hops));
        valve.init(this);
        this.sipMessageValves.add(valve);
    }

    /** The thread of everything that comes by TCP or TLS. */
    ScheduledThreadPoolExecutor stream() {
        return stream;
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
