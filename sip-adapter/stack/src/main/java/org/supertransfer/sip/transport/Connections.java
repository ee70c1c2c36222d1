package org.supertransfer.sip.transport;

import gov.nist.javax.sip.stack.NIOHandler;
import gov.nist.javax.sip.stack.NioTcpMessageChannel;
import gov.nist.javax.sip.stack.NioTcpMessageProcessor;
import gov.nist.javax.sip.stack.SIPTransactionStack;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The TCP connections by their other end. The RI forgets each connection that it opens at once (it never notes that it has
 * succeeded), opens another for the next message and closes the first, with the response still to come on it.
 */
final class Connections extends NIOHandler {
    /** In place of the RI's, which is not safe for the threads that send while the selector reads. */
    private final Map<SocketChannel, NioTcpMessageChannel> channels = new ConcurrentHashMap<>();

    Connections(SIPTransactionStack stack, NioTcpMessageProcessor processor) {
        super(stack, processor);
    }

    @Override
    public @Nullable NioTcpMessageChannel getMessageChannel(SocketChannel socket) {
        return channels.get(socket);
    }

    @Override
    public void putMessageChannel(SocketChannel socket, NioTcpMessageChannel channel) {
        channels.put(socket, channel);
    }

    @Override
    public void removeMessageChannel(SocketChannel socket) {
        channels.remove(socket);
    }

    @Override
    public int getCurrentChannelSize() {
        return channels.size();
    }

    @Override
    public void stop() {
        super.stop();
        channels.values().forEach(NioTcpMessageChannel::close);
    }

    @Override
    public SocketChannel createOrReuseSocket(InetAddress address, int port) throws IOException {
        return remembered(super.createOrReuseSocket(address, port), address, port);
    }

    @Override
    public SocketChannel sendBytes(
            InetAddress sender,
            InetAddress receiver,
            int port,
            String transport,
            byte[] bytes,
            boolean retry,
            NioTcpMessageChannel channel)
            throws IOException {
        try {
            SocketChannel used = super.sendBytes(sender, receiver, port, transport, bytes, retry, channel);
            return remembered(used, receiver, port);
        } catch (IllegalMonitorStateException e) {
            // The RI gives back a lock that it does not hold, when the other end takes no connection.
            throw new IOException("no connection to " + receiver.getHostAddress() + ":" + port, e);
        }
    }

    private SocketChannel remembered(SocketChannel connection, InetAddress address, int port) {
        if (connection != null && connection.isOpen()) {
            putSocket(makeKey(address, port), connection);
        }
        return connection;
    }
}
