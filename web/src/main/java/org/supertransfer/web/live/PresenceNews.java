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
 * Presence for the pages of all others: only what is latest of each agent, a few times a second. Whoever brings the news
 * never waits for thousands of sockets: it comes on the thread that has yet to ring the agent's phone.
 */
@ApplicationScoped
public class PresenceNews {
    private static final int PACE_MILLIS = 200;

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Inject
    LiveSockets sockets;

    private final Map<String, PresenceChanged> waiting = new LinkedHashMap<>();

    void add(PresenceChanged news) {
        if (isFirst(news)) {
            scheduler.schedule(this::tell, PACE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private synchronized boolean isFirst(PresenceChanged news) {
        boolean first = waiting.isEmpty();
        waiting.merge(news.username(), news, (one, other) -> one.version() > other.version() ? one : other);
        return first;
    }

    private void tell() {
        taken().forEach(news -> sockets.toOthers(news.username(), () -> Frames.presence(news)));
    }

    private synchronized List<PresenceChanged> taken() {
        List<PresenceChanged> taken = List.copyOf(waiting.values());
        waiting.clear();
        return taken;
    }
}
