package org.supertransfer.sip.leg;

import javax.sip.ClientTransaction;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.supertransfer.callcontrol.EndCause;
import org.supertransfer.sip.transport.ResponseListener;

/** Our BYE: whatever its answer, the dialog is over (RFC 3261 section 15.1.1). */
final class Leaving implements ResponseListener {
    private final Leg leg;
    private final EndCause why;

    private Leaving(Leg leg, EndCause why) {
        this.leg = leg;
        this.why = why;
    }

    static void say(Talk talk, EndCause why) {
        Request bye = talk.dialog().request(Request.BYE);
        Causes.reason(why).ifPresent(bye::setHeader);
        talk.wire().dress(bye);
        boolean sent = talk.wire().send(bye, new Leaving(talk.leg(), why)).isPresent();
        if (!sent) {
            talk.leg().end(why);
        }
    }

    @Override
    public void onResponse(Response response, ClientTransaction tx) {
        if (response.getStatusCode() >= 200) {
            ended();
        }
    }

    @Override
    public void onTimeout(ClientTransaction tx) {
        ended();
    }

    private void ended() {
        leg.call().lane().execute(() -> leg.end(why));
    }
}
