package org.supertransfer.call;

/** The two parties of a call outside a transfer. */
enum CallParty {
    /** The one whose call it is: the agent, or whoever took its place by a transfer. */
    AGENT,
    /** The customer, or whom the agent called. */
    OTHER
}
