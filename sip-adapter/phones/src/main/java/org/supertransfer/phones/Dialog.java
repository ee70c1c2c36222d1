package org.supertransfer.phones;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sip.address.URI;
import javax.sip.header.ContactHeader;
import javax.sip.header.FromHeader;
import javax.sip.header.RecordRouteHeader;
import javax.sip.header.ToHeader;
import javax.sip.message.Message;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/** One call's dialog (RFC 3261 section 12), kept by the phone itself. Only on the lane. */
final class Dialog {
    final String callId;
    String localTag = Messages.random().substring(0, 10);
    final boolean caller;
    private final SipWire wire;
    private final String contact;
    private final String local;
    private String remote;
    private @Nullable String remoteTag;
    private @Nullable String earlyTag;
    private String target;
    private List<String> routes = List.of();
    private long localCseq;
    private long remoteCseq = -1;

    private Dialog(Line line, boolean caller, String callId, String local, String remote, String target) {
        this.wire = line.wire();
        this.contact = line.contact();
        this.caller = caller;
        this.callId = callId;
        this.local = local;
        this.remote = remote;
        this.target = target;
    }

    /** For a call to be placed. */
    static Dialog calling(Line line, String from, String target) {
        return new Dialog(line, true, Messages.random() + "@" + SipWire.HOST, from, "<" + target + ">", target);
    }

    /** For a call that came in. */
    static Dialog called(Line line, Request invite) {
        ToHeader to = (ToHeader) invite.getHeader(ToHeader.NAME);
        FromHeader from = (FromHeader) invite.getHeader(FromHeader.NAME);
        Dialog dialog = new Dialog(
                line,
                false,
                Messages.callId(invite),
                to.getAddress().toString(),
                from.getAddress().toString(),
                contactOf(invite, from.getAddress().getURI().toString()));
        dialog.remoteTag = from.getTag();
        dialog.routes = recordRoutes(invite);
        dialog.remoteCseq = Messages.cseq(invite).getSeqNumber();
        return dialog;
    }

    /** A provisional response makes an early dialog (section 12.1), which has a name before it is confirmed. */
    void early(Response response) {
        earlyTag = Messages.toTag(response);
    }

    /** The other side's tag as far as it is known. */
    @Nullable
    String knownTag() {
        return remoteTag == null ? earlyTag : remoteTag;
    }

    /** What a response to the INVITE made beside this dialog: an early one, or that of a second 2xx from another fork. */
    Dialog fork(Response response, Line line) {
        Dialog fork = new Dialog(line, true, callId, local, remote, target);
        fork.localTag = localTag;
        fork.localCseq = localCseq;
        fork.confirm(response);
        return fork;
    }

    String key() {
        return key(callId, localTag);
    }

    static String key(String callId, @Nullable String localTag) {
        return callId + "|" + localTag;
    }

    boolean isWith(String otherCallId, @Nullable String otherTag) {
        return callId.equals(otherCallId) && otherTag != null && otherTag.equals(remoteTag);
    }

    @Nullable
    String remoteTag() {
        return remoteTag;
    }

    String contact() {
        return contact;
    }

    long nextCseq() {
        return ++localCseq;
    }

    /** Takes tag, route set and target from a 2xx to our INVITE (RFC 3261 section 12.1.2). */
    void confirm(Response response) {
        if (remoteTag == null) {
            remoteTag = Messages.toTag(response);
            List<String> recorded = recordRoutes(response);
            Collections.reverse(recorded);
            routes = recorded;
        }
        refreshTarget(response);
    }

    /** A re-INVITE or its 2xx may move the target (RFC 3261 section 12.2). */
    void refreshTarget(Message message) {
        target = contactOf(message, target);
    }

    /** Whether a request in the dialog is in order; a lower number than the last is not (RFC 3261 section 12.2.2). */
    boolean inOrder(Request request) {
        long number = Messages.cseq(request).getSeqNumber();
        if (number < remoteCseq) {
            return false;
        }
        remoteCseq = number;
        return true;
    }

    Request request(String method) {
        return request(method, nextCseq());
    }

    Request ack(long inviteCseq) {
        return request(Request.ACK, inviteCseq);
    }

    private Request request(String method, long number) {
        StringBuilder head = new StringBuilder(method + " " + target + " SIP/2.0\n");
        head.append(via(wire)).append('\n');
        routes.forEach(route -> head.append("Route: ").append(route).append('\n'));
        head.append("From: ").append(local).append(";tag=").append(localTag).append('\n');
        head.append("To: ")
                .append(remote)
                .append(remoteTag == null ? "" : ";tag=" + remoteTag)
                .append('\n');
        head.append("Call-ID: ").append(callId).append("\nCSeq: ").append(number + " " + method);
        head.append("\nMax-Forwards: 70\nContact: <").append(contact).append(">\n");
        head.append("User-Agent: ").append(Phone.USER_AGENT).append("\nAllow: ").append(Phone.ALLOW);
        return Messages.request(head.toString());
    }

    static String via(SipWire wire) {
        return "Via: SIP/2.0/" + wire.transport().toUpperCase(java.util.Locale.ROOT) + " " + SipWire.HOST + ":"
                + wire.port() + ";rport;branch=" + Messages.branch();
    }

    private static List<String> recordRoutes(Message message) {
        return new ArrayList<>(Messages.values(message, RecordRouteHeader.NAME));
    }

    private static String contactOf(Message message, String otherwise) {
        ContactHeader header = (ContactHeader) message.getHeader(ContactHeader.NAME);
        URI uri = header == null ? null : header.getAddress().getURI();
        return uri == null ? otherwise : uri.toString();
    }

    /** Where a dialog's requests leave and what it tells as its address. */
    record Line(SipWire wire, String contact) {}
}
