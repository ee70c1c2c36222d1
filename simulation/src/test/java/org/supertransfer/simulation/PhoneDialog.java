package org.supertransfer.simulation;

import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.ArrayList;
import javax.sip.InvalidArgumentException;
import javax.sip.address.URI;
import javax.sip.header.CSeqHeader;
import javax.sip.header.CallIdHeader;
import javax.sip.header.ContactHeader;
import javax.sip.header.FromHeader;
import javax.sip.header.HeaderFactory;
import javax.sip.header.ToHeader;
import javax.sip.message.Message;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import org.supertransfer.sip.transport.SipFactories;

/** What a phone remembers of a dialog (RFC 3261 section 12), written without a look at how the legs do it. */
final class PhoneDialog {
    private static final SipFactories MAKE = SipFactories.get();

    final String callId;
    final String localTag;
    private final SimNode node;
    private final URI localUri;
    private final URI remoteUri;
    private URI target;

    @Nullable
    String remoteTag;

    long localCSeq;
    long remoteCSeq = -1;

    private PhoneDialog(SimNode node, String[] ids, URI localUri, URI remoteUri, URI target) {
        this.node = node;
        this.callId = ids[0];
        this.localTag = ids[1];
        this.localUri = localUri;
        this.remoteUri = remoteUri;
        this.target = target;
    }

    /** Before its INVITE is sent. */
    static PhoneDialog calling(SimNode node, String[] ids, String from, String to) {
        try {
            URI target = MAKE.address().createURI(to);
            return new PhoneDialog(node, ids, MAKE.address().createURI(from), target, target);
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** When an INVITE has come. */
    static PhoneDialog called(SimNode node, Request invite, String tag) {
        FromHeader from = (FromHeader) invite.getHeader(FromHeader.NAME);
        ToHeader to = (ToHeader) invite.getHeader(ToHeader.NAME);
        PhoneDialog dialog = new PhoneDialog(
                node,
                new String[] {callId(invite), tag},
                to.getAddress().getURI(),
                from.getAddress().getURI(),
                contact(invite));
        dialog.remoteTag = from.getTag();
        dialog.remoteCSeq = cseq(invite);
        return dialog;
    }

    /** The answer to our INVITE has come. */
    void answered(Response ok) {
        remoteTag = ((ToHeader) ok.getHeader(ToHeader.NAME)).getTag();
        retarget(ok);
    }

    void retarget(Message message) {
        target = contact(message);
    }

    static String callId(Message message) {
        return ((CallIdHeader) message.getHeader(CallIdHeader.NAME)).getCallId();
    }

    static long cseq(Message message) {
        return ((CSeqHeader) message.getHeader(CSeqHeader.NAME)).getSeqNumber();
    }

    static String toTag(Message message) {
        String tag = ((ToHeader) message.getHeader(ToHeader.NAME)).getTag();
        return tag == null ? "" : tag;
    }

    private static URI contact(Message message) {
        return ((ContactHeader) message.getHeader(ContactHeader.NAME))
                .getAddress()
                .getURI();
    }

    /** The body, null when there is none. */
    static @Nullable Sdp sdp(Message message) {
        byte[] body = message.getRawContent();
        return body == null || body.length == 0 ? null : new Sdp(new String(body, StandardCharsets.UTF_8));
    }

    /** The next request in this dialog. */
    Request next(String method, @Nullable Sdp body) {
        return request(method, ++localCSeq, body);
    }

    Request request(String method, long cseq, @Nullable Sdp body) {
        HeaderFactory header = MAKE.header();
        try {
            Request request = MAKE.message()
                    .createRequest(
                            (URI) target.clone(),
                            method,
                            header.createCallIdHeader(callId),
                            header.createCSeqHeader(cseq, method),
                            header.createFromHeader(MAKE.address().createAddress((URI) localUri.clone()), localTag),
                            header.createToHeader(MAKE.address().createAddress((URI) remoteUri.clone()), remoteTag),
                            new ArrayList<>(),
                            header.createMaxForwardsHeader(70));
            request.addHeader(node.via("udp"));
            request.addHeader(node.contact("phone", "udp"));
            return with(request, body);
        } catch (ParseException | InvalidArgumentException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A response of this phone to a request inside or before this dialog. */
    Response response(Request request, int status, @Nullable Sdp body) {
        Response response = plain(request, status);
        try {
            ((ToHeader) response.getHeader(ToHeader.NAME)).setTag(localTag);
            response.setHeader(node.contact("phone", "udp"));
            return with(response, body);
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    static Response plain(Request request, int status) {
        try {
            return MAKE.message().createResponse(status, request);
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <M extends Message> M with(M message, @Nullable Sdp body) throws ParseException {
        if (body != null) {
            message.setContent(
                    body.text().getBytes(StandardCharsets.UTF_8),
                    MAKE.header().createContentTypeHeader("application", "sdp"));
        }
        return message;
    }
}
