package org.supertransfer.sip.transport;

import java.time.Duration;

/**
 * How much of a node its TCP and TLS connections may take.
 *
 * @param connections how many others may open, all together
 * @param ofOne how many of those from one address
 * @param silent how many of one address that have said nothing whole yet
 * @param unsent how many messages may wait for one that takes none
 * @param patience how long one may say nothing at first, be in the middle of a message, or take nothing
 */
record StreamLimits(int connections, int ofOne, int silent, int unsent, Duration patience) {
    static StreamLimits standard() {
        return new StreamLimits(2_000, 500, 50, 1_000, Duration.ofSeconds(10));
    }
}
