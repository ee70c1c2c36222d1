package org.supertransfer.callcontrol;

/** What an unanswered caller is told. */
public enum RingTone {
    /** Somebody's phone rings: 180. */
    RINGING,
    /** Waiting in a queue: 180 first, because on 182 alone many gateways stay silent, then 182 kept alive. */
    QUEUED
}
