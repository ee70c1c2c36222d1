package org.supertransfer.sip.leg;

import java.text.ParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sip.InvalidArgumentException;
import javax.sip.address.Address;
import javax.sip.address.SipURI;
import javax.sip.address.URI;
import javax.sip.header.HeaderFactory;
import javax.sip.header.RecordRouteHeader;
import javax.sip.header.RouteHeader;
import javax.sip.message.Message;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.supertransfer.sip.transport.SipFactories;

/** A dialog's state (RFC 3261 section 12) and the requests that are built from it. */
final class Dialog {
    final String callId;
    final String localTag;
    final String remoteTag;
    final boolean uac;
    private final Address local;
    private final Address remote;
    private final List<Address> routes;
    private URI remoteTarget;
    private long localCSeq;
    private long remoteCSeq;

    private Dialog(Message first, Ends ends, boolean uac) {
        this.callId = Parts.callId(first);
        this.uac = uac;
        this.local = ends.local;
        this.remote = ends.remote;
        this.localTag = ends.localTag;
        this.remoteTag = ends.remoteTag;
        this.routes = ends.routes;
        this.remoteTarget = ends.target;
        this.localCSeq = uac ? Parts.cseq(first) : 0;
        this.remoteCSeq = uac ? -1 : Parts.cseq(first);
    }

    private record Ends(
            Address local, String localTag, Address remote, String remoteTag, List<Address> routes, URI target) {}

    /** As who sent the INVITE (section 12.1.2): the Record-Route headers of the 1xx or 2xx, last first. */
    static Dialog ofAnswer(Response ok) {
        List<Address> routes = recordRoutes(ok);
        Collections.reverse(routes);
        Ends ends = new Ends(
                Parts.from(ok).getAddress(),
                Parts.fromTag(ok),
                Parts.to(ok).getAddress(),
                Parts.toTag(ok),
                routes,
                target(ok, Parts.to(ok).getAddress().getURI()));
        return new Dialog(ok, ends, true);
    }

    /** As who got the INVITE (section 12.1.1). */
    static Dialog ofInvite(Request invite, String localTag) {
        Ends ends = new Ends(
                Parts.to(invite).getAddress(),
                localTag,
                Parts.from(invite).getAddress(),
                Parts.fromTag(invite),
                recordRoutes(invite),
                target(invite, Parts.from(invite).getAddress().getURI()));
        return new Dialog(invite, ends, false);
    }

    private static List<Address> recordRoutes(Message message) {
        List<Address> routes = new ArrayList<>();
        Parts.all(message, RecordRouteHeader.NAME)
                .forEach(header -> routes.add(
                        (Address) ((RecordRouteHeader) header).getAddress().clone()));
        return routes;
    }

    private static URI target(Message message, URI otherwise) {
        URI uri = Parts.contact(message)
                .map(contact -> contact.getAddress().getURI())
                .orElse(otherwise);
        return (URI) uri.clone();
    }

    /** The next request of ours, not yet dressed; an ACK is {@link #ack}. */
    Request request(String method) {
        return request(method, ++localCSeq);
    }

    /** A request with this CSeq number was sent: the same one again with credentials, or one before the answer. */
    void used(long cseq) {
        localCSeq = Math.max(localCSeq, cseq);
    }

    /** A request that is sent again takes the next CSeq number; others may have been sent since. */
    void renumber(Request request) {
        Parts.cseq(request, ++localCSeq);
    }

    /** The party used this CSeq number before the answer. */
    void heard(long cseq) {
        remoteCSeq = Math.max(remoteCSeq, cseq);
    }

    /** The ACK to a 2xx (section 13.2.2.4): the CSeq number of its INVITE. */
    Request ack(long cseq) {
        return request(Request.ACK, cseq);
    }

    /** Section 12.2.1.1, with the strict router of RFC 2543 first when the route set begins with one. */
    private Request request(String method, long cseq) {
        SipFactories make = SipFactories.get();
        try {
            HeaderFactory header = make.header();
            List<Address> route = new ArrayList<>(routes);
            URI target = remoteTarget;
            if (!route.isEmpty() && !loose(route.get(0))) {
                target = route.remove(0).getURI();
                route.add(make.address().createAddress(remoteTarget));
            }
            Request request = make.message()
                    .createRequest(
                            (URI) target.clone(),
                            method,
                            header.createCallIdHeader(callId),
                            header.createCSeqHeader(cseq, method),
                            header.createFromHeader((Address) local.clone(), localTag),
                            header.createToHeader((Address) remote.clone(), remoteTag.isEmpty() ? null : remoteTag),
                            new ArrayList<>(),
                            header.createMaxForwardsHeader(70));
            for (Address hop : route) {
                RouteHeader next = header.createRouteHeader((Address) hop.clone());
                request.addHeader(next);
            }
            return request;
        } catch (ParseException | InvalidArgumentException e) {
            throw new IllegalStateException(method, e);
        }
    }

    private static boolean loose(Address route) {
        return route.getURI() instanceof SipURI uri && uri.hasLrParam();
    }

    /** Takes a request of the party; false when it is older than its last one (section 12.2.2). */
    boolean take(Request request) {
        long cseq = Parts.cseq(request);
        if (cseq <= remoteCSeq) {
            return false;
        }
        remoteCSeq = cseq;
        return true;
    }

    /** A re-INVITE, an UPDATE or its 2xx moves the remote target (section 12.2). */
    void moveTarget(Message message) {
        remoteTarget = target(message, remoteTarget);
    }

    /** Whether the message's From and To are those of this dialog, seen from the party. */
    boolean isOf(Request request) {
        return Parts.fromTag(request).equals(remoteTag) && Parts.toTag(request).equals(localTag);
    }

    String localUri() {
        return local.getURI().toString();
    }

    String remoteUri() {
        return remote.getURI().toString();
    }

    String remoteTarget() {
        return remoteTarget.toString();
    }

    List<String> routeSet() {
        return routes.stream().map(Address::toString).toList();
    }

    long localCSeq() {
        return localCSeq;
    }

    long remoteCSeq() {
        return remoteCSeq;
    }
}
