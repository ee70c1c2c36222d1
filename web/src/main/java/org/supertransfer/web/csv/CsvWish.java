package org.supertransfer.web.csv;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.supertransfer.problem.Refusal;
import org.supertransfer.problem.Refused;

/** Whether an answer is wanted as CSV: {@code ?format=csv}, as a link says it, or {@code Accept: text/csv}. */
public class CsvWish {
    private static final MediaType CSV = MediaType.valueOf(Csv.TYPE);

    @QueryParam("format")
    @Nullable
    String format;

    @Context
    HttpHeaders headers;

    /** @throws Refused MALFORMED for a format that is neither csv nor json */
    public boolean isCsv() {
        if (format == null || format.isBlank()) {
            return isAccepted();
        }
        return switch (format) {
            case "csv" -> true;
            case "json" -> false;
            default -> throw new Refused(Refusal.MALFORMED, "format must be csv or json.");
        };
    }

    /** What is accepted first decides; whatever takes both gets JSON. */
    private boolean isAccepted() {
        for (MediaType each : headers.getAcceptableMediaTypes()) {
            if (each.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                return false;
            }
            if (each.isCompatible(CSV)) {
                return true;
            }
        }
        return false;
    }
}
