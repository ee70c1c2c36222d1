package org.supertransfer.billing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.supertransfer.problem.FieldError;
import org.supertransfer.problem.Findings;
import org.supertransfer.problem.Refused;

/** The tariffs as a CSV file: a header and a line for each, prices with a decimal point. */
final class TariffFile {
    private static final List<String> HEADER = List.of("prefix", "name", "pricePerMinute", "pricePerCall");

    private TariffFile() {}

    static String write(List<TariffCard> cards) {
        List<List<String>> lines = new ArrayList<>(List.of(HEADER));
        cards.forEach(card -> lines.add(List.of(
                card.prefix(),
                card.name(),
                card.pricePerMinute().toPlainString(),
                card.pricePerCall().toPlainString())));
        return Csv.of(lines);
    }

    /**
     * By prefix.
     *
     * @throws Refused INVALID, with the number of every bad line
     */
    static Map<String, TariffCard> read(String text) {
        List<Csv.Line> lines = Csv.parse(text);
        Findings findings = new Findings();
        Map<String, TariffCard> cards = new TreeMap<>();
        findings.check(
                !lines.isEmpty() && lines.get(0).fields().equals(HEADER),
                "line 1",
                "header",
                "The first line is " + String.join(",", HEADER) + ".");
        findings.refuse();
        for (Csv.Line line : lines.subList(1, lines.size())) {
            card(findings, line).ifPresent(card -> {
                TariffCard before = cards.putIfAbsent(card.prefix(), card);
                findings.check(before == null, place(line), "taken", card.prefix() + " is there already.");
            });
        }
        findings.refuse();
        return cards;
    }

    private static Optional<TariffCard> card(Findings findings, Csv.Line line) {
        List<String> fields = line.fields();
        if (fields.size() != HEADER.size()) {
            findings.check(false, place(line), "columns", "Four columns are wanted, not " + fields.size() + ".");
            return Optional.empty();
        }
        Optional<BigDecimal> perMinute = price(findings, line, 2);
        Optional<BigDecimal> perCall = price(findings, line, 3);
        if (perMinute.isEmpty() || perCall.isEmpty()) {
            return Optional.empty();
        }
        TariffCard card = new TariffCard(fields.get(0), fields.get(1), perMinute.get(), perCall.get(), 0);
        return fits(findings, line, card) ? Optional.of(card) : Optional.empty();
    }

    private static Optional<BigDecimal> price(Findings findings, Csv.Line line, int column) {
        String text = line.fields().get(column);
        boolean well = text.matches("[0-9]{1,8}(\\.[0-9]{1,8})?");
        findings.check(
                well, place(line), "format", HEADER.get(column) + " is a number such as 0.0835, not " + text + ".");
        return well ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    private static boolean fits(Findings findings, Csv.Line line, TariffCard card) {
        try {
            Findings own = new Findings();
            TariffForms.check(own, card);
            own.refuse();
            return true;
        } catch (Refused refused) {
            refused.errors()
                    .forEach(error -> findings.add(
                            new FieldError(place(line), error.code(), error.field() + ": " + error.detail())));
            return false;
        }
    }

    private static String place(Csv.Line line) {
        return "line " + line.number();
    }
}
