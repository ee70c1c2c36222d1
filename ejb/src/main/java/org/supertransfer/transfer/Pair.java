package org.supertransfer.transfer;

import java.util.EnumSet;

/** Two parties that talk, or are being joined. */
enum Pair {
    TRANSFEROR_TRANSFEREE(TransferParty.TRANSFEROR, TransferParty.TRANSFEREE, TransferParty.TARGET),
    TRANSFEROR_TARGET(TransferParty.TRANSFEROR, TransferParty.TARGET, TransferParty.TRANSFEREE),
    TRANSFEREE_TARGET(TransferParty.TRANSFEREE, TransferParty.TARGET, TransferParty.TRANSFEROR);

    private final TransferParty one;
    private final TransferParty other;
    private final TransferParty third;

    Pair(TransferParty one, TransferParty other, TransferParty third) {
        this.one = one;
        this.other = other;
        this.third = third;
    }

    TransferParty one() {
        return one;
    }

    TransferParty other() {
        return other;
    }

    /** The party that is left out. */
    TransferParty third() {
        return third;
    }

    boolean has(TransferParty party) {
        return party != third;
    }

    EnumSet<TransferParty> parties() {
        return EnumSet.of(one, other);
    }
}
