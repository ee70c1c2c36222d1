package org.supertransfer.web.transfer;

import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.supertransfer.problem.Refusal;
import org.supertransfer.problem.Refused;
import org.supertransfer.transfer.HistoryQuery;
import org.supertransfer.transfer.TransferState;

/** The filters of the history, as they come in the query. An empty one counts as absent. */
public class HistoryParams {
    private static final int LONGEST = 100;
    private static final int LAST_PAGE = 1_000_000;

    @QueryParam("from")
    @Nullable
    String from;

    @QueryParam("to")
    @Nullable
    String to;

    @QueryParam("agent")
    @Nullable
    String agent;

    @QueryParam("outcome")
    @Nullable
    String outcome;

    @QueryParam("target")
    @Nullable
    String target;

    @QueryParam("page")
    @Nullable
    String page;

    /** @throws Refused MALFORMED */
    HistoryQuery query() {
        Instant since = instant("from", from);
        Instant until = instant("to", to);
        if (since != null && until != null && until.isBefore(since)) {
            throw malformed("to must not be before from.");
        }
        return new HistoryQuery(
                since, until, text("agent", agent), outcome(outcome), text("target", target), pageNumber(page));
    }

    private static @Nullable Instant instant(String name, @Nullable String value) {
        if (isAbsent(value)) {
            return null;
        }
        try {
            return OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException e) {
            throw malformed(name + " must be a time like 2026-11-22T10:00:00Z (a + in it is written %2B).");
        }
    }

    private static @Nullable TransferState outcome(@Nullable String value) {
        return isAbsent(value)
                ? null
                : Arrays.stream(TransferState.values())
                        .filter(TransferState::isEnding)
                        .filter(ending -> ending.name().equals(value))
                        .findFirst()
                        .orElseThrow(() ->
                                malformed("outcome must be one of COMPLETED, RETURNED, ABANDONED, FELL_BACK, FAILED."));
    }

    private static @Nullable String text(String name, @Nullable String value) {
        if (value != null && value.length() > LONGEST) {
            throw malformed(name + " must be at most " + LONGEST + " characters long.");
        }
        return isAbsent(value) ? null : value;
    }

    private static int pageNumber(@Nullable String value) {
        try {
            int number = isAbsent(value) ? 0 : Integer.parseInt(value);
            if (number >= 0 && number <= LAST_PAGE) {
                return number;
            }
        } catch (NumberFormatException e) {
            // refused below
        }
        throw malformed("page must be a whole number from 0 to " + LAST_PAGE + ".");
    }

    private static boolean isAbsent(@Nullable String value) {
        return value == null || value.isBlank();
    }

    private static Refused malformed(String detail) {
        return new Refused(Refusal.MALFORMED, detail);
    }
}
