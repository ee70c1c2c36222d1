package org.supertransfer.sip.transport;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import javax.sip.ClientTransaction;
import javax.sip.InvalidArgumentException;
import javax.sip.ListeningPoint;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.SipProvider;
import javax.sip.address.SipURI;
import javax.sip.header.ContactHeader;
import javax.sip.header.ViaHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/**
 * One SIP stack with a listening point for UDP and one for TCP on the same address and port. Give it its listeners, then
 * {@link #start}; all methods but start and stop may be called from any thread.
 */
public final class SipNode implements SipSender {
    private static final System.Logger LOG = System.getLogger(SipNode.class.getName());
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SipEndpoint endpoint;
    private final Dispatcher dispatcher = new Dispatcher();
    private volatile @Nullable StackRun stack;
    private volatile int port;
    private volatile @Nullable TlsEndpoint tls;
    private volatile Hops hops;
    private final @Nullable InetSocketAddress nameServer;
    private volatile StreamLimits streams = StreamLimits.standard();

    /** A node without TLS. */
    public SipNode(SipEndpoint endpoint) {
        this(endpoint, null);
    }

    /** @param tls null for none */
    public SipNode(SipEndpoint endpoint, @Nullable TlsEndpoint tls) {
        this(endpoint, tls, null);
    }

    /** @param nameServer another one to ask than the machine's, null for those */
    SipNode(SipEndpoint endpoint, @Nullable TlsEndpoint tls, @Nullable InetSocketAddress nameServer) {
        this.nameServer = nameServer;
        this.hops = newHops(endpoint, tls);
        this.endpoint = endpoint;
        this.port = endpoint.port();
        this.tls = tls;
    }

    /** Who takes the requests of calls; before anybody does, they are answered 503. */
    public void calls(RequestListener listener) {
        dispatcher.calls(listener);
    }

    /** Who answers REGISTER; before anybody does, it is answered 503. */
    public void registrations(RegisterListener listener) {
        dispatcher.registrations(listener);
    }

    /** How much strangers may begin; without one, as much as they like. */
    public void limit(RequestLimit limit) {
        dispatcher.threshold().limit(limit);
    }

    /** Whether there is room for one more call of theirs; an INVITE without it gets 503 with Retry-After. */
    public void room(Predicate<Source> room) {
        dispatcher.threshold().room(room);
    }

    /** How much connections may take; before the start. */
    void streams(StreamLimits limits) {
        streams = limits;
    }

    /** Who else sees the responses to our requests. */
    public void observer(ResponseObserver observer) {
        dispatcher.observer(observer);
    }

    /**
     * Opens the listening points.
     *
     * @throws IOException when the port is taken or the address is not of this machine
     */
    public synchronized void start() throws IOException {
        if (stack != null) {
            return;
        }
        port = endpoint.port() == 0 ? FreePort.on(endpoint.host()) : endpoint.port();
        TlsEndpoint secure = tls == null ? null : tls.on(endpoint.host());
        tls = secure;
        hops = newHops(endpoint, secure);
        dispatcher.hops(hops);
        stack = StackRun.open(new StackRun.Place(endpoint.host(), port, secure, hops, streams), dispatcher);
        String more = secure == null ? "" : ", on port " + secure.port() + " TLS";
        LOG.log(Level.INFO, "SIP listens on {0}:{1} (UDP, TCP{2})", endpoint.host(), Integer.toString(port), more);
    }

    /** Closes everything: afterwards the port is free and no thread of the stack is left. Takes about a second. */
    public synchronized void stop() {
        StackRun closing = stack;
        if (closing == null) {
            return;
        }
        stack = null;
        closing.close(dispatcher);
        hops.close();
        LOG.log(Level.INFO, "SIP no longer listens on {0}:{1}", endpoint.host(), Integer.toString(port));
    }

    @Override
    public ClientTransaction send(Request request, ResponseListener listener) throws SipException {
        requireWay(transportTo(request));
        ClientTransaction tx = provider().getNewClientTransaction(request);
        tx.setApplicationData(listener);
        tx.sendRequest();
        return tx;
    }

    @Override
    public void unheard(ClientTransaction tx) {
        dispatcher.noteFailure(tx);
    }

    private Hops newHops(SipEndpoint at, @Nullable TlsEndpoint secure) {
        boolean ipv6 = at.host().indexOf(':') >= 0;
        return new Hops(new DnsRecords(nameServer), ipv6, transport -> !transport.equals("tls") || secure != null);
    }

    /**
     * The addresses of a peer, in the order of trying: those of RFC 3263 for a name. May take seconds for a name that
     * nobody has asked for yet.
     *
     * @param port 0 when DNS is to say it
     * @param transport empty when DNS is to say it
     */
    public List<String> addressesOf(String host, int port, String transport) {
        return hops.places(new HopSearch.Asked(host.toLowerCase(Locale.ROOT), transport, port)).stream()
                .map(HopSearch.Place::address)
                .toList();
    }

    private void requireWay(String transport) throws SipException {
        boolean known = transport.equals("udp") || transport.equals("tcp") || transport.equals("tls") && tls != null;
        if (!known) {
            throw new SipException("no listener for transport " + Clean.token(transport));
        }
    }

    @Override
    public void sendAck(Request ack) throws SipException {
        requireWay(transportTo(ack));
        ViaHeader via = (ViaHeader) ack.getHeader(ViaHeader.NAME);
        try {
            if (via == null) {
                ack.addHeader(via(transportTo(ack)));
            } else {
                via.setBranch(newBranch());
            }
        } catch (ParseException e) {
            throw new SipException("branch", e);
        }
        provider().sendRequest(ack);
    }

    @Override
    public void sendResponse(Response response) throws SipException {
        provider().sendResponse(response);
    }

    /** The transaction of the INVITE that this CANCEL is for (RFC 3261 section 9.2); empty when there is none. */
    public Optional<ServerTransaction> inviteOf(Request cancel) {
        StackRun open = stack;
        return open == null ? Optional.empty() : open.inviteOf(cancel);
    }

    public SipFactories factories() {
        return SipFactories.get();
    }

    /** The numeric address it listens on. */
    public String localHost() {
        return endpoint.host();
    }

    @Override
    public String publicHost() {
        return endpoint.publicHost();
    }

    /** The port it listens on; known after {@link #start} when any free one was asked for. */
    public int port() {
        return port;
    }

    /** The port that it listens on by this transport; 5061 for TLS when there is no such listener. */
    public int port(String transport) {
        TlsEndpoint secure = tls;
        return !transport.equalsIgnoreCase(ListeningPoint.TLS) ? port : secure == null ? 5061 : secure.port();
    }

    public boolean listening() {
        return stack != null;
    }

    @Override
    public ViaHeader via(String transport) {
        try {
            ViaHeader via = factories().header().createViaHeader(publicHost(), port(transport), transport, newBranch());
            via.setRPort();
            return via;
        } catch (ParseException | InvalidArgumentException e) {
            throw new IllegalArgumentException(transport, e);
        }
    }

    @Override
    public ContactHeader contact(String user, String transport) {
        try {
            String clean = Clean.user(user);
            SipURI uri = factories().address().createSipURI(clean.isEmpty() ? null : clean, publicHost());
            uri.setPort(port(transport));
            if (!transport.equalsIgnoreCase(ListeningPoint.UDP)) {
                uri.setTransportParam(transport.toLowerCase(Locale.ROOT));
            }
            return factories()
                    .header()
                    .createContactHeader(factories().address().createAddress(uri));
        } catch (ParseException e) {
            throw new IllegalArgumentException(user, e);
        }
    }

    @Override
    public String transportTo(Request request) throws SipException {
        return hops.hopFor(request).getTransport();
    }

    /** A branch with the magic cookie (RFC 3261 section 8.1.1.7), never used before. */
    public static String newBranch() {
        return "z9hG4bK" + newTag();
    }

    /** A tag of 64 random bits (RFC 3261 section 19.3). */
    public static String newTag() {
        return HexFormat.of().toHexDigits(RANDOM.nextLong());
    }

    /** How many transactions the stack remembers just now. */
    public int transactions() {
        StackRun open = stack;
        return open == null ? 0 : open.transactions();
    }

    /** How many TCP and TLS connections others have opened and still have. */
    public int connections() {
        StackRun open = stack;
        return open == null ? 0 : open.connections();
    }

    private SipProvider provider() throws SipException {
        StackRun open = stack;
        if (open == null) {
            throw new SipException("the SIP node does not run");
        }
        return open.provider();
    }
}
