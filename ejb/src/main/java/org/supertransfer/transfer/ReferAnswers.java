package org.supertransfer.transfer;

import org.jspecify.annotations.Nullable;
import org.supertransfer.problem.Refusal;

/**
 * What a phone is told: the SIP status of a refusal, and that of a transfer's outcome in the last NOTIFY. The table is in
 * {@code docs/refer.md}.
 */
final class ReferAnswers {
    private static final int OK = 200;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int TIMEOUT = 408;
    private static final int UNAVAILABLE = 480;
    private static final int BUSY = 486;
    private static final int TERMINATED = 487;
    private static final int NOT_ACCEPTABLE = 488;
    private static final int PENDING = 491;
    private static final int OVERLOAD = 503;
    private static final int DECLINE = 603;

    private ReferAnswers() {}

    /** Never one that would end the phone's own call (RFC 5057 section 5.1): 404 or 480 would. */
    static int statusOf(Refusal refusal) {
        return switch (refusal) {
            case NUMBER_NOT_ALLOWED, EMERGENCY_UNCONFIRMED, EMERGENCY_BLIND, FORBIDDEN, NOT_FOUND -> FORBIDDEN;
            case TRANSFER_LIVE, CALL_NOT_CONNECTED -> PENDING;
            case UNAVAILABLE -> OVERLOAD;
            case NUMBER_INVALID,
                    NUMBER_IS_QUEUE,
                    TARGET_UNKNOWN,
                    TARGET_IS_SELF,
                    TARGET_IS_TRANSFEREE,
                    TARGET_OFFLINE,
                    TRANSFER_LIMIT,
                    CONSULT_WITH_BLIND -> DECLINE;
            case MALFORMED,
                    NOT_LOGGED_IN,
                    WRONG_PASSWORD,
                    ID_USED,
                    STALE,
                    MOVE_REJECTED,
                    ALREADY_ON_CALL,
                    NO_PHONE,
                    INVALID,
                    IN_USE,
                    TOO_MANY -> DECLINE;
        };
    }

    /** How the call to the target came out, as the phone would have seen it had it been its own (RFC 3515 section 2.4.5). */
    static int statusOf(TransferState ending, @Nullable TransferReason reason) {
        if (ending == TransferState.COMPLETED || reason == null) {
            return OK;
        }
        return switch (reason) {
            case BUSY -> BUSY;
            case DECLINED -> DECLINE;
            case NOT_FOUND -> NOT_FOUND;
            case UNREACHABLE -> TIMEOUT;
            case NO_ANSWER, NO_AGENTS -> UNAVAILABLE;
            case TRUNK_REFUSED, RESTART -> OVERLOAD;
            case MEDIA_FAILED -> NOT_ACCEPTABLE;
            case TARGET_HUNG_UP, TRANSFEREE_HUNG_UP, CANCELLED, PULLED_BACK, SUPERVISOR_RETRIEVED -> TERMINATED;
        };
    }

    /** The reason phrase beside a status. */
    static String textOf(int status) {
        return switch (status) {
            case OK -> "OK";
            case NOT_FOUND -> "Not Found";
            case TIMEOUT -> "Request Timeout";
            case UNAVAILABLE -> "Temporarily Unavailable";
            case BUSY -> "Busy Here";
            case TERMINATED -> "Request Terminated";
            case NOT_ACCEPTABLE -> "Not Acceptable Here";
            case OVERLOAD -> "Service Unavailable";
            case DECLINE -> "Decline";
            default -> "Failed";
        };
    }
}
