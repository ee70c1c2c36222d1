package org.supertransfer.sip.leg;

import java.util.List;
import java.util.function.Supplier;
import org.supertransfer.sip.AdapterSettings;
import org.supertransfer.sip.TrunkPeer;

/** Which trunks a call outside is to try, in their order; as configured while nobody knows better. */
final class TrunkChoice {
    private volatile Supplier<List<TrunkPeer>> order;

    TrunkChoice(AdapterSettings settings) {
        this.order = settings::trunks;
    }

    void by(Supplier<List<TrunkPeer>> who) {
        order = who;
    }

    List<TrunkPeer> inOrder() {
        return order.get();
    }
}
