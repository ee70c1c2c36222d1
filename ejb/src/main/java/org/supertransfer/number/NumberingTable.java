package org.supertransfer.number;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Our own table of a country's numbering plan; empty for a country that we have none for. */
final class NumberingTable {
    private final List<NumberSeries> series;

    private NumberingTable(Stream<String> lines) {
        series = lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(NumberSeries::of)
                .sorted(Comparator.comparingInt(
                                (NumberSeries each) -> each.prefix().length())
                        .reversed())
                .toList();
    }

    /** @param country ISO 3166 code */
    static NumberingTable of(String country) {
        String name = "numbering-" + country + ".txt";
        try (InputStream file = NumberingTable.class.getResourceAsStream(name)) {
            if (file == null) {
                return new NumberingTable(Stream.empty());
            }
            return new NumberingTable(new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8)).lines());
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** The series that this number belongs to, as dialled within the country; the longest match counts. */
    Optional<NumberSeries> seriesOf(String national) {
        return series.stream()
                .filter(each -> national.startsWith(each.prefix()))
                .findFirst()
                .filter(each -> each.has(national));
    }

    /** Whether any series begins like this number, however long it is. */
    boolean knows(String national) {
        return series.stream().anyMatch(each -> national.startsWith(each.prefix()));
    }
}
