package org.supertransfer.transfer;

import org.jspecify.annotations.Nullable;
import org.supertransfer.call.Route;
import org.supertransfer.directory.TargetType;
import org.supertransfer.number.NumberClass;
import org.supertransfer.number.Price;

/**
 * Whom the call goes to, resolved.
 *
 * @param charged whether the number costs something of its own
 * @param numberClass of a number outside, null in the house
 * @param price as it is when the transfer begins, null when nobody knows it
 */
record Target(Route route, boolean charged, @Nullable NumberClass numberClass, @Nullable Price price) {
    static Target house(Route route) {
        return new Target(route, false, null, null);
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
