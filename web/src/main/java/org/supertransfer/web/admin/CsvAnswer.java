package org.supertransfer.web.admin;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** A table as a file for spreadsheets (RFC 4180). */
final class CsvAnswer {
    static final String TYPE = "text/csv";

    private CsvAnswer() {}

    /** Whether {@code ?format=csv} or Accept asks for it; who accepts anything gets JSON. */
    static boolean isWanted(HttpHeaders headers, UriInfo address) {
        String format = address.getQueryParameters().getFirst("format");
        MediaType first = headers.getAcceptableMediaTypes().get(0);
        return "csv".equals(format) || format == null && first.toString().startsWith(TYPE);
    }

    static Response of(String name, String csv) {
        return Response.ok(csv, TYPE + ";charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }
}
