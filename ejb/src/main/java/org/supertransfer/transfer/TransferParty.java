package org.supertransfer.transfer;

/** The three parties of a transfer (RFC 5589). */
enum TransferParty {
    /** The agent who transfers, O in the state table. */
    TRANSFEROR("O"),
    /** The customer who is transferred, E in the state table. */
    TRANSFEREE("E"),
    /** Whom the customer is to talk to, T in the state table. For an inbound number its queue stands in until a human answers. */
    TARGET("T");

    private final String letter;

    TransferParty(String letter) {
        this.letter = letter;
    }

    /** As the state table writes it. */
    String letter() {
        return letter;
    }
}
