package org.supertransfer.number;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a number costs, in euros.
 *
 * @param perMinute charged by the second
 * @param perCall charged once the call is answered
 */
public record Price(BigDecimal perMinute, BigDecimal perCall) {
    private static final BigDecimal MINUTE = BigDecimal.valueOf(60);
    private static final int DECIMALS = 4;

    /**
     * Of a call that was answered: the price of the call and that of its seconds, rounded once, half up, to a hundredth of
     * a cent.
     *
     * @param seconds each one that began
     */
    public BigDecimal cost(long seconds) {
        return perCall.multiply(MINUTE)
                .add(perMinute.multiply(BigDecimal.valueOf(seconds)))
                .divide(MINUTE, DECIMALS, RoundingMode.HALF_UP);
    }
}
