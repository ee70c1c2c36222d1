package org.supertransfer.sip.transport;

import java.util.LinkedHashMap;
import java.util.Map;

/** A memory that forgets its oldest entry for each new one beyond its size, so that nobody outside can fill it up. */
public final class BoundedMap<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;

    private final int most;

    private BoundedMap(int most, boolean byUse) {
        super(16, 0.75f, byUse);
        this.most = most;
    }

    /**
     * Forgets what was put first.
     *
     * @param most entries
     */
    public static <K, V> Map<K, V> byAge(int most) {
        return new BoundedMap<>(most, false);
    }

    /**
     * Forgets what was used longest ago.
     *
     * @param most entries
     */
    public static <K, V> Map<K, V> byUse(int most) {
        return new BoundedMap<>(most, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
    }
}
