package org.supertransfer.number;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A series of the national numbering plan.
 *
 * @param prefix as dialled within the country
 * @param fewest digits of a whole number, prefix included
 * @param most digits of a whole number, prefix included
 * @param price euros a minute, null when unknown
 */
record NumberSeries(String prefix, NumberClass numberClass, int fewest, int most, @Nullable BigDecimal price) {
    /**
     * @param line prefix, class, fewest, most, price or -, what it is
     * @throws IllegalArgumentException when the line is none
     */
    static NumberSeries of(String line) {
        String[] columns = line.strip().split("\\s+", 6);
        if (columns.length < 5) {
            throw new IllegalArgumentException("no series: " + line);
        }
        return new NumberSeries(
                columns[0],
                NumberClass.valueOf(columns[1]),
                Integer.parseInt(columns[2]),
                Integer.parseInt(columns[3]),
                "-".equals(columns[4]) ? null : new BigDecimal(columns[4]));
    }

    boolean has(String national) {
        return national.startsWith(prefix) && national.length() >= fewest && national.length() <= most;
    }

    /** For reading: the series, then groups of three, for example {@code 0300 123 123}. */
    String display(String national) {
        StringBuilder spaced = new StringBuilder(prefix);
        String rest = national.substring(prefix.length());
        for (int from = 0; from < rest.length(); ) {
            int left = rest.length() - from;
            int take = left == 4 || left < 3 ? left : 3;
            spaced.append(' ').append(rest, from, from + take);
            from += take;
        }
        return spaced.toString();
    }
}
