package org.supertransfer.call;

import jakarta.persistence.Embeddable;
import java.io.Serializable;

/** @param seq the call's version after the move */
@Embeddable
record CallMoveId(String callId, long seq) implements Serializable {}
