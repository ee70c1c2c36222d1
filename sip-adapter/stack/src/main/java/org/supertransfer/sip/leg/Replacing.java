package org.supertransfer.sip.leg;

import java.util.List;
import java.util.Optional;
import javax.sip.header.Header;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.supertransfer.sip.refer.DialogName;

/**
 * An INVITE with Replaces (RFC 3891 section 3). Nobody takes a call over by a header here: the calls are steered by their
 * agents. What remains is to say so as the RFC wants it said.
 */
final class Replacing {
    private Replacing() {}

    /** The status to refuse the INVITE with; empty when it replaces nothing. */
    static Optional<Integer> refusal(Request invite, LegTable table) {
        List<Header> headers = Parts.all(invite, "Replaces");
        if (headers.isEmpty()) {
            return Optional.empty();
        }
        if (headers.size() > 1 || !Parts.all(invite, "Join").isEmpty()) {
            return Optional.of(Response.BAD_REQUEST);
        }
        String text = headers.get(0).toString();
        return Optional.of(
                DialogName.ofReplaces(text.substring(text.indexOf(':') + 1).strip())
                        .map(name -> refusal(name, table.named(name)))
                        .orElse(Response.BAD_REQUEST));
    }

    private static int refusal(DialogName name, Optional<Leg> leg) {
        boolean answered = leg.flatMap(Leg::snapshot).isPresent();
        boolean early = leg.isPresent() && !answered && !leg.get().ended();
        if (leg.isEmpty() || early) {
            return Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST;
        }
        return answered && name.earlyOnly() ? Response.BUSY_HERE : Response.DECLINE;
    }
}
