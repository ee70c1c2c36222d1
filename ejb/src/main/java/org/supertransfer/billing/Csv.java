package org.supertransfer.billing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Comma-separated values (RFC 4180): CRLF between lines, quotes doubled inside quotes. */
final class Csv {
    private static final String LINE_END = "\r\n";

    private Csv() {}

    /**
     * A line of a file.
     *
     * @param number where it begins, from 1
     */
    record Line(int number, List<String> fields) {}

    static String of(List<List<String>> lines) {
        return lines.stream()
                .map(fields -> fields.stream().map(Csv::quoted).collect(Collectors.joining(",")) + LINE_END)
                .collect(Collectors.joining());
    }

    private static String quoted(String field) {
        return field.matches("(?s).*[\",\r\n;].*") ? '"' + field.replace("\"", "\"\"") + '"' : field;
    }

    /** Empty lines count and are left out; a mark of byte order at the beginning is forgiven. */
    static List<Line> parse(String text) {
        return new Parser(text.startsWith("\uFEFF") ? text.substring(1) : text).lines();
    }

    private static final class Parser {
        private final String text;
        private final List<Line> lines = new ArrayList<>();
        private List<String> fields = new ArrayList<>();
        private final StringBuilder field = new StringBuilder();
        private int line = 1;
        private int began = 1;

        Parser(String text) {
            this.text = text;
        }

        List<Line> lines() {
            boolean quoted = false;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                line += c == '\n' ? 1 : 0;
                boolean doubled = quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"';
                if (doubled) {
                    field.append(c);
                    i++;
                } else if (c == '"') {
                    quoted = !quoted;
                } else if (quoted) {
                    field.append(c);
                } else {
                    plain(c);
                }
            }
            endLine();
            return lines;
        }

        private void plain(char c) {
            switch (c) {
                case ',' -> endField();
                case '\n' -> endLine();
                case '\r' -> {
                    // belongs to the end of the line
                }
                default -> field.append(c);
            }
        }

        private void endField() {
            fields.add(field.toString().strip());
            field.setLength(0);
        }

        private void endLine() {
            endField();
            if (!fields.equals(List.of(""))) {
                lines.add(new Line(began, List.copyOf(fields)));
            }
            fields = new ArrayList<>();
            began = line;
        }
    }
}
