package org.supertransfer.sip.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;

/**
 * TLS over bytes that somebody else carries: handshake and records (RFC 8446, RFC 5246). What is sent before the handshake is
 * done waits for it. After an exception the connection is to be closed. Safe for threads.
 */
final class TlsTunnel {
    private static final int MAX_WAITING = 100;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    /** The two ends of the tunnel. */
    interface Ends {
        /** Carries this to the other side. */
        void send(byte[] record) throws IOException;

        /** Takes what the other side said. */
        void received(byte[] text) throws IOException;
    }

    private final SSLEngine engine;
    private final Ends ends;
    private final Queue<byte[]> waiting = new ArrayDeque<>();
    private final ByteBuffer text;
    private final ByteBuffer record;
    private ByteBuffer arrived;
    private boolean open;

    TlsTunnel(SSLEngine engine, Ends ends) {
        this.engine = engine;
        this.ends = ends;
        this.text = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize());
        this.record = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        this.arrived = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
    }

    /** Begins the handshake; who was connected to may also wait for the other side to begin. */
    synchronized void begin() throws IOException {
        engine.beginHandshake();
        goOn();
    }

    /** Whether the handshake is done. */
    synchronized boolean isOpen() {
        return open;
    }

    /** Whether a record has begun that is not whole yet. */
    synchronized boolean hasPart() {
        return arrived.position() > 0;
    }

    synchronized void send(byte[] message) throws IOException {
        if (waiting.size() >= MAX_WAITING) {
            throw new IOException("too much waits for a TLS handshake");
        }
        waiting.add(message);
        goOn();
    }

    synchronized void received(byte[] bytes) throws IOException {
        if (arrived.remaining() < bytes.length) {
            ByteBuffer larger = ByteBuffer.allocate(arrived.position() + bytes.length);
            arrived = larger.put(arrived.flip());
        }
        arrived.put(bytes);
        goOn();
    }

    /** Says good-bye, as far as that is still possible. */
    synchronized void close() throws IOException {
        waiting.clear();
        engine.closeOutbound();
        wrap(NOTHING);
    }

    private void goOn() throws IOException {
        boolean more = true;
        while (more) {
            more = switch (engine.getHandshakeStatus()) {
                case NEED_TASK -> runTasks();
                case NEED_WRAP -> wrap(NOTHING);
                case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> unwrap();
                case FINISHED, NOT_HANDSHAKING -> flush() | unwrap();
            };
        }
    }

    private boolean runTasks() {
        for (Runnable task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
            task.run();
        }
        return true;
    }

    /** Whether a whole message went out; the handshake may come in between again. */
    private boolean flush() throws IOException {
        if (!open || waiting.isEmpty()) {
            return false;
        }
        ByteBuffer message = ByteBuffer.wrap(waiting.remove());
        while (message.hasRemaining()) {
            if (!wrap(message)) {
                throw new IOException("TLS takes no more");
            }
        }
        return true;
    }

    private boolean wrap(ByteBuffer message) throws IOException {
        SSLEngineResult result = engine.wrap(message, record);
        note(result);
        record.flip();
        byte[] bytes = new byte[record.remaining()];
        record.get(bytes);
        record.clear();
        if (bytes.length > 0) {
            ends.send(bytes);
        }
        return bytes.length > 0 || result.bytesConsumed() > 0;
    }

    private boolean unwrap() throws IOException {
        HandshakeStatus before = engine.getHandshakeStatus();
        arrived.flip();
        SSLEngineResult result = engine.unwrap(arrived, text);
        arrived.compact();
        note(result);
        if (result.getStatus() == SSLEngineResult.Status.CLOSED) {
            throw new IOException("TLS was closed");
        }
        if (text.position() > 0) {
            text.flip();
            byte[] said = new byte[text.remaining()];
            text.get(said);
            text.clear();
            ends.received(said);
        }
        boolean moved = result.bytesConsumed() + result.bytesProduced() > 0;
        return moved || engine.getHandshakeStatus() != before;
    }

    private void note(SSLEngineResult result) {
        open |= result.getHandshakeStatus() == HandshakeStatus.FINISHED;
    }
}
