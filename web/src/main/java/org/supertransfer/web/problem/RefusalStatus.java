package org.supertransfer.web.problem;

import org.supertransfer.problem.Refusal;

/** The HTTP status of each refusal, as the contract has it. */
final class RefusalStatus {
    private RefusalStatus() {}

    static int of(Refusal refusal) {
        return switch (refusal) {
            case MALFORMED -> 400;
            case NOT_LOGGED_IN, WRONG_PASSWORD -> 401;
            case FORBIDDEN, NUMBER_NOT_ALLOWED, EMERGENCY_UNCONFIRMED, EMERGENCY_BLIND -> 403;
            case NOT_FOUND -> 404;
            case STALE,
                    MOVE_REJECTED,
                    CALL_NOT_CONNECTED,
                    TRANSFER_LIVE,
                    TRANSFER_LIMIT,
                    ALREADY_ON_CALL,
                    NO_PHONE,
                    TARGET_OFFLINE,
                    IN_USE -> 409;
            case ID_USED,
                    NUMBER_INVALID,
                    NUMBER_IS_QUEUE,
                    TARGET_UNKNOWN,
                    TARGET_IS_SELF,
                    TARGET_IS_TRANSFEREE,
                    CONSULT_WITH_BLIND,
                    INVALID,
                    TOO_MANY -> 422;
            case UNAVAILABLE -> 503;
        };
    }
}
