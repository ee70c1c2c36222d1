package org.supertransfer.simulation;

import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.message.SIPResponse;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import javax.sip.ClientTransaction;
import javax.sip.InvalidArgumentException;
import javax.sip.SipException;
import javax.sip.address.SipURI;
import javax.sip.header.ContactHeader;
import javax.sip.header.RouteHeader;
import javax.sip.header.ViaHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import org.supertransfer.sip.transport.RequestListener;
import org.supertransfer.sip.transport.ResponseListener;
import org.supertransfer.sip.transport.SipFactories;
import org.supertransfer.sip.transport.SipSender;

/** One address with SIP transactions on a {@link SimNetwork}: under the legs as the node is, and under each phone. */
public final class SimNode implements SipSender {
    private final SimNetwork network;
    private final VirtualTime time;
    private final String host;
    private final int port;
    private final Map<String, SimClientTransaction> clients = new LinkedHashMap<>();
    private final Map<String, SimServerTransaction> servers = new HashMap<>();
    private final List<SimServerTransaction> taken = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private @Nullable RequestListener above;
    private int branches;
    private int lives;

    public SimNode(SimNetwork network, VirtualTime time, String host, int port) {
        this.network = network;
        this.time = time;
        this.host = host;
        this.port = port;
    }

    /** Listens from now on. */
    public void start(RequestListener listener) {
        above = listener;
        lives++;
        network.attach(host, port, this::received);
    }

    /** Falls silent: neither sends nor hears any more. */
    public void die() {
        network.detach(host, port);
        clients.values().forEach(SimNode::stop);
        taken.forEach(SimNode::stop);
        clients.clear();
        servers.clear();
        taken.clear();
        above = null;
    }

    private static void stop(SimTransaction transaction) {
        transaction.retransmission(null);
        transaction.end(null);
    }

    /** How often it was started: what was planned in an earlier life is not done in the next. */
    int lives() {
        return lives;
    }

    public String address() {
        return host + ":" + port;
    }

    public boolean dead() {
        return above == null;
    }

    /** What was answered twice. */
    public List<String> faults() {
        return faults;
    }

    /** The requests whose final response was never sent. */
    public List<String> unanswered() {
        return taken.stream()
                .filter(SimServerTransaction::open)
                .map(transaction -> describe(transaction.getRequest()))
                .toList();
    }

    /** Whether a request of its own waits for an answer, other than an INVITE that rings. */
    public boolean busy() {
        return clients.values().stream().anyMatch(client -> client.open() && !client.ringing());
    }

    /** All transactions that are not forgotten. */
    public int transactions() {
        return clients.size() + servers.size();
    }

    private static String describe(Request request) {
        SIPRequest sip = (SIPRequest) request;
        return sip.getMethod() + " " + sip.getCSeq().getSeqNumber() + " "
                + sip.getCallId().getCallId();
    }

    private void received(SIPMessage message) {
        if (message instanceof SIPResponse response) {
            response(response);
        } else {
            request((SIPRequest) message);
        }
    }

    private void response(SIPResponse response) {
        SimClientTransaction waiting = clients.get(clientKey(
                response.getTopmostVia().getBranch(), response.getCSeq().getMethod()));
        if (waiting != null) {
            waiting.response(response);
        } else if (response.getStatusCode() / 100 == 2
                && response.getCSeq().getMethod().equals(Request.INVITE)) {
            user().onStrayResponse(response);
        }
    }

    private void request(SIPRequest request) {
        String method = request.getMethod();
        SimServerTransaction known =
                servers.get(serverKey(request, method.equals(Request.ACK) ? Request.INVITE : method));
        if (method.equals(Request.ACK)) {
            if (known == null || !known.acknowledge()) {
                user().onAck(request);
            }
        } else if (known != null) {
            known.repeated();
        } else {
            begin(request, method);
        }
    }

    /** As the stack does it: 100 to an INVITE at once. */
    private void begin(SIPRequest request, String method) {
        SimServerTransaction begun = new SimServerTransaction(this, request);
        if (method.equals(Request.BYE)) {
            begun.finds(openInvites(request));
        }
        servers.put(serverKey(request, method), begun);
        taken.add(begun);
        if (begun.invite()) {
            begun.sendResponse(request.createResponse(Response.TRYING));
        }
        user().onRequest(request, begun);
    }

    private List<SimServerTransaction> openInvites(SIPRequest bye) {
        return taken.stream()
                .filter(known -> known.invite() && known.open())
                .filter(known -> ((SIPRequest) known.getRequest())
                                .getCallId()
                                .getCallId()
                                .equals(bye.getCallId().getCallId())
                        && bye.getFromTag().equals(((SIPRequest) known.getRequest()).getFromTag()))
                .toList();
    }

    private RequestListener user() {
        if (above == null) {
            throw new IllegalStateException(address() + " is dead");
        }
        return above;
    }

    private static String clientKey(String branch, String method) {
        return branch + " " + method;
    }

    private static String serverKey(SIPRequest request, String method) {
        return request.getTopmostVia().getBranch() + " "
                + request.getTopmostVia().getSentBy() + " " + method;
    }

    Future<?> after(long micros, Runnable task) {
        return time.after(SimClientTransaction.micros(micros), task);
    }

    void transmit(String to, Request request) {
        if (above == null) {
            return;
        }
        network.send(address(), to, (SIPMessage) request);
    }

    void transmit(Response response) {
        if (above == null) {
            return;
        }
        ViaHeader via = (ViaHeader) response.getHeader(ViaHeader.NAME);
        String to = via.getReceived() == null ? via.getHost() : via.getReceived();
        network.send(
                address(), to + ":" + (via.getRPort() > 0 ? via.getRPort() : via.getPort()), (SIPMessage) response);
    }

    void answeredTwice(Request request, Response response) {
        faults.add(describe(request) + " answered again: " + response.getStatusCode());
    }

    void notTerminated(Request request, Response response) {
        faults.add(describe(request) + " answered after the BYE with " + response.getStatusCode());
    }

    void keep(SimClientTransaction transaction) {
        clients.put(key(transaction), transaction);
    }

    void forget(SimClientTransaction transaction) {
        clients.remove(key(transaction));
    }

    void forget(SimServerTransaction transaction) {
        SIPRequest request = (SIPRequest) transaction.getRequest();
        servers.remove(serverKey(request, request.getMethod()));
        if (!transaction.open()) {
            taken.remove(transaction);
        }
    }

    private static String key(SimClientTransaction transaction) {
        return clientKey(transaction.getBranchId(), transaction.getRequest().getMethod());
    }

    @Override
    public ClientTransaction send(Request request, ResponseListener listener) throws SipException {
        SimClientTransaction begun = new SimClientTransaction(this, request, hop(request), listener);
        if (clients.containsKey(key(begun))) {
            throw new SipException("the branch is in use");
        }
        if (request.getMethod().equals(Request.CANCEL)
                && !clients.containsKey(clientKey(begun.getBranchId(), Request.INVITE))) {
            throw new SipException("nothing to cancel");
        }
        keep(begun);
        begun.sendRequest();
        return begun;
    }

    @Override
    public void sendAck(Request ack) throws SipException {
        ViaHeader via = (ViaHeader) ack.getHeader(ViaHeader.NAME);
        try {
            via.setBranch(newBranch());
        } catch (ParseException e) {
            throw new SipException("branch", e);
        }
        transmit(hop(ack), ack);
    }

    @Override
    public void sendResponse(Response response) {
        transmit(response);
    }

    /** The first Route, else the Request-URI; everybody here is known by a number and reads loose routes. */
    private static String hop(Request request) {
        RouteHeader route = (RouteHeader) request.getHeader(RouteHeader.NAME);
        SipURI uri = (SipURI)
                (route == null ? request.getRequestURI() : route.getAddress().getURI());
        return uri.getHost() + ":" + (uri.getPort() > 0 ? uri.getPort() : 5060);
    }

    String newBranch() {
        return "z9hG4bK-" + host + "-" + port + "-" + branches++;
    }

    @Override
    public ViaHeader via(String transport) {
        try {
            ViaHeader via = SipFactories.get().header().createViaHeader(host, port, transport, newBranch());
            via.setRPort();
            return via;
        } catch (ParseException | InvalidArgumentException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public ContactHeader contact(String user, String transport) {
        SipFactories make = SipFactories.get();
        try {
            SipURI uri = make.address().createSipURI(user, host);
            uri.setPort(port);
            return make.header().createContactHeader(make.address().createAddress(uri));
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String transportTo(Request request) {
        return "udp";
    }

    @Override
    public String publicHost() {
        return host;
    }
}
