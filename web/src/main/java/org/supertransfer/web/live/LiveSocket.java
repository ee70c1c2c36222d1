package org.supertransfer.web.live;

import static java.lang.System.Logger.Level.DEBUG;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * One page's socket. Frames wait in a bounded queue and leave one after the other, so whoever offers one never waits;
 * before {@link #begin} they are only kept. A page that does not keep up is closed and will ask for a fresh snapshot.
 */
final class LiveSocket {
    /** Frames; a busy minute of one agent, with everybody's presence. */
    static final int CAPACITY = 256;

    static final Duration SILENCE = Duration.ofSeconds(60);
    private static final System.Logger LOG = System.getLogger(LiveSocket.class.getName());
    private static final String ALIVE = Frames.alive().toString();

    private final Session session;
    private final String username;
    private final Executor closers;
    private final Deque<String> waiting = new ArrayDeque<>();
    private boolean begun;
    private boolean inFlight;
    private boolean draining;
    private boolean closed;
    private volatile Instant heard;
    private volatile boolean supervises;

    /** @param closers runs the closing, which may wait for the network */
    LiveSocket(Session session, String username, Executor closers, Instant now) {
        this.session = session;
        this.username = username;
        this.closers = closers;
        this.heard = now;
    }

    String username() {
        return username;
    }

    /** Whether it was a supervisor's page when it began; not known before. */
    boolean supervises() {
        return supervises;
    }

    void supervises(boolean does) {
        supervises = does;
    }

    /** Sends the snapshot, and then what was offered while it was taken. */
    void begin(String snapshot) {
        synchronized (this) {
            waiting.addFirst(snapshot);
            begun = true;
        }
        drain();
    }

    /** Never waits. */
    void offer(String frame) {
        if (isFull(frame)) {
            close(CloseCodes.TRY_AGAIN_LATER, "reads too slowly");
        } else {
            drain();
        }
    }

    void heard(Instant now) {
        heard = now;
    }

    /**
     * Pings, so that no proxy on the way takes the silence for an end; closes a page that answered none for long. The page
     * hears a frame of it too, so that it can tell a quiet line from a dead one.
     */
    void ping(Instant now) {
        if (heard.plus(SILENCE).isBefore(now)) {
            close(CloseCodes.GOING_AWAY, "answers no ping");
            return;
        }
        try {
            session.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
        } catch (IOException | IllegalStateException | IllegalArgumentException e) {
            close(CloseCodes.GOING_AWAY, "cannot be pinged");
            return;
        }
        offer(ALIVE);
    }

    /** Drops what waits and closes; once. */
    void close(CloseReason.CloseCode code, String reason) {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            waiting.clear();
        }
        LOG.log(DEBUG, "closing a socket of {0}: {1}", username, reason);
        closers.execute(() -> closeNow(new CloseReason(code, reason)));
    }

    private void closeNow(CloseReason reason) {
        try {
            session.close(reason);
        } catch (IOException | IllegalStateException e) {
            LOG.log(DEBUG, "the socket was gone", e);
        }
    }

    private synchronized boolean isFull(String frame) {
        if (closed) {
            return false;
        }
        if (waiting.size() >= CAPACITY) {
            return true;
        }
        waiting.add(frame);
        return false;
    }

    /** A send may report before it returns: a loop instead of a recursion as deep as the queue is long. */
    private void drain() {
        synchronized (this) {
            if (draining) {
                return;
            }
            draining = true;
        }
        for (Optional<String> next = take(); next.isPresent(); next = take()) {
            send(next.get());
        }
    }

    private synchronized Optional<String> take() {
        if (!begun || inFlight || closed || waiting.isEmpty()) {
            draining = false;
            return Optional.empty();
        }
        inFlight = true;
        return Optional.of(waiting.remove());
    }

    private void send(String frame) {
        try {
            session.getAsyncRemote().sendText(frame, this::sent);
        } catch (RuntimeException e) { // one page's trouble must not reach the mailbox that told it
            close(CloseCodes.GOING_AWAY, "cannot be sent to");
        }
    }

    private void sent(SendResult result) {
        synchronized (this) {
            inFlight = false;
        }
        if (result.isOK()) {
            drain();
        } else {
            close(CloseCodes.GOING_AWAY, "cannot be sent to");
        }
    }
}
