package org.supertransfer.sip.leg;

import javax.sip.message.Request;
import org.supertransfer.callcontrol.EndCause;

/** Our BYE: whatever its answer, the dialog is over (RFC 3261 section 15.1.1); a trunk may want it with credentials. */
final class Leaving {
    private Leaving() {}

    static void say(Talk talk, EndCause why) {
        Leg leg = talk.leg();
        Request bye = talk.dialog().request(Request.BYE);
        Causes.reason(why).ifPresent(bye::setHeader);
        talk.wire().dress(bye);
        boolean sent = Ask.send(leg, talk.dialog(), bye, new Ask.Outcome(response -> leg.end(why), () -> leg.end(why)));
        if (!sent) {
            leg.end(why);
        }
    }
}
