package org.supertransfer.sip.transport;

import gov.nist.core.HostPort;
import gov.nist.javax.sip.parser.MessageParser;
import gov.nist.javax.sip.stack.MessageChannel;
import gov.nist.javax.sip.stack.NioTcpMessageChannel;
import gov.nist.javax.sip.stack.NioTcpMessageProcessor;
import gov.nist.javax.sip.stack.SIPTransactionStack;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.channels.SocketChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The RI's selector for TCP, with our {@link Connections}. */
class TcpProcessor extends NioTcpMessageProcessor {
    private static final System.Logger LOG = System.getLogger(TcpProcessor.class.getName());
    private static final int MAX_WAITING = 4_000;
    /** What would begin something goes first when much waits, so that calls that are up never do. */
    private static final int MAX_WAITING_TO_BEGIN = 1_000;

    private static final long MAX_SWEEP_MILLIS = 1_000;

    private final ScheduledThreadPoolExecutor stream;
    private final StreamLimits limits;
    private final Unsent unsent;
    private final Set<TcpConnection> open = ConcurrentHashMap.newKeySet();

    TcpProcessor(InetAddress address, Stack stack, int port) {
        super(address, stack, port);
        this.stream = stack.stream();
        this.limits = stack.limits();
        this.unsent = new Unsent(this);
        this.nioHandler = new Connections(stack, this);
    }

    @Override
    public void start() throws IOException {
        super.start();
        long pause = Math.min(MAX_SWEEP_MILLIS, limits.patience().toMillis() / 4 + 1);
        stream.scheduleWithFixedDelay(this::trySweep, pause, pause, TimeUnit.MILLISECONDS);
    }

    private void trySweep() {
        try {
            sweep();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "a connection could not be closed", e);
        }
    }

    /** Closes who connected and says nothing, who never ends a message, and who takes none of ours. */
    private void sweep() {
        long now = System.currentTimeMillis();
        long patience = limits.patience().toMillis();
        for (TcpConnection connection : open) {
            if (connection.isIdler(now, patience)) {
                connection.failed(new IOException("it says nothing whole"));
            }
        }
        unsent.stuck(now, patience).forEach(this::giveUp);
    }

    /** Never waits; what is too much for a connection ends it. */
    @Override
    public void send(SocketChannel socket, byte[] data) throws IOException {
        if (unsent.isAtLeast(socket, limits.unsent())) {
            inOrder(() -> giveUp(socket), () -> false);
        } else {
            super.send(socket, data);
        }
    }

    private void giveUp(SocketChannel socket) {
        if (nioHandler.getMessageChannel(socket) instanceof TcpConnection connection && socket.isOpen()) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "a connection of {0} is closed: it takes none of the messages that wait for it",
                    connection.getPeerAddress());
            connection.failed(new IOException("it takes nothing"));
        }
    }

    /** How many connections others have opened. */
    int connections() {
        return open.size();
    }

    MessageParser newParser() {
        SIPTransactionStack stack = getSIPStack();
        return stack.getMessageParserFactory().createMessageParser(stack);
    }

    /**
     * Runs this after everything that came before it; drops it when too much waits.
     *
     * @param begins whether it is of the kind to be dropped first; asked only when that matters
     */
    void inOrder(Runnable task, BooleanSupplier begins) {
        try {
            int waiting = stream.getQueue().size();
            if (waiting < MAX_WAITING_TO_BEGIN || (waiting < MAX_WAITING && !begins.getAsBoolean())) {
                stream.execute(task);
            }
        } catch (RejectedExecutionException stopped) {
            LOG.log(System.Logger.Level.DEBUG, "a message came after the end");
        }
    }

    void gone(TcpConnection connection) {
        open.remove(connection);
    }

    /** A connection that somebody has opened. */
    @Override
    public NioTcpMessageChannel createMessageChannel(NioTcpMessageProcessor processor, SocketChannel connection)
            throws IOException {
        if (!hasRoomFor(connection.socket().getInetAddress())) {
            connection.close();
            throw new IOException("there are too many connections");
        }
        TcpConnection accepted = accepted(connection);
        open.add(accepted);
        nioHandler.putMessageChannel(connection, accepted);
        return accepted;
    }

    private boolean hasRoomFor(InetAddress address) {
        int ofOne = 0;
        int silent = 0;
        for (TcpConnection other : open) {
            boolean same = other.isOf(address);
            ofOne += same ? 1 : 0;
            silent += same && !other.hasSpoken() ? 1 : 0;
        }
        return open.size() < limits.connections() && ofOne < limits.ofOne() && silent < limits.silent();
    }

    TcpConnection accepted(SocketChannel connection) throws IOException {
        return new TcpConnection(this, connection);
    }

    TcpConnection opened(InetAddress address, int port) throws IOException {
        return new TcpConnection(this, address, port);
    }

    @Override
    public MessageChannel createMessageChannel(HostPort target) throws IOException {
        return createMessageChannel(target.getInetAddress(), target.getPort());
    }

    /** The connection that there is to this address, or a new one. */
    @Override
    public synchronized MessageChannel createMessageChannel(InetAddress address, int port) throws IOException {
        String key = MessageChannel.getKey(address, port, transport);
        MessageChannel known = messageChannels.get(key);
        if (known != null) {
            return known;
        }
        TcpConnection opening = opened(address, port);
        messageChannels.put(key, opening);
        return opening;
    }
}
