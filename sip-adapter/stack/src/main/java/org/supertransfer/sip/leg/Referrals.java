package org.supertransfer.sip.leg;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.supertransfer.callcontrol.ReferId;

/** The REFERs that wait for an answer or a report; from any thread. */
final class Referrals {
    private final Map<ReferId, Referral> open = new ConcurrentHashMap<>();

    void add(ReferId id, Referral referral) {
        open.put(id, referral);
    }

    void remove(ReferId id) {
        open.remove(id);
    }

    /** In the lane of its call; nothing happens when it is over. */
    void in(ReferId id, Consumer<Referral> task) {
        Optional.ofNullable(open.get(id)).ifPresent(referral -> referral.lane().execute(() -> task.accept(referral)));
    }
}
