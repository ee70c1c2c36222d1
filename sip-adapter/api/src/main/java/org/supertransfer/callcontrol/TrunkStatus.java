package org.supertransfer.callcontrol;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a trunk is.
 *
 * @param address as the settings give it: host, port and transport
 * @param since when it became so, null while nothing is known of it
 * @param registered whether we are registered there now; false also when we need not be
 */
public record TrunkStatus(String address, State state, @Nullable Instant since, boolean registered) {
    /** Whether calls go there. */
    public enum State {
        UP,
        /** It answers no question, or has asked for a rest; it is tried when no other is well. */
        DOWN,
        /** Nobody has asked it, and it has said nothing. */
        UNKNOWN
    }
}
