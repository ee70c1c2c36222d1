package org.supertransfer.web.live;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.supertransfer.agent.PresenceChanged;

/**
 * Presence for the pages of all others: only what is latest of each agent, a few times a second, and never more at once
 * than a page that keeps up has room for. Whoever brings the news never waits for thousands of sockets: it comes on the
 * thread that has yet to ring the agent's phone.
 */
@ApplicationScoped
public class PresenceNews {
    private static final int PACE_MILLIS = 200;
    /** Far below what may wait for a page: an import changes everybody at once. */
    private static final int PER_PACE = 100;

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Inject
    LiveSockets sockets;

    private final Map<String, PresenceChanged> waiting = new LinkedHashMap<>();

    void add(PresenceChanged news) {
        if (isFirst(news)) {
            tellSoon();
        }
    }

    private void tellSoon() {
        scheduler.schedule(this::tell, PACE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private synchronized boolean isFirst(PresenceChanged news) {
        boolean first = waiting.isEmpty();
        waiting.merge(news.username(), news, (one, other) -> one.version() > other.version() ? one : other);
        return first;
    }

    private void tell() {
        taken().forEach(news -> sockets.toOthers(news.username(), () -> Frames.presence(news)));
    }

    /** What waited longest; the rest has its turn at the next pace. */
    private synchronized List<PresenceChanged> taken() {
        List<PresenceChanged> taken = waiting.values().stream().limit(PER_PACE).toList();
        taken.forEach(news -> waiting.remove(news.username()));
        if (!waiting.isEmpty()) {
            tellSoon();
        }
        return taken;
    }
}
