package org.supertransfer.call;

import java.util.List;

/**
 * What follows from a stimulus.
 *
 * @param next the old snapshot unless MOVED
 * @param effects in the order to run them; empty unless MOVED
 */
record CallDecision(CallSnapshot next, List<CallEffect> effects, Verdict verdict) {
    CallDecision {
        effects = List.copyOf(effects);
    }

    static CallDecision without(CallSnapshot snapshot, Verdict verdict) {
        return new CallDecision(snapshot, List.of(), verdict);
    }
}
