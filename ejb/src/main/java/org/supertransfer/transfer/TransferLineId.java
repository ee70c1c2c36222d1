package org.supertransfer.transfer;

import jakarta.persistence.Embeddable;
import java.io.Serializable;

/** @param seq counts the lines, or the messages, of one transfer from 1 */
@Embeddable
record TransferLineId(String transferId, long seq) implements Serializable {}
