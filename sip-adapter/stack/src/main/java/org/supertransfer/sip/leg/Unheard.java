package org.supertransfer.sip.leg;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.supertransfer.callcontrol.LegId;

/**
 * The callers of whom the application has yet to say a first word: how far it is behind. A caller is counted for a limited
 * time, because one who waits for an agent may wait without a word. Safe for threads.
 */
final class Unheard {
    private static final long COUNTED_NANOS = 8_000_000_000L;

    private final LongSupplier nanos;
    private final Map<LegId, Long> since = new LinkedHashMap<>();

    Unheard(LongSupplier nanos) {
        this.nanos = nanos;
    }

    synchronized void add(LegId caller) {
        since.put(caller, nanos.getAsLong());
    }

    synchronized void heard(LegId caller) {
        since.remove(caller);
    }

    synchronized int count() {
        long now = nanos.getAsLong();
        Iterator<Long> oldest = since.values().iterator();
        while (oldest.hasNext() && now - oldest.next() > COUNTED_NANOS) {
            oldest.remove();
        }
        return since.size();
    }
}
