package org.supertransfer.transfer;

/** What the transferor is told; the page has the words. */
public enum MessageCode {
    TRANSFER_STARTED,
    TARGET_RINGING,
    TARGET_ANSWERED,
    TRANSFER_SUCCEEDED,
    TARGET_NO_ANSWER,
    TRANSFER_FAILED,
    RECONNECTING,
    RETURNED,
    TRANSFEREE_HUNG_UP,
    CANCELLED,
    FELL_BACK
}
