package org.supertransfer.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** All queues: who waits where, in the order of their places, and who of them is being offered to an agent. */
@ApplicationScoped
public class WaitingLine {
    private record Entry(Waiting waiting, boolean offered) {}

    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    /** Enters a queue, or waits on after an offer that came to nothing. */
    public void enter(Waiting waiting) {
        entries.put(waiting.callId(), new Entry(waiting, false));
    }

    /** An agent's phone is reserved for it; it is not offered again until it enters again. */
    public void offered(Waiting waiting) {
        entries.computeIfPresent(waiting.callId(), (id, entry) -> new Entry(entry.waiting(), true));
    }

    /** Waits on with the same place after an offer that came to nothing; does nothing for one who left. */
    public void again(String callId) {
        entries.computeIfPresent(callId, (id, entry) -> new Entry(entry.waiting(), false));
    }

    public void leave(String callId) {
        entries.remove(callId);
    }

    public Optional<Waiting> find(String callId) {
        return Optional.ofNullable(entries.get(callId)).map(Entry::waiting);
    }

    /** Who is to be offered, first place first. */
    public List<Waiting> inOrder() {
        return entries.values().stream()
                .filter(entry -> !entry.offered())
                .map(Entry::waiting)
                .sorted(Comparator.comparing(Waiting::since).thenComparing(Waiting::callId))
                .toList();
    }

    /**
     * Those who wait for an agent of one number, those who are being offered included.
     *
     * @param since when the first of them came; null when nobody waits
     */
    public record Queue(int length, @Nullable Instant since) {
        public static final Queue EMPTY = new Queue(0, null);

        private Queue and(Waiting one) {
            boolean first = since == null || one.since().isBefore(since);
            return new Queue(length + 1, first ? one.since() : since);
        }
    }

    /** The queues of all numbers somebody waits for. */
    public Map<String, Queue> queues() {
        Map<String, Queue> queues = new HashMap<>();
        entries.values().stream()
                .map(Entry::waiting)
                .forEach(one -> queues.put(
                        one.number(),
                        queues.getOrDefault(one.number(), Queue.EMPTY).and(one)));
        return queues;
    }
}
