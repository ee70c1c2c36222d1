package org.supertransfer.web.live;

import java.util.Locale;

/** The kinds of frames; docs/asyncapi.yaml describes each. */
enum FrameType {
    SNAPSHOT,
    CALL,
    TRANSFER,
    MESSAGE,
    PRESENCE,
    /** For supervisors alone. */
    BOARD,
    /** Nothing has happened and the line is there: a page's scripts do not see pings. */
    ALIVE;

    /** The frame's {@code type}. */
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
