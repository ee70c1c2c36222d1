package org.supertransfer.phones;

import java.util.Locale;

/** Which way media flows, as the side that says it sees it (RFC 3264 section 5.1). */
public enum Direction {
    SENDRECV,
    SENDONLY,
    RECVONLY,
    INACTIVE;

    public boolean sends() {
        return this == SENDRECV || this == SENDONLY;
    }

    public boolean receives() {
        return this == SENDRECV || this == RECVONLY;
    }

    /** The same flow as the other side sees it. */
    Direction reversed() {
        return of(receives(), sends());
    }

    /** What both of two wishes allow. */
    Direction and(Direction other) {
        return of(sends() && other.sends(), receives() && other.receives());
    }

    /** The value as an SDP attribute's name. */
    String attribute() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Direction of(boolean sends, boolean receives) {
        if (sends) {
            return receives ? SENDRECV : SENDONLY;
        }
        return receives ? RECVONLY : INACTIVE;
    }
}
