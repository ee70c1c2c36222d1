package org.supertransfer.problem;

import java.util.Locale;

/** Why a request is refused: the stable codes of the REST contract. */
public enum Refusal {
    MALFORMED,
    NOT_LOGGED_IN,
    WRONG_PASSWORD,
    FORBIDDEN,
    NOT_FOUND,
    ID_USED,
    STALE,
    MOVE_REJECTED,
    CALL_NOT_CONNECTED,
    TRANSFER_LIVE,
    TRANSFER_LIMIT,
    ALREADY_ON_CALL,
    NO_PHONE,
    NUMBER_INVALID,
    NUMBER_NOT_ALLOWED,
    NUMBER_IS_QUEUE,
    EMERGENCY_UNCONFIRMED,
    EMERGENCY_BLIND,
    TARGET_UNKNOWN,
    TARGET_IS_SELF,
    TARGET_IS_TRANSFEREE,
    TARGET_OFFLINE,
    CONSULT_WITH_BLIND,
    /** What an admin sent cannot be kept; {@link Refused#errors} says why, field by field. */
    INVALID,
    IN_USE,
    TOO_MANY,
    UNAVAILABLE;

    /** The code as clients see it, for example {@code target-is-self}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
