package org.supertransfer.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.supertransfer.number.Price;
import org.supertransfer.number.Prices;

/** The tariffs in memory. */
@ApplicationScoped
public class Tariffs implements Prices {
    @Inject
    private TariffRows rows;

    private volatile Map<String, Price> byPrefix = Map.of();

    /** Reads them again. */
    public void load() {
        byPrefix = rows.cards().stream()
                .collect(Collectors.toUnmodifiableMap(
                        TariffCard::prefix, card -> new Price(card.pricePerMinute(), card.pricePerCall())));
    }

    /** The longest prefix counts. */
    @Override
    public Optional<Price> of(String number) {
        Map<String, Price> now = byPrefix;
        for (int length = number.length(); length > 0; length--) {
            Price price = now.get(number.substring(0, length));
            if (price != null) {
                return Optional.of(price);
            }
        }
        return Optional.empty();
    }
}
