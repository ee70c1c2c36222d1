package org.supertransfer.sip.transport;

import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.parser.MessageParser;
import gov.nist.javax.sip.stack.NioTcpMessageChannel;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.text.ParseException;
import java.util.Map;

/**
 * One connection, opened to us or by us. The RI's own reading knows no compact Content-Length, takes one message's length for
 * the next one's, makes a buffer of whatever size a length asks for, and answers the end of a stream with a ping.
 */
class TcpConnection extends NioTcpMessageChannel implements Framing.Sink {
    private static final System.Logger LOG = System.getLogger(TcpConnection.class.getName());
    private static final byte[] PONG = {'\r', '\n'};
    private static final int READ_BYTES = 4_096;
    private static final long BETWEEN_PONGS_MILLIS = 20;
    /** A peer that is gone without a word is found in about a minute and a half. */
    private static final Map<String, Object> WATCH =
            Map.of("TCP_KEEPIDLE", 60, "TCP_KEEPINTERVAL", 10, "TCP_KEEPCOUNT", 3);

    private final TcpProcessor processor;
    private final MessageParser parser;
    private final Framing framing = new Framing(this);
    private final ByteBuffer readBuffer = ByteBuffer.allocate(READ_BYTES);
    private final long openedAt = System.currentTimeMillis();
    private volatile boolean spoken;
    /** When what is not whole yet began; 0 when nothing has. */
    private volatile long unfinishedSince;

    private long lastPong;

    /** A connection that was opened to us. */
    TcpConnection(TcpProcessor processor, SocketChannel connection) throws IOException {
        super(processor, connection);
        this.processor = processor;
        this.messageProcessor = processor;
        this.parser = processor.newParser();
        watch(connection);
    }

    /** A connection of ours; it may not be there yet. */
    TcpConnection(TcpProcessor processor, InetAddress address, int port) throws IOException {
        super(address, port, processor.getSIPStack(), processor);
        this.processor = processor;
        this.parser = processor.newParser();
        watch(socketChannel);
    }

    @SuppressWarnings("unchecked")
    private static void watch(SocketChannel connection) throws IOException {
        connection.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        connection.setOption(StandardSocketOptions.TCP_NODELAY, true);
        for (SocketOption<?> option : connection.supportedOptions()) {
            Object value = WATCH.get(option.name());
            if (value != null) {
                connection.setOption((SocketOption<Object>) option, value);
            }
        }
    }

    /**
     * Whether it has said nothing whole for so long that it is only here to be in the way: nothing at all, or the same
     * message byte by byte.
     */
    boolean isIdler(long now, long patienceMillis) {
        long since = unfinishedSince;
        return !spoken && now - openedAt > patienceMillis || since > 0 && now - since > patienceMillis;
    }

    /** Whether anything whole has come by it. */
    boolean hasSpoken() {
        return spoken;
    }

    boolean isOf(InetAddress address) {
        return address.equals(peerAddress);
    }

    /** The next bytes; whatever goes wrong with them ends this connection and no other. */
    @Override
    public void readChannel() {
        try {
            if (socketChannel.read(readBuffer.clear()) <= 0) {
                throw new EOFException("the other side has closed");
            }
            readBuffer.flip();
            byte[] bytes = new byte[readBuffer.remaining()];
            readBuffer.get(bytes);
            lastActivityTimeStamp = System.currentTimeMillis();
            addBytes(bytes);
            unfinishedSince = !hasPart() ? 0 : unfinishedSince > 0 ? unfinishedSince : lastActivityTimeStamp;
        } catch (Exception | Error failed) {
            failed(failed);
        }
    }

    /** Ends it. */
    void failed(Throwable why) {
        LOG.log(System.Logger.Level.DEBUG, "a connection ends: {0}", why.toString());
        close(true, false);
    }

    @Override
    protected void addBytes(byte[] bytes) throws Exception {
        framing.add(bytes);
    }

    /** Whether something has begun that is not whole yet. */
    boolean hasPart() {
        return framing.hasPart();
    }

    @Override
    public void message(byte[] head, byte[] body) {
        spoken = true;
        unfinishedSince = 0;
        if (WireCheck.passes(head, head.length)) {
            processor.inOrder(() -> deliver(head, body), () -> Beginnings.isOne(head, head.length));
        }
    }

    private void deliver(byte[] head, byte[] body) {
        try {
            SIPMessage message = parser.parseSIPMessage(head, false, false, null);
            if (message != null) {
                if (body.length > 0) {
                    message.setMessageContent(body);
                }
                processMessage(message);
            }
        } catch (ParseException e) {
            LOG.log(System.Logger.Level.DEBUG, "a message by TCP cannot be parsed: {0}", Clean.text(e.getMessage()));
        } catch (Exception | StackOverflowError e) {
            LOG.log(System.Logger.Level.DEBUG, "a message by TCP was not taken: {0}", Clean.text(e.getMessage()));
        }
    }

    /** RFC 5626 section 3.5.1; who pings faster than anybody needs to is not answered each time. */
    @Override
    public void ping() throws IOException {
        spoken = true;
        long now = System.currentTimeMillis();
        if (now - lastPong >= BETWEEN_PONGS_MILLIS) {
            lastPong = now;
            sendMessage(PONG.clone(), false);
        }
    }

    @Override
    protected void close(boolean removeSocket, boolean stopKeepAliveTask) {
        processor.gone(this);
        super.close(removeSocket, stopKeepAliveTask);
    }
}
