package org.supertransfer.transfer;

import org.supertransfer.call.Verdict;

/** The transfer rules: pure, no clock, no ids, no logging. */
final class TransferRules {
    private TransferRules() {}

    /** A transfer begins: the call is up, transferor and transferee talk. */
    static Decision begin(TransferPlan plan, Circumstances now) {
        throw new UnsupportedOperationException();
    }

    /** What follows from a stimulus; never throws. */
    static Decision decide(TransferSnapshot snapshot, Stimulus stimulus) {
        return Decision.without(snapshot, Verdict.IGNORED);
    }
}
