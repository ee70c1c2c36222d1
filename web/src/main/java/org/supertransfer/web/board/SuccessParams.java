package org.supertransfer.web.board;

import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supertransfer.problem.Refusal;
import org.supertransfer.problem.Refused;
import org.supertransfer.report.SuccessQuery;

/** The period and the order of a report, as they come in the query. */
public class SuccessParams {
    /** A year and the day that its time zones add. */
    private static final Duration LONGEST = Duration.ofDays(367);

    @QueryParam("from")
    @Nullable
    String from;

    @QueryParam("to")
    @Nullable
    String to;

    @QueryParam("by")
    @Nullable
    String by;

    @QueryParam("zone")
    @Nullable
    String zone;

    /** @throws Refused MALFORMED */
    SuccessQuery query() {
        Instant since = instant("from", from);
        Instant until = instant("to", to);
        if (!until.isAfter(since) || Duration.between(since, until).compareTo(LONGEST) > 0) {
            throw malformed("to must be after from, and at most 367 days after it.");
        }
        return new SuccessQuery(since, until, order(), zone());
    }

    private static Instant instant(String name, @Nullable String value) {
        try {
            return OffsetDateTime.parse(value == null ? "" : value).toInstant();
        } catch (DateTimeException e) {
            throw malformed(name + " must be a time like 2026-11-22T10:00:00Z (a + in it is written %2B).");
        }
    }

    private SuccessQuery.By order() {
        return Stream.of(SuccessQuery.By.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(by))
                .findFirst()
                .orElseThrow(() -> malformed("by must be one of target, method, hour."));
    }

    private ZoneId zone() {
        try {
            return zone == null || zone.isBlank() ? ZoneId.systemDefault() : ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw malformed("zone must be a time zone like Europe/Helsinki.");
        }
    }

    private static Refused malformed(String detail) {
        return new Refused(Refusal.MALFORMED, detail);
    }
}
