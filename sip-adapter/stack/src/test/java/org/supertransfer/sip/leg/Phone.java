package org.supertransfer.sip.leg;

import java.util.function.Predicate;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** One dialog of a scripted peer: what a phone remembers of a call. */
@NullMarked
final class Phone {
    private final Peer peer;
    private final String callId;
    private final String localTag;
    private String local;
    private String remote;
    private String target;
    private long cseq;
    private Message invite;

    private Phone(Peer peer, String callId, String localTag, String[] ends, Message invite) {
        this.peer = peer;
        this.callId = callId;
        this.localTag = localTag;
        this.local = ends[0];
        this.remote = ends[1];
        this.target = ends[2];
        this.invite = invite;
    }

    /** Calls a number; {@code sdp} null leaves the offer to the other side. */
    static Phone call(Peer peer, int nodePort, String number, @Nullable String sdp, String... headers) {
        String callId = Peer.token() + "@127.0.0.1";
        String tag = Peer.token();
        String local = "\"Bob\" <sip:0401234567@127.0.0.1>;tag=" + tag;
        String remote = "<sip:" + number + "@127.0.0.1>";
        String target = "sip:" + number + "@127.0.0.1:" + nodePort;
        Phone phone = new Phone(peer, callId, tag, new String[] {local, remote, target}, Message.of("", null));
        phone.invite = phone.request("INVITE", sdp);
        for (String header : headers) {
            phone.invite.add(header.split(": ")[0], header.split(": ")[1]);
        }
        peer.send(phone.invite);
        return phone;
    }

    /** Takes the call of this INVITE with a tag of its own. */
    static Phone called(Peer peer, Message invite) {
        String tag = Peer.token();
        String local = invite.header("To") + ";tag=" + tag;
        return new Phone(
                peer, invite.callId(), tag, new String[] {local, invite.header("From"), invite.contact()}, invite);
    }

    /** The next INVITE that comes to this peer, not yet answered. */
    static Phone waitFor(Peer peer) {
        return called(
                peer,
                peer.expect(
                        "a first INVITE",
                        m -> Peer.isRequest("INVITE").test(m) && m.toTag().isEmpty()));
    }

    Message invite() {
        return invite;
    }

    String callId() {
        return callId;
    }

    /** Builds the next request of this dialog, not sent. */
    Message request(String method, @Nullable String sdp) {
        return request(method, ++cseq, sdp);
    }

    private Message request(String method, long number, @Nullable String sdp) {
        return Message.of(method + " " + target + " SIP/2.0", sdp)
                .add("Via", "SIP/2.0/UDP 127.0.0.1:" + peer.port() + ";branch=z9hG4bK" + Peer.token() + ";rport")
                .add("Max-Forwards", "70")
                .add("From", local)
                .add("To", remote)
                .add("Call-ID", callId)
                .add("CSeq", number + " " + method)
                .add("Contact", "<" + peer.uri() + ">");
    }

    Message send(String method, @Nullable String sdp) {
        Message request = request(method, sdp);
        peer.send(request);
        return request;
    }

    /** The CANCEL of the INVITE that began this call. */
    void cancel() {
        peer.send(Message.of("CANCEL " + target + " SIP/2.0", null)
                .add("Via", invite.header("Via"))
                .add("Max-Forwards", "70")
                .add("From", local)
                .add("To", remote)
                .add("Call-ID", callId)
                .add("CSeq", invite.cseq() + " CANCEL"));
    }

    /** Takes a 2xx to an INVITE of ours: the dialog is confirmed. */
    Phone confirmed(Message ok) {
        remote = ok.header("To");
        target = ok.contact();
        return this;
    }

    Phone ack(Message ok, @Nullable String sdp) {
        confirmed(ok);
        peer.send(request("ACK", ok.cseq(), sdp));
        return this;
    }

    /** Waits for the 200 to the INVITE that began this call and acknowledges it. */
    Message answered(@Nullable String sdp) {
        Message ok = response("INVITE", 200);
        ack(ok, sdp);
        return ok;
    }

    void reply(Message request, int status, @Nullable String sdp) {
        peer.send(peer.reply(request, status, localTag, sdp));
    }

    void ring() {
        reply(invite, 180, null);
    }

    void answer(@Nullable String sdp) {
        reply(invite, 200, sdp);
    }

    Message next(String method) {
        return peer.expect(
                method + " in " + callId,
                m -> Peer.isRequest(method).test(m) && m.callId().equals(callId));
    }

    /** The next request in this dialog of this kind. */
    Message expect(Predicate<Message> kind) {
        return peer.expect(
                "a request in " + callId, m -> m.isRequest() && m.callId().equals(callId) && kind.test(m));
    }

    Message response(String method, int status) {
        return peer.expect(
                status + " to " + method + " in " + callId,
                m -> m.status() == status
                        && m.method().equals(method)
                        && m.callId().equals(callId));
    }

    /** Waits for a re-INVITE, answers it and waits for its ACK. */
    Message reinvited(String sdp) {
        Message reinvite = next("INVITE");
        reply(reinvite, 200, sdp);
        next("ACK");
        return reinvite;
    }

    /** Waits for the BYE and answers it. */
    Message bye() {
        Message bye = next("BYE");
        reply(bye, 200, null);
        return bye;
    }

    Peer peer() {
        return peer;
    }

    String localTag() {
        return localTag;
    }
}
