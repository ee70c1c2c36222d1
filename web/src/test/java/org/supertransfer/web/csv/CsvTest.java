package org.supertransfer.web.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 4180, and what spreadsheets do with it. */
class CsvTest {
    @Test
    void table_beginsWithAByteOrderMarkAndEndsEachLine() {
        assertThat(Csv.of("a", "b").row("x", 1).toString()).isEqualTo("\uFEFFa,b\r\nx,1\r\n");
    }

    @Test
    void commaQuoteAndLineBreak_areQuoted() {
        assertThat(line("a,b", "say \"hi\"", "two\r\nlines", " padded "))
                .isEqualTo("\"a,b\",\"say \"\"hi\"\"\",\"two\r\nlines\",\" padded \"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+358401000001", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0"})
    void whatLooksLikeAFormula_isHarmless(String text) {
        assertThat(line(text)).startsWith("'" + text.charAt(0));
    }

    @Test
    void formulaBehindATabOrALineBreak_isHarmless() {
        assertThat(line("\t=1")).isEqualTo("\"'\t=1\"".replace("\"", ""));
        assertThat(line("\r=1")).isEqualTo("\"'\r=1\"");
    }

    @Test
    void values_areWrittenForMachines() {
        assertThat(line(null, true, new BigDecimal("-0.50"), Instant.parse("2026-11-22T10:00:00.123456Z"), 7L))
                .isEqualTo(",true,-0.50,2026-11-22T10:00:00.123Z,7");
    }

    private static String line(@Nullable Object... fields) {
        Object[] row = Stream.concat(Stream.of("first"), Arrays.stream(fields)).toArray();
        String line = Csv.of("h").row(row).toString().split("\r\n", 2)[1];
        return line.substring("first,".length(), line.length() - "\r\n".length());
    }
}
