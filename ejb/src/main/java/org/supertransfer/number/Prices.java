package org.supertransfer.number;

import java.util.Optional;

/** The port to who knows what numbers cost. */
@FunctionalInterface
public interface Prices {
    /**
     * @param number in E.164 with a leading +, or a national short number
     * @return empty when nobody knows
     */
    Optional<Price> of(String number);
}
