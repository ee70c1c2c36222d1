package org.supertransfer.phones;

/** The stack could not be built or refused to send; a broken test bench, never a party's answer. */
public final class WireException extends RuntimeException {
    private static final long serialVersionUID = 1;

    WireException(String message, Throwable cause) {
        super(message, cause);
    }
}
