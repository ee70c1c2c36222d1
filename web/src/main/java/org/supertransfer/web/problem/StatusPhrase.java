package org.supertransfer.web.problem;

import jakarta.ws.rs.core.Response;

/** The status in words: with no {@code type} of its own, a problem's title is the status phrase (RFC 9457 section 4.2.1). */
final class StatusPhrase {
    private static final int UNPROCESSABLE = 422;

    private StatusPhrase() {}

    static String of(int status) {
        if (status == UNPROCESSABLE) {
            return "Unprocessable Content";
        }
        Response.Status known = Response.Status.fromStatusCode(status);
        return known == null ? "Error" : known.getReasonPhrase();
    }
}
