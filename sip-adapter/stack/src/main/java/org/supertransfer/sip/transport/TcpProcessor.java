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

/** The RI's selector for TCP, with our {@link Connections}. */
class TcpProcessor extends NioTcpMessageProcessor {
    private static final System.Logger LOG = System.getLogger(TcpProcessor.class.getName());
    private static final int MAX_CONNECTIONS = 2_000;
    private static final int MAX_WAITING = 4_000;
    private static final long IDLER_MILLIS = 10_000;
    private static final long SWEEP_MILLIS = 1_000;

    private final ScheduledThreadPoolExecutor stream;
    private final Set<TcpConnection> open = ConcurrentHashMap.newKeySet();

    TcpProcessor(InetAddress address, Stack stack, int port) {
        super(address, stack, port);
        this.stream = stack.stream();
        this.nioHandler = new Connections(stack, this);
    }

    @Override
    public void start() throws IOException {
        super.start();
        stream.scheduleWithFixedDelay(this::sweep, SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Closes who connected and says nothing. */
    private void sweep() {
        long now = System.currentTimeMillis();
        for (TcpConnection connection : open) {
            if (connection.isIdler(now, IDLER_MILLIS)) {
                connection.failed(new IOException("it says nothing"));
            }
        }
    }

    MessageParser newParser() {
        SIPTransactionStack stack = getSIPStack();
        return stack.getMessageParserFactory().createMessageParser(stack);
    }

    /** Runs this after everything that came before it; drops it when too much waits. */
    void inOrder(Runnable task) {
        try {
            if (stream.getQueue().size() < MAX_WAITING) {
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
        if (open.size() >= MAX_CONNECTIONS) {
            connection.close();
            throw new IOException("there are too many connections");
        }
        TcpConnection accepted = accepted(connection);
        open.add(accepted);
        nioHandler.putMessageChannel(connection, accepted);
        return accepted;
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
