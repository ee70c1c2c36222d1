package org.supertransfer.settings;

/** What becomes of a caller whose blind transfer failed; the lower-case name is the value of ST_BLIND_FALLBACK. */
public enum BlindFallback {
    QUEUE,
    RECALL,
    HANGUP
}
