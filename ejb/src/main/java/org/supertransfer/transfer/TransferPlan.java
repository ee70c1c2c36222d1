package org.supertransfer.transfer;

/**
 * What is settled when a transfer begins.
 *
 * @param consult the transferor talks to the target first; never with BLIND
 * @param targetInbound the target is an inbound number, whose queue stands in for it
 */
record TransferPlan(TransferMethod method, boolean consult, boolean targetInbound, Fallback fallback) {
    TransferPlan {
        if (consult && method == TransferMethod.BLIND) {
            throw new IllegalArgumentException("a blind transfer has no consultation");
        }
    }

    boolean isAttended() {
        return method == TransferMethod.ATTENDED;
    }
}
