package org.supertransfer.web.csv;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.stream.Collectors;
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
        text.append(Arrays.stream(fields).map(Csv::field).collect(Collectors.joining(",")))
                .append("\r\n");
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** @param name of the file that a browser makes of it, without the ending */
    public Response download(String name) {
        return Response.ok(text.toString().getBytes(StandardCharsets.UTF_8), TYPE + ";charset=utf-8;header=present")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"")
                .build();
    }

    private static String field(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Instant at) {
            return at.truncatedTo(ChronoUnit.MILLIS).toString();
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value instanceof String words ? quoted(harmless(words)) : quoted(value.toString());
    }

    private static String harmless(String words) {
        return !words.isEmpty() && FORMULA.indexOf(words.charAt(0)) >= 0 ? "'" + words : words;
    }

    private static String quoted(String words) {
        boolean plain = words.chars().noneMatch(each -> each == ',' || each == '"' || each == '\r' || each == '\n');
        return plain && words.strip().equals(words) ? words : '"' + words.replace("\"", "\"\"") + '"';
    }
}
