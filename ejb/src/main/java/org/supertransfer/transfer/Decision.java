package org.supertransfer.transfer;

import java.util.List;
import org.supertransfer.call.Verdict;

/**
 * What follows from a stimulus.
 *
 * @param next the snapshot from now on. Unless MOVED it is the old one, which may have learnt how far the target got:
 *     keep it in memory, there is nothing to store
 * @param effects in the order to run them; empty unless MOVED
 * @param notices in the order to send them; empty unless MOVED
 */
record Decision(TransferSnapshot next, List<Effect> effects, List<Notice> notices, Verdict verdict) {
    Decision {
        effects = List.copyOf(effects);
        notices = List.copyOf(notices);
    }

    static Decision without(TransferSnapshot snapshot, Verdict verdict) {
        return new Decision(snapshot, List.of(), List.of(), verdict);
    }
}
