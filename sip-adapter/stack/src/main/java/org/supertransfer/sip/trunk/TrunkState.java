package org.supertransfer.sip.trunk;

import java.lang.System.Logger.Level;
import org.supertransfer.sip.TrunkPeer;

/** What is known of one trunk; each change is one line. */
final class TrunkState {
    private static final System.Logger LOG = System.getLogger(TrunkState.class.getName());
    /** Whatever it asks for: a slip of a trunk must not take it out for a day. */
    private static final int LONGEST_REST_SECONDS = 300;

    private final TrunkPeer peer;
    private boolean silent;
    private long restUntil;

    TrunkState(TrunkPeer peer) {
        this.peer = peer;
    }

    TrunkPeer peer() {
        return peer;
    }

    synchronized boolean isWell(long now) {
        return !silent && now >= restUntil;
    }

    synchronized void rest(long now, int seconds) {
        int taken = Math.max(0, Math.min(seconds, LONGEST_REST_SECONDS));
        if (taken > 0) {
            LOG.log(Level.WARNING, "trunk {0} is overloaded: no new call for {1} s", peer.name(), taken);
            restUntil = now + taken * 1_000L;
        }
    }

    synchronized void answered() {
        if (silent) {
            silent = false;
            LOG.log(Level.INFO, "trunk {0} answers again", peer.name());
        }
    }

    synchronized void saidNothing() {
        if (!silent) {
            silent = true;
            LOG.log(Level.WARNING, "trunk {0} does not answer: it is skipped until it does", peer.name());
        }
    }
}
