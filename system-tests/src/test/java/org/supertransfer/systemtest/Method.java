package org.supertransfer.systemtest;

/** The ways to transfer a call. */
public enum Method {
    BLIND,
    /** Handed over on answer. */
    ATTENDED,
    /** Attended, the transferor talks to the target first. */
    CONSULT
}
