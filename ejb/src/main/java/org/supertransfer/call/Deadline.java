package org.supertransfer.call;

/** What a call waits for at most so long. A call has one deadline at a time; starting one ends the other. */
public enum Deadline {
    /** One signalling operation of ours. */
    SIGNALLING,
    /** The transfer target's answer. */
    ANSWER,
    /** The transferor's answer when it is rung again. */
    RECALL,
    /** An agent's phone that a waiting caller is offered to. */
    RING,
    /** A caller's stay in a queue. */
    QUEUE
}
