package org.supertransfer.billing;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.supertransfer.problem.FieldError;
import org.supertransfer.problem.Refused;

/** Comma-separated values (RFC 4180). */
final class Csv {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).setTrim(true).get();
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private Csv() {}

    /**
     * A line of a file.
     *
     * @param number where it begins, from 1
     */
    record Line(int number, List<String> fields) {}

    static String of(List<List<String>> lines) {
        StringWriter text = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
            printer.printRecords(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /**
     * Empty lines count and are left out; a mark of byte order at the beginning is forgiven.
     *
     * @throws Refused INVALID when the quotes are not in order
     */
    static List<Line> parse(String file) {
        String text = file.startsWith(BYTE_ORDER_MARK) ? file.substring(1) : file;
        Lines numbers = new Lines(text);
        List<Line> lines = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(text, FORMAT)) {
            for (CSVRecord each : parser) {
                lines.add(new Line(numbers.at(each.getCharacterPosition()), each.toList()));
            }
        } catch (IOException | UncheckedIOException e) {
            int begins = lines.isEmpty() ? 1 : lines.get(lines.size() - 1).number() + 1;
            throw Refused.invalid(List.of(new FieldError(
                    "line " + begins,
                    "format",
                    "From here on the quotes are not in order: each is closed and doubled.")));
        }
        return lines;
    }

    /** Counts the lines of a text, on from where it was asked before. */
    private static final class Lines {
        private final String text;
        private int read;
        private int number = 1;

        Lines(String text) {
            this.text = text;
        }

        /** @param position of a record, before the empty lines in front of it */
        int at(long position) {
            for (; read < position || isBreak(); read++) {
                number += text.charAt(read) == '\n' ? 1 : 0;
            }
            return number;
        }

        private boolean isBreak() {
            return read < text.length() && (text.charAt(read) == '\n' || text.charAt(read) == '\r');
        }
    }
}
