package org.supertransfer.transfer;

import org.jspecify.annotations.Nullable;

/**
 * A message for the transferor, as the rules decide it.
 *
 * @param reason under TRANSFER_FAILED and TARGET_NO_ANSWER; null under every other code
 */
record Notice(MessageCode code, @Nullable TransferReason reason) {
    static Notice of(MessageCode code) {
        return new Notice(code, null);
    }

    /** The message that this reason makes. */
    static Notice of(TransferReason reason) {
        boolean failure =
                reason.message() == MessageCode.TRANSFER_FAILED || reason.message() == MessageCode.TARGET_NO_ANSWER;
        return new Notice(reason.message(), failure ? reason : null);
    }
}
