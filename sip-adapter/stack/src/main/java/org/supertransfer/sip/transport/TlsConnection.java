package org.supertransfer.sip.transport;

import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.stack.NioTcpMessageProcessor;
import gov.nist.javax.sip.stack.SIPTransaction;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ssl.SSLEngine;
import javax.sip.message.Request;
import javax.sip.message.Response;

/** A connection inside a {@link TlsTunnel}. Once it is gone nothing opens it again: a phone has to come back by itself. */
final class TlsConnection extends TcpConnection implements TlsTunnel.Ends {
    private final TlsProcessor processor;
    private final String peer;
    private final boolean ours;
    private final TlsTunnel tunnel;
    private volatile boolean ending;
    /** The transactions whose requests wait for the handshake. */
    private final Queue<String> waiting = new ConcurrentLinkedQueue<>();

    /** A connection that was opened to us. */
    TlsConnection(TlsProcessor processor, SocketChannel connection) throws IOException {
        super(processor, connection);
        this.processor = processor;
        this.ours = false;
        this.peer = peerAddress.getHostAddress();
        this.tunnel = new TlsTunnel(processor.endpoint().server(), this);
    }

    /** A connection of ours to who must prove to be {@code name}. */
    TlsConnection(TlsProcessor processor, InetAddress address, int port, String name) throws IOException {
        super(processor, address, port);
        this.processor = processor;
        this.ours = true;
        this.peer = name;
        SSLEngine engine = processor.endpoint().client(name, port);
        this.tunnel = new TlsTunnel(engine, this);
        tunnel.begin();
    }

    @Override
    public void send(byte[] record) throws IOException {
        if (ending) {
            // The queue would be dropped with the connection, and its last word with it.
            socketChannel.write(ByteBuffer.wrap(record));
        } else {
            processor.send(socketChannel, record);
        }
    }

    @Override
    public void received(byte[] text) throws IOException {
        try {
            super.addBytes(text);
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    @Override
    protected void addBytes(byte[] bytes) throws Exception {
        tunnel.received(bytes);
        if (ours && tunnel.isOpen()) {
            waiting.clear();
        }
    }

    @Override
    boolean hasPart() {
        return super.hasPart() || tunnel.hasPart();
    }

    @Override
    protected void sendMessage(byte[] message, boolean isClient) throws IOException {
        if (!socketChannel.isOpen()) {
            throw new IOException("the TLS connection is gone");
        }
        lastActivityTimeStamp = System.currentTimeMillis();
        tunnel.send(message);
    }

    @Override
    public void sendMessage(byte[] message, InetAddress receiver, int port, boolean retry) throws IOException {
        sendMessage(message, retry);
    }

    @Override
    public void sendMessage(SIPMessage message, InetAddress receiver, int port) throws IOException {
        if (!tunnel.isOpen() && message instanceof SIPRequest request && !Request.ACK.equals(request.getMethod())) {
            waiting.add(request.getTransactionId());
        }
        super.sendMessage(message, receiver, port);
    }

    /** Nobody took the connection. */
    @Override
    public synchronized void triggerConnectFailure(Queue<NioTcpMessageProcessor.PendingData> unsent) {
        failed(new ConnectException("refused"));
    }

    @Override
    void failed(Throwable why) {
        if (ours && !tunnel.isOpen()) {
            processor.refused(peer, why);
        }
        ending = true;
        try {
            tunnel.close();
        } catch (IOException gone) {
            // there is nobody to say it to
        }
        super.failed(why);
        waiting.forEach(this::fail);
    }

    /** What was never sent is answered here, so that another way is tried at once (RFC 3261 section 8.1.3.1). */
    private void fail(String transaction) {
        SIPTransaction unsent = getSIPStack().findTransaction(transaction, false);
        if (unsent != null) {
            processor.inOrder(() -> answer((SIPRequest) unsent.getRequest()), () -> false);
        }
    }

    private void answer(SIPRequest unsent) {
        try {
            processMessage(unsent.createResponse(Response.SERVICE_UNAVAILABLE, Dispatcher.NOT_SENT));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String getTransport() {
        return "TLS";
    }

    @Override
    public boolean isSecure() {
        return true;
    }
}
