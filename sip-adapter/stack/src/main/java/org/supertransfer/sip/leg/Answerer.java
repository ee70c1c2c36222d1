package org.supertransfer.sip.leg;

import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.supertransfer.sip.sdp.SessionDescription;

/** A leg whose party gets the offer of an exchange and answers it. */
interface Answerer {
    Leg leg();

    /** Offers; {@code refused} gets the status when the party does not accept. */
    void offer(SessionDescription offer, Consumer<SessionDescription> answer, IntConsumer refused);

    /** Nobody waits for the answer any more. */
    void giveUp(int status);
}
