package org.supertransfer.report;

import java.time.Instant;
import java.time.ZoneId;

/**
 * Which transfers a report counts, and by what it sorts them.
 *
 * @param from started at or after
 * @param to started before
 * @param zone whose hours, for {@link By#HOUR}
 */
public record SuccessQuery(Instant from, Instant to, By by, ZoneId zone) {
    /** What one line of the report stands for. */
    public enum By {
        TARGET,
        METHOD,
        /** The hour of the day in which the transfer began. */
        HOUR
    }
}
