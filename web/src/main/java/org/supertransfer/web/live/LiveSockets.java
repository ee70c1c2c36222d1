package org.supertransfer.web.live;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.WARNING;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.supertransfer.problem.Refused;
import org.supertransfer.web.live.Frames.Truth;

/** The open sockets. A frame is made once, and only when somebody gets it. */
@ApplicationScoped
public class LiveSockets {
    private static final System.Logger LOG = System.getLogger(LiveSockets.class.getName());
    /** Of one user; pages and scripts of a person at several desks are far fewer. */
    static final int PER_USER = 20;

    private static final int PING_SECONDS = 25;
    /** After this a send that makes no progress ends the connection. */
    private static final long SEND_TIMEOUT_MILLIS = 20_000;

    private final Map<String, LiveSocket> sockets = new ConcurrentHashMap<>();

    @Resource
    ManagedExecutorService executor;

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Inject
    LiveSnapshot snapshot;

    private @Nullable ScheduledFuture<?> pings;

    @PostConstruct
    void start() {
        pings = scheduler.scheduleAtFixedRate(this::ping, PING_SECONDS, PING_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        if (pings != null) {
            pings.cancel(false);
        }
        sockets.values().forEach(socket -> socket.close(CloseCodes.TRY_AGAIN_LATER, "the server is shutting down"));
    }

    /**
     * Subscribes first and takes the snapshot then, elsewhere: it waits for mailboxes and the database. Of too many the
     * newest is refused: closing the oldest would have two pages push each other out for ever.
     */
    void open(Session session, String username) {
        session.setMaxIdleTimeout(0);
        session.getAsyncRemote().setSendTimeout(SEND_TIMEOUT_MILLIS);
        LiveSocket socket = new LiveSocket(session, username, executor, Instant.now());
        if (added(session.getId(), socket)) {
            executor.execute(() -> begin(socket));
        } else {
            socket.close(CloseCodes.TRY_AGAIN_LATER, "too many pages are open: " + PER_USER);
        }
    }

    private synchronized boolean added(String id, LiveSocket socket) {
        long open = sockets.values().stream()
                .filter(each -> each.username().equals(socket.username()))
                .count();
        if (open >= PER_USER) {
            return false;
        }
        sockets.put(id, socket);
        return true;
    }

    void gone(Session session) {
        sockets.remove(session.getId());
    }

    void heard(Session session) {
        LiveSocket socket = sockets.get(session.getId());
        if (socket != null) {
            socket.heard(Instant.now());
        }
    }

    /** Closes all of a person whose log-ins are void; the page whose log-in is new connects again. */
    void end(String username) {
        sockets.values().stream()
                .filter(socket -> socket.username().equals(username))
                .forEach(socket -> socket.close(CloseCodes.VIOLATED_POLICY, "the log-in is void"));
    }

    void toAgent(String username, Supplier<JsonObject> frame) {
        send(socket -> socket.username().equals(username), frame);
    }

    /** To everybody but this agent. */
    void toOthers(String username, Supplier<JsonObject> frame) {
        send(socket -> !socket.username().equals(username), frame);
    }

    void toSupervisors(Supplier<JsonObject> frame) {
        send(this::supervises, frame);
    }

    boolean haveSupervisors() {
        return sockets.values().stream().anyMatch(this::supervises);
    }

    /** A provider may have taken the role away since the page began; only the few whose page shows a board are asked. */
    private boolean supervises(LiveSocket socket) {
        return socket.supervises() && snapshot.supervises(socket.username());
    }

    private void send(Predicate<LiveSocket> to, Supplier<JsonObject> frame) {
        String text = null;
        for (LiveSocket socket : sockets.values()) {
            if (to.test(socket)) {
                text = text == null ? frame.get().toString() : text;
                socket.offer(text);
            }
        }
    }

    /** The edge: whatever goes wrong here, the page connects again. */
    private void begin(LiveSocket socket) {
        try {
            Truth truth = snapshot.of(socket.username());
            socket.supervises(LiveSnapshot.supervises(truth.me()));
            socket.begin(Frames.snapshot(truth).toString());
        } catch (Refused e) {
            LOG.log(DEBUG, "no snapshot for {0}: {1}", socket.username(), e.getMessage());
            socket.close(CloseCodes.TRY_AGAIN_LATER, "no snapshot");
        } catch (RuntimeException e) {
            LOG.log(WARNING, "no snapshot for a socket of " + socket.username(), e);
            socket.close(CloseCodes.TRY_AGAIN_LATER, "no snapshot");
        }
    }

    private void ping() {
        Instant now = Instant.now();
        sockets.values().forEach(socket -> socket.ping(now));
    }
}
