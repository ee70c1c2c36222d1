package org.supertransfer.sip.leg;

import javax.sip.ClientTransaction;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import org.supertransfer.callcontrol.EndCause;
import org.supertransfer.sip.sdp.SessionDescription;
import org.supertransfer.sip.transport.ResponseListener;

/** ACK and BYE at once: for a 2xx that nobody wants any more (RFC 3261 sections 9.1 and 13.2.2.4). */
final class Farewell implements ResponseListener {
    /** A ringing party's PRACKs took CSeq numbers that nobody remembers when the leg is forgotten; gaps do no harm. */
    private static final int MOST_PRACKS = 100;

    private final Runnable over;

    private Farewell(Runnable over) {
        this.over = over;
    }

    /** To a 2xx that offered nothing: another fork's, or of a leg that we forgot. */
    static void say(Wire wire, Response ok) {
        say(wire, ok, null, () -> {});
    }

    /**
     * @param answer for the ACK when the 2xx makes an offer, else null
     * @param over runs on a stack's thread when the party is gone or does not answer
     */
    static void say(Wire wire, Response ok, @Nullable SessionDescription answer, Runnable over) {
        Dialog dialog = Dialog.ofAnswer(ok);
        Request ack = dialog.ack(Parts.cseq(ok));
        if (answer != null) {
            Parts.withSdp(ack, answer);
        }
        wire.dress(ack);
        wire.sendAck(ack);
        dialog.used(Parts.cseq(ok) + MOST_PRACKS);
        Request bye = dialog.request(Request.BYE);
        Causes.reason(EndCause.of(EndCause.Kind.ANSWERED_ELSEWHERE)).ifPresent(bye::setHeader);
        wire.dress(bye);
        if (wire.send(bye, new Farewell(over)).isEmpty()) {
            over.run();
        }
    }

    @Override
    public void onResponse(Response response, ClientTransaction tx) {
        if (response.getStatusCode() >= 200) {
            over.run();
        }
    }

    @Override
    public void onTimeout(ClientTransaction tx) {
        over.run();
    }
}
