package org.supertransfer.sip.trunk;

import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import org.supertransfer.callcontrol.TrunkStatus;
import org.supertransfer.sip.TrunkPeer;

/** What is known of one trunk; each change is one line. */
final class TrunkState {
    private static final System.Logger LOG = System.getLogger(TrunkState.class.getName());
    /** Whatever it asks for: a slip of a trunk must not take it out for a day. */
    private static final int LONGEST_REST_SECONDS = 300;

    private final TrunkPeer peer;
    private final Clock clock;
    private boolean known;
    private boolean silent;
    private long since;
    private long restUntil;

    TrunkState(TrunkPeer peer, Clock clock) {
        this.peer = peer;
        this.clock = clock;
    }

    TrunkPeer peer() {
        return peer;
    }

    synchronized TrunkStatus status(boolean registered) {
        long now = clock.millis();
        TrunkStatus.State state = known ? TrunkStatus.State.UP : TrunkStatus.State.UNKNOWN;
        boolean rested = restUntil > since && now >= restUntil;
        return new TrunkStatus(
                peer.name(),
                isWell(now) ? state : TrunkStatus.State.DOWN,
                known ? Instant.ofEpochMilli(rested ? restUntil : since) : null,
                registered);
    }

    synchronized boolean isWell(long now) {
        return !silent && now >= restUntil;
    }

    synchronized void rest(long now, int seconds) {
        int taken = Math.max(0, Math.min(seconds, LONGEST_REST_SECONDS));
        if (taken > 0) {
            LOG.log(Level.WARNING, "trunk {0} is overloaded: no new call for {1} s", peer.name(), taken);
            restUntil = now + taken * 1_000L;
            known = true;
            since = now;
        }
    }

    synchronized void answered() {
        if (silent) {
            silent = false;
            since = clock.millis();
            LOG.log(Level.INFO, "trunk {0} answers again", peer.name());
        }
        heard();
    }

    /** It said something, whatever it was. */
    synchronized void heard() {
        if (!known) {
            known = true;
            since = clock.millis();
        }
    }

    synchronized void saidNothing() {
        if (!silent) {
            silent = true;
            known = true;
            since = clock.millis();
            LOG.log(Level.WARNING, "trunk {0} does not answer: it is skipped until it does", peer.name());
        }
    }
}
