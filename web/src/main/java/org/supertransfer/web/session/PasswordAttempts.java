package org.supertransfer.web.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Makes guessing slow: from the fifth wrong password in a row, of one user from one address, the next attempt has to wait
 * 1 s, 2 s, 4 s … 5 min. Per user and address, so that nobody can lock somebody else out. Remembers at most
 * {@value #CAPACITY} pairs, for 15 minutes after their last wrong password; the longest unused go first.
 */
@ApplicationScoped
public class PasswordAttempts {
    static final int FREE = 5;
    static final int CAPACITY = 10_000;
    static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration MEMORY = Duration.ofMinutes(15);
    private static final int LONGEST_NAME = 64;
    private static final int MAX_DOUBLINGS = 9;

    private final Clock clock;
    private final Map<Key, Failures> failures = new Remembered();

    public PasswordAttempts() {
        this(Clock.systemUTC());
    }

    PasswordAttempts(Clock clock) {
        this.clock = clock;
    }

    /** How long this user has to wait at this address; empty when an attempt may be made now. */
    synchronized Optional<Duration> waitFor(String username, String address) {
        Failures known = failures.get(key(username, address));
        Instant now = clock.instant();
        if (known == null || known.count() < FREE || !now.isBefore(known.nextAt())) {
            return Optional.empty();
        }
        return Optional.of(Duration.between(now, known.nextAt()));
    }

    /**
     * Begins an attempt. It counts as failed until it is said to have {@linkplain #succeeded succeeded}, so that many at
     * once are no more guesses than one after the other.
     *
     * @return how long this user has to wait; empty when the attempt has begun
     */
    synchronized Optional<Duration> begin(String username, String address) {
        Optional<Duration> wait = waitFor(username, address);
        if (wait.isEmpty()) {
            Instant now = clock.instant();
            failures.merge(
                    key(username, address),
                    new Failures(1, now),
                    (old, one) -> old.isForgotten(now) ? one : new Failures(old.count() + 1, now));
        }
        return wait;
    }

    synchronized void succeeded(String username, String address) {
        failures.remove(key(username, address));
    }

    /** An attempt that has begun told nothing about the password. */
    synchronized void withdraw(String username, String address) {
        failures.computeIfPresent(
                key(username, address),
                (key, known) -> known.count() == 1 ? null : new Failures(known.count() - 1, known.last()));
    }

    synchronized int remembered() {
        return failures.size();
    }

    private static Key key(String username, String address) {
        String name = username.toLowerCase(Locale.ROOT);
        return new Key(name.substring(0, Math.min(LONGEST_NAME, name.length())), address);
    }

    private record Key(String username, String address) {}

    private record Failures(int count, Instant last) {
        Instant nextAt() {
            Duration wait = Duration.ofSeconds(1L << Math.min(MAX_DOUBLINGS, Math.max(0, count - FREE)));
            return last.plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
        }

        boolean isForgotten(Instant now) {
            return last.plus(MEMORY).isBefore(now);
        }
    }

    private static final class Remembered extends LinkedHashMap<Key, Failures> {
        private static final long serialVersionUID = 1L;

        Remembered() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Failures> eldest) {
            return size() > CAPACITY;
        }
    }
}
