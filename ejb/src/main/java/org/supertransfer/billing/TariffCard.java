package org.supertransfer.billing;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import org.supertransfer.audit.Kept;

/**
 * A tariff as admins keep it, in euros.
 *
 * @param prefix the beginning of the numbers that it is for: E.164 with a leading +, or a national short number
 */
public record TariffCard(String prefix, String name, BigDecimal pricePerMinute, BigDecimal pricePerCall, long version)
        implements Kept {
    /** 1 and 1.00 are one price. */
    public TariffCard {
        pricePerMinute = plain(pricePerMinute);
        pricePerCall = plain(pricePerCall);
    }

    private static BigDecimal plain(BigDecimal price) {
        BigDecimal stripped = price.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** Whether both say the same, whenever it was said. */
    boolean says(TariffCard other) {
        return equals(new TariffCard(other.prefix, other.name, other.pricePerMinute, other.pricePerCall, version));
    }

    @Override
    public String subject() {
        return "tariff";
    }

    @Override
    public String id() {
        return prefix;
    }

    @Override
    public JsonObject json() {
        return Json.createObjectBuilder()
                .add("prefix", prefix)
                .add("name", name)
                .add("pricePerMinute", pricePerMinute)
                .add("pricePerCall", pricePerCall)
                .add("version", version)
                .build();
    }
}
