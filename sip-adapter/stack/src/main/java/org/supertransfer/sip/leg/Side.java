package org.supertransfer.sip.leg;

import javax.sip.ServerTransaction;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.supertransfer.callcontrol.EndCause;

/** What a leg is just now: an unanswered {@link Caller}, a {@link Dial} under way, or a {@link Talk}. */
interface Side {
    /** Ends the leg; it reports {@code Ended} when the other side is gone too. */
    void hangUp(EndCause why);

    /** A request of the party: a CANCEL of its INVITE, or one inside the dialog. */
    void onRequest(Request request, ServerTransaction tx);

    /** An ACK to a 2xx of ours. */
    void onAck(Request ack);

    /** A 2xx to an INVITE of ours that no transaction waits for: repeated, or from another fork. */
    void onStray(Response ok);
}
