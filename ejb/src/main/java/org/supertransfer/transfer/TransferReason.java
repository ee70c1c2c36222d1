package org.supertransfer.transfer;

import java.util.Locale;
import org.supertransfer.callcontrol.EndCause;

/** Why a transfer did not end as it was meant. */
enum TransferReason {
    BUSY(MessageCode.TRANSFER_FAILED, EndCause.Kind.BUSY),
    DECLINED(MessageCode.TRANSFER_FAILED, EndCause.Kind.DECLINED),
    NOT_FOUND(MessageCode.TRANSFER_FAILED, EndCause.Kind.NOT_FOUND),
    /** No response at all, or none that says more. */
    UNREACHABLE(MessageCode.TRANSFER_FAILED, EndCause.Kind.UNREACHABLE),
    NO_ANSWER(MessageCode.TARGET_NO_ANSWER, EndCause.Kind.NO_ANSWER),
    TRUNK_REFUSED(MessageCode.TRANSFER_FAILED, EndCause.Kind.REFUSED),
    /** A join or a hold could not be done. */
    MEDIA_FAILED(MessageCode.TRANSFER_FAILED, EndCause.Kind.MEDIA),
    NO_AGENTS(MessageCode.TRANSFER_FAILED, EndCause.Kind.NO_ANSWER),
    /** The target answered and hung up before the transfer was complete. */
    TARGET_HUNG_UP(MessageCode.TRANSFER_FAILED, EndCause.Kind.NORMAL),
    TRANSFEREE_HUNG_UP(MessageCode.TRANSFEREE_HUNG_UP, EndCause.Kind.NORMAL),
    /** The transferor took the call back. */
    CANCELLED(MessageCode.CANCELLED, EndCause.Kind.NORMAL),
    /** The transferor, already gone, took the call back. */
    PULLED_BACK(MessageCode.CANCELLED, EndCause.Kind.NORMAL),
    /** A supervisor took the call back. */
    SUPERVISOR_RETRIEVED(MessageCode.CANCELLED, EndCause.Kind.NORMAL),
    /** The server stopped or crashed meanwhile. */
    RESTART(MessageCode.TRANSFER_FAILED, EndCause.Kind.SHUTDOWN);

    private final MessageCode message;
    private final EndCause.Kind cause;

    TransferReason(MessageCode message, EndCause.Kind cause) {
        this.message = message;
        this.cause = cause;
    }

    /** The code as clients and the database see it, for example {@code no-answer}. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException when no reason has this code */
    static TransferReason ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** What the transferor of an attended transfer is told. */
    MessageCode message() {
        return message;
    }

    /** What a transferee hears whose call ends because of this. */
    EndCause.Kind cause() {
        return cause;
    }
}
