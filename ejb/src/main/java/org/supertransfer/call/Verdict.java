package org.supertransfer.call;

/** What rules made of a stimulus. */
public enum Verdict {
    /** Something changed: store it, then run the effects. */
    MOVED,
    /** It came too late or changes nothing. */
    IGNORED,
    /** Somebody asked for what cannot be done now; answered with the state, 409. */
    REJECTED,
    /** It cannot come in this state: nothing is done, whoever sent it has a fault worth a log line. */
    IMPOSSIBLE
}
