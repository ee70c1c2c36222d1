package org.supertransfer.transfer;

/** The admin's choice for a transferee whose transfer failed and whose transferor is gone. */
enum Fallback {
    /** To the queue, else the transferor is rung again, else the call ends. */
    QUEUE,
    /** The transferor is rung again, else to the queue, else the call ends. */
    RECALL,
    /** The call ends. */
    HANGUP
}
