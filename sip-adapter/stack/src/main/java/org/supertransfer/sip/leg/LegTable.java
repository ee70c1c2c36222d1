package org.supertransfer.sip.leg;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.supertransfer.callcontrol.CallId;
import org.supertransfer.callcontrol.LegId;

/** Finds the call of a leg or of a message, from any thread. */
final class LegTable {
    private final Map<CallId, Call> calls = new ConcurrentHashMap<>();
    private final Map<CallId, Integer> legsOf = new ConcurrentHashMap<>();
    private final Map<LegId, Leg> byId = new ConcurrentHashMap<>();
    private final Map<String, Leg> byTag = new ConcurrentHashMap<>();
    private final Object emptied = new Object();
    private final Map<Leg, Set<String>> keys = new ConcurrentHashMap<>();

    /** The call of this id; made by {@code fresh} when there is none. Each leg added to it keeps it. */
    Call call(CallId id, Supplier<Call> fresh) {
        return calls.computeIfAbsent(id, unknown -> fresh.get());
    }

    void add(Leg leg) {
        byId.put(leg.id(), leg);
        legsOf.merge(leg.call().id(), 1, Integer::sum);
    }

    Optional<Leg> leg(LegId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Finds the leg from now on by a Call-ID and our own tag in it, or the caller's before we have one. */
    void name(Leg leg, String callId, String tag) {
        String key = key(callId, tag);
        byTag.put(key, leg);
        keys.computeIfAbsent(leg, unknown -> ConcurrentHashMap.newKeySet()).add(key);
    }

    Optional<Leg> find(String callId, String tag) {
        return Optional.ofNullable(byTag.get(key(callId, tag)));
    }

    Collection<Leg> live() {
        return List.copyOf(byId.values());
    }

    /** No command reaches the leg any more; messages do, until {@link #forget}. */
    void ended(Leg leg) {
        if (byId.remove(leg.id()) != null) {
            CallId call = leg.call().id();
            Integer left = legsOf.merge(call, -1, (a, b) -> a + b == 0 ? null : a + b);
            if (left == null) {
                calls.remove(call);
            }
            synchronized (emptied) {
                emptied.notifyAll();
            }
        }
    }

    /** Waits until no leg lives, at most this long. */
    void awaitEmpty(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        synchronized (emptied) {
            long left = end - System.nanoTime();
            while (!byId.isEmpty() && left > 0) {
                try {
                    emptied.wait(Math.max(1, left / 1_000_000));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
                left = end - System.nanoTime();
            }
        }
    }

    void forget(Leg leg) {
        Set<String> names = keys.remove(leg);
        if (names != null) {
            names.forEach(byTag::remove);
        }
    }

    private static String key(String callId, String tag) {
        return callId + '\n' + tag;
    }
}
