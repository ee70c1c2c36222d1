package org.supertransfer.bench;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How much was sent, and what came back. */
final class Tally {
    private final LongAdder sent = new LongAdder();
    private final Map<String, LongAdder> answers = new ConcurrentHashMap<>();
    private final long began = System.nanoTime();
    private volatile long ended = began;

    void sent() {
        sent.increment();
        ended = System.nanoTime();
    }

    void came(String what) {
        answers.computeIfAbsent(what, unknown -> new LongAdder()).increment();
    }

    /** A SIP answer: by its status, and whether a 503 says when to try again. */
    void answer(int status, String message) {
        String more = status == 503 ? message.contains("\r\nRetry-After:") ? " with Retry-After" : " bare" : "";
        came(status + more);
    }

    String line() {
        double seconds = Math.max(0.001, (ended - began) / 1e9);
        return String.format(
                java.util.Locale.ROOT,
                "%d sent (%.0f/s), came back: %s",
                sent.sum(),
                sent.sum() / seconds,
                new TreeMap<>(answers));
    }
}
