package org.supertransfer.sip.leg;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.supertransfer.callcontrol.CallId;
import org.supertransfer.callcontrol.LegId;
import org.supertransfer.sip.refer.DialogName;

/** Finds the call of a leg or of a message, from any thread; keeps a leg a while after its end, for what comes late. */
final class LegTable {
    /** A call lives as long as one of its legs. */
    private record Owned(Call call, int legs) {}

    private final Map<CallId, Owned> calls = new ConcurrentHashMap<>();
    private final Map<LegId, Leg> byId = new ConcurrentHashMap<>();
    private final Map<String, Leg> byTag = new ConcurrentHashMap<>();
    private final Map<Leg, Set<String>> keys = new ConcurrentHashMap<>();
    private final Unheard unheard = new Unheard(System::nanoTime);
    private final Object emptied = new Object();

    /** The call of this id, made by {@code fresh} when there is none; one more leg keeps it alive. */
    Call callOfOneMore(CallId id, Supplier<Call> fresh) {
        Owned owned = calls.compute(
                id,
                (unused, there) -> there == null ? new Owned(fresh.get(), 1) : new Owned(there.call, there.legs + 1));
        return owned.call;
    }

    Optional<Call> call(CallId id) {
        return Optional.ofNullable(calls.get(id)).map(Owned::call);
    }

    /** So many legs of one call are another's now. */
    void moved(CallId from, Call into, int legs) {
        calls.remove(from);
        calls.compute(
                into.id(),
                (unused, there) -> there == null ? new Owned(into, legs) : new Owned(there.call, there.legs + legs));
    }

    void add(Leg leg) {
        byId.put(leg.id(), leg);
        if (!leg.dialled()) {
            unheard.add(leg.id());
        }
    }

    /** The callers of whom nothing has been said yet. */
    Unheard unheard() {
        return unheard;
    }

    /** How many calls there are. */
    int calls() {
        return calls.size();
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

    /** The leg of this dialog, seen from its party; also one that rings, or has ended a moment ago. */
    Optional<Leg> named(DialogName name) {
        return find(name.callId(), name.localTag()).filter(leg -> leg.snapshot()
                .map(snapshot -> snapshot.remoteTag().equals(name.remoteTag()))
                .orElseGet(() -> find(name.callId(), name.remoteTag())
                        .filter(leg::equals)
                        .isPresent()));
    }

    Collection<Leg> live() {
        return byId.values().stream().filter(leg -> !leg.ended()).toList();
    }

    /** How many legs are found here, those included that ended a moment ago. */
    int size() {
        return Math.max(byId.size(), keys.size());
    }

    void ended(Leg leg) {
        calls.computeIfPresent(
                leg.call().id(), (unused, there) -> there.legs == 1 ? null : new Owned(there.call, there.legs - 1));
        unheard.heard(leg.id());
        synchronized (emptied) {
            emptied.notifyAll();
        }
    }

    /** Waits until no leg lives, at most this long. */
    void awaitEmpty(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        synchronized (emptied) {
            long left = end - System.nanoTime();
            while (!calls.isEmpty() && left > 0) {
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

    /** Nothing late is expected any more. */
    void forget(Leg leg) {
        byId.remove(leg.id());
        Set<String> names = keys.remove(leg);
        if (names != null) {
            names.forEach(byTag::remove);
        }
    }

    private static String key(String callId, String tag) {
        return callId + '\n' + tag;
    }
}
