package org.supertransfer.server;

/** The server did not become ready; the message is its own line that says why. */
public final class ServerFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ServerFailed(String line) {
        super(line);
    }

    /** The line that says why. */
    public String line() {
        return String.valueOf(getMessage());
    }
}
