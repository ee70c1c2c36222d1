package org.supertransfer.call;

/**
 * What a call waits for at most so long. A transfer has one deadline at a time, and starting one ends the other; outside a
 * transfer the queue's runs beside that of the agent's phone.
 */
public enum Deadline {
    /** One signalling operation of ours. */
    SIGNALLING,
    /** The answer of a transfer's target, or of whom an agent calls. */
    ANSWER,
    /** The transferor's answer when it is rung again. */
    RECALL,
    /** An agent's phone that a waiting caller is offered to. */
    RING,
    /** A caller's stay in a queue. */
    QUEUE
}
