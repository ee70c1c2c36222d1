package org.supertransfer.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class NumberSeriesTest {
    @Test
    void line_givesClassLengthsAndPrice() {
        NumberSeries series = NumberSeries.of("0600  PREMIUM 7 12 1.99 consulting and ordering");
        assertThat(series).isEqualTo(new NumberSeries("0600", NumberClass.PREMIUM, 7, 12, new BigDecimal("1.99")));
        assertThat(series.has("0600123")).isTrue();
        assertThat(series.has("060012")).isFalse();
        assertThat(series.has("0600123456789")).isFalse();
        assertThat(series.has("0700123")).isFalse();
    }

    @Test
    void lineWithoutPrice_hasNone() {
        assertThat(NumberSeries.of("118 SERVICE 3 6 - directory enquiries").price())
                .isNull();
    }

    @Test
    void brokenLine_isRefused() {
        assertThatThrownBy(() -> NumberSeries.of("0600 PREMIUM")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> NumberSeries.of("0600 DEAR 7 12 -")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void longestSeries_counts() {
        NumberingTable table = NumberingTable.of("FI");
        assertThat(table.seriesOf("0100123").orElseThrow().prefix()).isEqualTo("0100");
        assertThat(table.seriesOf("0101234").orElseThrow().prefix()).isEqualTo("010");
        assertThat(table.seriesOf("0401000001")).isEmpty();
        assertThat(NumberingTable.of("SE").seriesOf("0100123")).isEmpty();
    }
}
