package org.supertransfer.transfer;

/** Where a transfer is. The last five are endings. */
public enum TransferState {
    HOLDING,
    DIALING,
    RINGING,
    UNATTENDED,
    CONSULTING,
    ASIDE,
    CONNECTING,
    RETRIEVING,
    RECALLING,
    COMPLETED,
    RETURNED,
    ABANDONED,
    FELL_BACK,
    FAILED;

    public boolean isEnding() {
        return ordinal() >= COMPLETED.ordinal();
    }
}
