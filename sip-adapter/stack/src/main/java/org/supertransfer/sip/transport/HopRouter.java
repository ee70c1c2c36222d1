package org.supertransfer.sip.transport;

import java.util.ListIterator;
import javax.sip.SipException;
import javax.sip.address.Hop;
import javax.sip.address.Router;
import javax.sip.message.Request;

/** The stack's question where to send a request, answered by {@link Hops}. */
final class HopRouter implements Router {
    private final Router former;
    private final Hops hops;

    HopRouter(Router former, Hops hops) {
        this.former = former;
        this.hops = hops;
    }

    @Override
    public Hop getNextHop(Request request) throws SipException {
        return hops.hopFor(request);
    }

    @Override
    public ListIterator<?> getNextHops(Request request) {
        return former.getNextHops(request);
    }

    @Override
    public Hop getOutboundProxy() {
        return former.getOutboundProxy();
    }
}
