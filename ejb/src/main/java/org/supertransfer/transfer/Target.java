package org.supertransfer.transfer;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.supertransfer.call.Route;
import org.supertransfer.directory.TargetType;

/**
 * Whom the call goes to, resolved.
 *
 * @param charged whether the number costs something of its own
 * @param pricePerMinute in euros, null when unknown or free
 */
record Target(Route route, boolean charged, @Nullable BigDecimal pricePerMinute) {
    static Target house(Route route) {
        return new Target(route, false, null);
    }

    boolean isInbound() {
        return route.type() == TargetType.INBOUND;
    }

    TransferView.TargetView view() {
        String id = route.outside() ? null : route.id();
        return new TransferView.TargetView(
                route.type(), id, route.who().name(), route.who().number());
    }
}
