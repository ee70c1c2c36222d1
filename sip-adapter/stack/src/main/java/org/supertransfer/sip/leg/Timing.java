package org.supertransfer.sip.leg;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/**
 * How long the legs wait.
 *
 * @param t1 RFC 3261's estimate of a round trip
 * @param t2 the longest pause between two sendings of a 2xx
 * @param ackDelay how long a dialled party's 200 waits for the join
 * @param operation within this every hold and join has reported
 * @param silence how long a join's second party may say nothing
 * @param trunkSilence how long a trunk may say nothing before the next is tried
 * @param keepAlive the pause between provisional responses to a waiting caller (RFC 3261 section 13.3.1.1: a minute)
 * @param refresh the pause between refreshes of a leg
 * @param refreshHeld the same while the party is held
 * @param session the session interval that we ask for (RFC 4028 section 4)
 * @param leastSession the shortest one that we agree to
 * @param random chooses the pauses that two sides must not choose alike; used from any thread
 */
public record Timing(
        Duration t1,
        Duration t2,
        Duration ackDelay,
        Duration operation,
        Duration silence,
        Duration trunkSilence,
        Duration keepAlive,
        Duration refresh,
        Duration refreshHeld,
        Duration session,
        Duration leastSession,
        RandomGenerator random) {
    /** The times of real use. */
    public static Timing standard() {
        return new Timing(
                Duration.ofMillis(500),
                Duration.ofSeconds(4),
                Duration.ofSeconds(2),
                Duration.ofSeconds(12),
                Duration.ofSeconds(4),
                Duration.ofSeconds(4),
                Duration.ofSeconds(55),
                Duration.ofSeconds(300),
                Duration.ofSeconds(60),
                Duration.ofSeconds(1800),
                Duration.ofSeconds(90),
                () -> ThreadLocalRandom.current().nextLong());
    }

    /** These times with another estimate of a round trip. */
    public Timing withT1(Duration shorter) {
        return with(shorter, new Pauses(keepAlive, refresh, refreshHeld), new Session(session, leastSession), random);
    }

    /** These times with other refreshes. */
    public Timing withRefresh(Duration up, Duration held) {
        return with(t1, new Pauses(keepAlive, up, held), new Session(session, leastSession), random);
    }

    /** These times with another pause between provisional responses. */
    public Timing withKeepAlive(Duration pause) {
        return with(t1, new Pauses(pause, refresh, refreshHeld), new Session(session, leastSession), random);
    }

    /** These times with other session intervals. */
    public Timing withSession(Duration interval, Duration least) {
        return with(t1, new Pauses(keepAlive, refresh, refreshHeld), new Session(interval, least), random);
    }

    /** These times with another source of chance. */
    public Timing withRandom(RandomGenerator source) {
        return with(t1, new Pauses(keepAlive, refresh, refreshHeld), new Session(session, leastSession), source);
    }

    private record Pauses(Duration alive, Duration up, Duration held) {}

    private record Session(Duration interval, Duration least) {}

    private Timing with(Duration roundTrip, Pauses pauses, Session sessions, RandomGenerator source) {
        return new Timing(
                roundTrip,
                t2,
                ackDelay,
                operation,
                silence,
                trunkSilence,
                pauses.alive,
                pauses.up,
                pauses.held,
                sessions.interval,
                sessions.least,
                source);
    }

    /** Timers B, F and H: when a transaction is given up. */
    Duration transaction() {
        return t1.multipliedBy(64);
    }
}
