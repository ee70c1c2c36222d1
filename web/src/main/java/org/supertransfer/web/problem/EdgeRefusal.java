package org.supertransfer.web.problem;

import java.util.Locale;

/** Why a request is refused before it reaches a service. */
public enum EdgeRefusal {
    FOREIGN_ORIGIN(403),
    HEADER_MISSING(403),
    /** Logged in, and nobody here: no agent has this name, or no role of ours. */
    NOT_ADMITTED(403),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    /** Where a provider has the passwords. */
    LOG_IN_ELSEWHERE(409),
    TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    TOO_MANY_ATTEMPTS(429),
    /** Any other 4xx of the container. */
    REQUEST_REFUSED(400),
    INTERNAL_ERROR(500);

    private final int status;

    EdgeRefusal(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    /** The code as clients see it, for example {@code foreign-origin}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
