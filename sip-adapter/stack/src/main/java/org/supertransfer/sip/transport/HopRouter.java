package org.supertransfer.sip.transport;

import gov.nist.javax.sip.stack.HopImpl;
import java.util.ListIterator;
import java.util.Locale;
import java.util.Objects;
import javax.sip.ListeningPoint;
import javax.sip.SipException;
import javax.sip.address.Hop;
import javax.sip.address.Router;
import javax.sip.address.SipURI;
import javax.sip.address.URI;
import javax.sip.header.RouteHeader;
import javax.sip.message.Request;

/**
 * Where a request goes: its first Route, else its Request-URI (RFC 3261 section 8.1.2). The host is taken as it is, so an
 * address or a name with an address record; NAPTR and SRV (RFC 3263) would be asked in {@link #hopOf} for a name without a
 * port.
 */
final class HopRouter implements Router {
    private final Router former;

    HopRouter(Router former) {
        this.former = former;
    }

    @Override
    public Hop getNextHop(Request request) throws SipException {
        return hopFor(request);
    }

    static Hop hopFor(Request request) throws SipException {
        RouteHeader route = (RouteHeader) request.getHeader(RouteHeader.NAME);
        URI target =
                route == null ? request.getRequestURI() : route.getAddress().getURI();
        if (target instanceof SipURI sip) {
            return hopOf(sip);
        }
        throw new SipException("no way to a " + target.getScheme() + " URI");
    }

    private static Hop hopOf(SipURI uri) {
        String asked = Objects.requireNonNullElse(uri.getTransportParam(), ListeningPoint.UDP);
        String transport = uri.isSecure() ? "tls" : asked.toLowerCase(Locale.ROOT);
        int port = uri.getPort() > 0 ? uri.getPort() : transport.equals("tls") ? 5061 : 5060;
        String host = Objects.requireNonNullElse(uri.getMAddrParam(), uri.getHost());
        return new HopImpl(host, port, transport);
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
