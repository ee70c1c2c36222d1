package org.supertransfer.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceTest {
    /** Reckoned by hand. */
    @ParameterizedTest
    @CsvSource({
        "0.0835, 0, 60, 0.0835",
        "0.0835, 0, 1, 0.0014",
        "0.0835, 0.0500, 90, 0.1753",
        "1.99, 0.10, 0, 0.1000",
        "0.0001, 0, 30, 0.0001",
        "0.0001, 0, 29, 0.0000",
        "99.9999, 99.9999, 3600, 6099.9939",
    })
    void cost_isThePriceOfTheCallAndOfItsSeconds_roundedOnce(
            BigDecimal perMinute, BigDecimal perCall, long seconds, BigDecimal cost) {
        assertThat(new Price(perMinute, perCall).cost(seconds)).isEqualTo(cost);
    }
}
