package org.supertransfer.web.csv;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;

/**
 * A table as CSV (RFC 4180): a header of stable names, lines that end with CR LF, UTF-8 with a byte order mark, by which
 * Excel knows it. A text that a spreadsheet would take for a formula gets an apostrophe in front.
 */
public final class Csv {
    /** The media type to offer. */
    public static final String TYPE = "text/csv";

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String FORMULA = "=+-@\t\r\n";

    private final StringBuilder text = new StringBuilder(BYTE_ORDER_MARK);

    private Csv() {}

    public static Csv of(String... header) {
        return new Csv().row((Object[]) header);
    }

    /** @param fields null is an empty field; a time is written in UTC to the millisecond */
    public Csv row(@Nullable Object... fields) {
        try {
            CSVFormat.RFC4180.printRecord(
                    text, Arrays.stream(fields).map(Csv::field).toArray());
        } catch (IOException e) {
            throw new UncheckedIOException("a StringBuilder takes everything", e);
        }
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** @param name of the file that a browser makes of it, without the ending */
    public Response download(String name) {
        return download(name, text.toString());
    }

    /** A file that is written already, to be read again by whoever wrote it: nothing is changed in it. */
    public static Response download(String name, String file) {
        return Response.ok(file.getBytes(StandardCharsets.UTF_8), TYPE + ";charset=utf-8;header=present")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"")
                .build();
    }

    private static @Nullable Object field(@Nullable Object value) {
        if (value instanceof Instant at) {
            return at.truncatedTo(ChronoUnit.MILLIS);
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value instanceof String words ? harmless(words) : value;
    }

    private static String harmless(String words) {
        return !words.isEmpty() && FORMULA.indexOf(words.charAt(0)) >= 0 ? "'" + words : words;
    }
}
