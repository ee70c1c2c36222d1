package org.supertransfer.sip.registrar;

import java.time.Clock;
import java.util.Map;
import org.supertransfer.sip.transport.BoundedMap;

/**
 * Slows down guessing: after a few wrong passwords of one user from one address the next ones are not even looked at, for
 * a second, then two, up to a minute. Per user and address, so that nobody can lock out somebody else's phone.
 */
final class BackOff {
    private static final int FREE_FAILURES = 4;
    private static final long FIRST_MILLIS = 1_000;
    private static final long LONGEST_MILLIS = 60_000;
    private static final int MAX_REMEMBERED = 20_000;

    private record Failures(int count, long until) {}

    private final Clock clock;
    private final Map<String, Failures> failures = BoundedMap.byAge(MAX_REMEMBERED);

    BackOff(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean isWaiting(String user, String address) {
        Failures known = failures.get(key(user, address));
        return known != null && clock.millis() < known.until();
    }

    synchronized void failed(String user, String address) {
        Failures known = failures.remove(key(user, address));
        int count = known == null ? 1 : known.count() + 1;
        int doublings = Math.min(count - FREE_FAILURES, 6);
        long pause = doublings < 0 ? 0 : Math.min(FIRST_MILLIS << doublings, LONGEST_MILLIS);
        failures.put(key(user, address), new Failures(count, clock.millis() + pause));
    }

    synchronized void succeeded(String user, String address) {
        failures.remove(key(user, address));
    }

    private static String key(String user, String address) {
        return address + ' ' + user;
    }
}
