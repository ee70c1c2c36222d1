package org.supertransfer.web.problem;

import static java.lang.System.Logger.Level.ERROR;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something nobody foresaw: logged once, under an id that the client is given. */
public final class Incident {
    private static final System.Logger LOG = System.getLogger(Incident.class.getName());

    private Incident() {}

    /** @param error null when the container kept it to itself */
    public static Problem report(@Nullable Throwable error) {
        String id = UUID.randomUUID().toString();
        LOG.log(ERROR, "incident=" + id + " a request failed", error);
        return Problem.of(EdgeRefusal.INTERNAL_ERROR, "The server failed; its log tells more under this incident.")
                .with(Map.of("incident", id));
    }
}
