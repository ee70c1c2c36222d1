package org.supertransfer.phones;

/** What a test waited for did not happen in time. */
public final class NotSeenError extends AssertionError {
    private static final long serialVersionUID = 1;

    NotSeenError(String message) {
        super(message);
    }
}
