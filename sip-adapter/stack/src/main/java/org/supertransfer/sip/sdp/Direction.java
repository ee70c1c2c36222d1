package org.supertransfer.sip.sdp;

import java.util.Locale;
import java.util.Optional;

/** Which way media flows, seen from who wrote the description (RFC 3264 section 5.1). */
public enum Direction {
    SENDRECV(true, true),
    SENDONLY(true, false),
    RECVONLY(false, true),
    INACTIVE(false, false);

    private final boolean sends;
    private final boolean receives;

    Direction(boolean sends, boolean receives) {
        this.sends = sends;
        this.receives = receives;
    }

    /** The widest direction an answer may have to an offer with this one (RFC 3264 section 6.1). */
    public Direction reversed() {
        return of(receives, sends);
    }

    /** This direction as far as the other allows it. */
    public Direction within(Direction other) {
        return of(sends && other.sends, receives && other.receives);
    }

    /** Whether the writer does not want to hear the other side: the sign of a hold (RFC 3264 section 8.4). */
    public boolean holds() {
        return !receives;
    }

    /** The attribute's text, for instance {@code a=sendonly}. */
    public String line() {
        return "a=" + name().toLowerCase(Locale.ROOT);
    }

    static Optional<Direction> ofLine(String line) {
        return switch (line) {
            case "a=sendrecv" -> Optional.of(SENDRECV);
            case "a=sendonly" -> Optional.of(SENDONLY);
            case "a=recvonly" -> Optional.of(RECVONLY);
            case "a=inactive" -> Optional.of(INACTIVE);
            default -> Optional.empty();
        };
    }

    private static Direction of(boolean sends, boolean receives) {
        if (sends) {
            return receives ? SENDRECV : SENDONLY;
        }
        return receives ? RECVONLY : INACTIVE;
    }
}
