package org.supertransfer.phones;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sip.ClientTransaction;
import javax.sip.DialogTerminatedEvent;
import javax.sip.IOExceptionEvent;
import javax.sip.ListeningPoint;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.SipFactory;
import javax.sip.SipListener;
import javax.sip.SipProvider;
import javax.sip.SipStack;
import javax.sip.TimeoutEvent;
import javax.sip.TransactionAlreadyExistsException;
import javax.sip.TransactionTerminatedEvent;
import javax.sip.TransactionUnavailableException;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/**
 * One SIP stack on one loopback port: parser, transport and transactions of jain-sip-ri, its dialog layer off. Everything
 * received is handed to one lane in the order of its arrival.
 */
final class SipWire implements SipListener, AutoCloseable {
    static final String HOST = "127.0.0.1";

    private static final System.Logger LOG = System.getLogger(SipWire.class.getName());
    private static final AtomicInteger STACKS = new AtomicInteger();
    private static final String SCANNER = "EventScannerThread";

    private final SipReceiver receiver;
    private final String transport;
    private final SipStack stack;
    private final SipProvider provider;
    private final @Nullable Thread scanner;
    private final int port;
    private final ScheduledExecutorService lane;

    private SipWire(String transport, int port, SipReceiver receiver) throws Exception {
        this.transport = transport;
        this.receiver = receiver;
        SipFactory factory = SipFactory.getInstance();
        factory.setPathName("gov.nist");
        String name = "phones-" + STACKS.incrementAndGet();
        stack = factory.createSipStack(properties(name));
        ListeningPoint point = listen(port);
        this.port = point.getPort();
        provider = stack.createSipProvider(point);
        scanner = newestScanner();
        lane = Executors.newSingleThreadScheduledExecutor(task -> daemon(task, name));
        provider.addSipListener(this);
    }

    /** Opens a stack on a port of its own; {@code transport} is udp or tcp. */
    static synchronized SipWire open(String transport, SipReceiver receiver) {
        for (int attempt = 0; ; attempt++) {
            try {
                return new SipWire(transport, freePort(), receiver);
            } catch (Exception taken) {
                if (attempt == 9) {
                    throw new WireException("no SIP stack for the phones", taken);
                }
            }
        }
    }

    int port() {
        return port;
    }

    String transport() {
        return transport;
    }

    ScheduledExecutorService lane() {
        return lane;
    }

    /** Sends in a new client transaction, whose owner gets its responses. */
    ClientTransaction send(Request request, Object owner) {
        try {
            ClientTransaction transaction = provider.getNewClientTransaction(request);
            transaction.setApplicationData(owner);
            transaction.sendRequest();
            return transaction;
        } catch (SipException e) {
            throw new WireException("cannot send " + request.getMethod(), e);
        }
    }

    /** Sends an ACK, which has no transaction (RFC 3261 section 13.2.2.4). */
    void sendAck(Request ack) {
        try {
            provider.sendRequest(ack);
        } catch (SipException e) {
            throw new WireException("cannot send ACK", e);
        }
    }

    /** Sends a response by its transaction. */
    void send(Response response, ServerTransaction transaction) {
        try {
            transaction.sendResponse(response);
        } catch (SipException | javax.sip.InvalidArgumentException e) {
            throw new WireException("cannot send " + response.getStatusCode(), e);
        }
    }

    /** Sends a 2xx again after its transaction has ended (RFC 3261 section 13.3.1.4). */
    void sendAgain(Response response) {
        try {
            provider.sendResponse(response);
        } catch (SipException e) {
            throw new WireException("cannot send " + response.getStatusCode() + " again", e);
        }
    }

    @Override
    public void processRequest(RequestEvent event) {
        Request request = event.getRequest();
        if (receiver.ignores(request)) {
            return;
        }
        try {
            ServerTransaction transaction = event.getServerTransaction();
            if (transaction == null && !request.getMethod().equals(Request.ACK)) {
                transaction = provider.getNewServerTransaction(request);
            }
            onLane(transaction, request);
        } catch (TransactionAlreadyExistsException retransmission) {
            LOG.log(System.Logger.Level.DEBUG, "retransmission");
        } catch (TransactionUnavailableException e) {
            LOG.log(System.Logger.Level.WARNING, "no transaction for " + request.getMethod(), e);
        }
    }

    private void onLane(@Nullable ServerTransaction transaction, Request request) {
        later(() -> receiver.onRequest(request, transaction));
    }

    @Override
    public void processResponse(ResponseEvent event) {
        ClientTransaction transaction = event.getClientTransaction();
        later(() -> receiver.onResponse(event.getResponse(), transaction));
    }

    @Override
    public void processTimeout(TimeoutEvent event) {
        ClientTransaction transaction = event.getClientTransaction();
        if (transaction != null) {
            later(() -> receiver.onTimeout(transaction));
        }
    }

    @Override
    public void processIOException(IOExceptionEvent event) {
        LOG.log(System.Logger.Level.DEBUG, "transport failed towards " + event.getHost() + ":" + event.getPort());
    }

    @Override
    public void processTransactionTerminated(TransactionTerminatedEvent event) {}

    @Override
    public void processDialogTerminated(DialogTerminatedEvent event) {}

    private void later(Runnable task) {
        if (!lane.isShutdown()) {
            lane.execute(guarded(task));
        }
    }

    /** The task with its failure told: a scheduled executor would swallow it. */
    Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                if (!lane.isShutdown()) {
                    LOG.log(System.Logger.Level.ERROR, "a phone failed", e);
                    receiver.onFailure(e);
                }
            }
        };
    }

    @Override
    public void close() {
        lane.shutdownNow();
        provider.removeSipListener(this);
        stack.stop();
        if (scanner != null) {
            scanner.interrupt();
        }
    }

    private ListeningPoint listen(int wanted) throws Exception {
        return stack.createListeningPoint(HOST, wanted, transport);
    }

    private static int freePort() throws IOException {
        try (DatagramSocket probe = new DatagramSocket(0, InetAddress.getByName(HOST))) {
            return probe.getLocalPort();
        }
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** The stack starts one thread that its own stop() leaves blocked for ever. */
    private static @Nullable Thread newestScanner() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(SCANNER))
                .max((a, b) -> Long.compare(a.getId(), b.getId()))
                .orElse(null);
    }

    private static Properties properties(String name) {
        Properties properties = new Properties();
        properties.setProperty("javax.sip.STACK_NAME", name);
        properties.setProperty("javax.sip.AUTOMATIC_DIALOG_SUPPORT", "off");
        String ri = "gov.nist.javax.sip.";
        properties.setProperty(ri + "AUTOMATIC_DIALOG_ERROR_HANDLING", "false");
        properties.setProperty(ri + "STACK_LOGGER", QuietStackLogger.class.getName());
        properties.setProperty(ri + "SERVER_LOGGER", QuietServerLogger.class.getName());
        properties.setProperty(ri + "REENTRANT_LISTENER", "true");
        // one thread: with more, ACK and BYE of one call change places
        properties.setProperty(ri + "THREAD_POOL_SIZE", "1");
        properties.setProperty(ri + "MAX_MESSAGE_SIZE", "16384");
        properties.setProperty(ri + "RECEIVE_UDP_BUFFER_SIZE", "4000000");
        properties.setProperty(ri + "SEND_UDP_BUFFER_SIZE", "4000000");
        properties.setProperty(ri + "DELIVER_UNSOLICITED_NOTIFY", "true");
        return properties;
    }
}
