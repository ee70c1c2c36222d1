package org.supertransfer.sip.leg;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.supertransfer.sip.AdapterSettings;
import org.supertransfer.sip.TrunkPeer;
import org.supertransfer.sip.transport.Source;

/** Which trunks a call outside is to try, in their order, and where they are; as configured while nobody knows better. */
final class TrunkChoice {
    private final Set<String> numeric;
    private volatile Supplier<List<TrunkPeer>> order;
    private volatile Supplier<Set<String>> named = Set::of;

    TrunkChoice(AdapterSettings settings) {
        this.order = settings::trunks;
        this.numeric = settings.trunks().stream()
                .filter(TrunkPeer::isNumeric)
                .map(trunk -> Source.numeric(trunk.host()))
                .collect(Collectors.toUnmodifiableSet());
    }

    void by(Supplier<List<TrunkPeer>> who, Supplier<Set<String>> addresses) {
        order = who;
        named = addresses;
    }

    /** Whether a trunk that we call by is there: one that is only allowed to call us is not. */
    boolean isAt(String host) {
        return numeric.contains(host) || named.get().contains(host);
    }

    List<TrunkPeer> inOrder() {
        return order.get();
    }
}
