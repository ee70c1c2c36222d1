package org.supertransfer.transfer;

/** How a call is transferred (RFC 5589). */
public enum TransferMethod {
    BLIND,
    ATTENDED
}
