package org.supertransfer.sip.leg;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.text.ParseException;
import java.util.Optional;
import javax.sip.ClientTransaction;
import javax.sip.InvalidArgumentException;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.header.ContactHeader;
import javax.sip.header.Header;
import javax.sip.header.ViaHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.supertransfer.callcontrol.EndCause;
import org.supertransfer.sip.transport.Abilities;
import org.supertransfer.sip.transport.ResponseListener;
import org.supertransfer.sip.transport.SipFactories;
import org.supertransfer.sip.transport.SipSender;

/** What the legs send: a failure to send is a value or a log line here, never an exception in a leg. */
final class Wire {
    private static final String ALLOW = String.join(", ", Abilities.IN_CALLS);
    private static final String SUPPORTED = String.join(", ", Abilities.EXTENSIONS);
    private static final Logger LOG = System.getLogger(Wire.class.getName());
    private static final String USER = "supertransfer";

    private final SipSender node;
    private final Names names;

    Wire(SipSender node, Names names) {
        this.node = node;
        this.names = names;
    }

    String publicHost() {
        return node.publicHost();
    }

    /** Gives a request of ours its Via, and its Contact and Allow where the method makes or moves a dialog. */
    void dress(Request request) {
        try {
            ViaHeader via = node.via(transportTo(request));
            String tags = Parts.fromTag(request) + Parts.toTag(request);
            via.setBranch(names.branch(Parts.callId(request), tags, Parts.cseq(request), request.getMethod()));
            request.removeHeader(ViaHeader.NAME);
            request.addFirst(via);
            if (request.getMethod().equals(Request.INVITE)
                    || request.getMethod().equals(Request.UPDATE)
                    || request.getMethod().equals(Request.NOTIFY)) {
                request.setHeader(contact(via.getTransport()));
                request.setHeader(allow());
                request.setHeader(supported());
            }
        } catch (ParseException | SipException e) {
            throw new IllegalStateException("a request of ours cannot be built", e);
        }
    }

    private String transportTo(Request request) {
        try {
            return node.transportTo(request);
        } catch (SipException e) {
            LOG.log(Level.DEBUG, "no way to the target", e);
            return "udp";
        }
    }

    /** What a party may send us in a dialog; the header's maker takes the list as one method. */
    static Header allow() {
        try {
            return SipFactories.get().header().createAllowHeader(ALLOW);
        } catch (ParseException e) {
            throw new IllegalStateException(ALLOW, e);
        }
    }

    /** The extensions that we understand (RFC 3261 section 20.37). */
    static Header supported() {
        try {
            return SipFactories.get().header().createSupportedHeader(SUPPORTED);
        } catch (ParseException e) {
            throw new IllegalStateException(SUPPORTED, e);
        }
    }

    ContactHeader contact(String transport) {
        return node.contact(USER, transport);
    }

    /** Sends a request; empty when nothing could be sent, and then the listener hears nothing. */
    Optional<ClientTransaction> send(Request request, ResponseListener listener) {
        try {
            return Optional.of(node.send(request, listener));
        } catch (SipException | IllegalStateException e) {
            LOG.log(Level.WARNING, request.getMethod() + " could not be sent: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** Nothing was heard of this one in time. */
    void unheard(ClientTransaction tx) {
        node.unheard(tx);
    }

    void sendAck(Request ack) {
        try {
            node.sendAck((Request) ack.clone());
        } catch (SipException e) {
            LOG.log(Level.WARNING, "an ACK could not be sent: " + e.getMessage());
        }
    }

    /** A response with our tag and, where the status makes or moves a dialog, our Contact. */
    Response response(Request request, int status, String toTag) {
        try {
            Response response = SipFactories.get().message().createResponse(status, request);
            if (status > 100 && !toTag.isEmpty()) {
                Parts.to(response).setTag(toTag);
            }
            if (status > 100 && status < 300 && !request.getMethod().equals(Request.BYE)) {
                String transport = ((ViaHeader) request.getHeader(ViaHeader.NAME)).getTransport();
                response.setHeader(contact(transport));
                response.setHeader(allow());
                response.setHeader(supported());
            }
            return response;
        } catch (ParseException e) {
            throw new IllegalStateException("status " + status, e);
        }
    }

    /** A final response that ends a leg, with its Reason, and Retry-After when we are overloaded. */
    Response refusal(Request request, EndCause cause, String toTag) {
        int status = cause.sipStatus() >= 300 ? cause.sipStatus() : 480;
        Response response = response(request, status, toTag);
        Causes.reason(cause).ifPresent(response::setHeader);
        if (status == 503) {
            response.setHeader(Parts.header("Retry-After", "10"));
        }
        return response;
    }

    /** Answers a request in its transaction. */
    void answer(ServerTransaction tx, Response response) {
        try {
            tx.sendResponse(response);
        } catch (SipException | InvalidArgumentException | IllegalStateException e) {
            LOG.log(Level.DEBUG, "a response came too late for its transaction", e);
        }
    }

    /** Answers a request inside a dialog with nothing but a status. */
    void answer(Request request, ServerTransaction tx, int status) {
        answer(tx, response(request, status, ""));
    }

    /** Sends a 2xx again; its transaction is gone (RFC 3261 section 13.3.1.4). */
    void repeat(Response response) {
        try {
            node.sendResponse((Response) response.clone());
        } catch (SipException e) {
            LOG.log(Level.DEBUG, "a 2xx could not be repeated", e);
        }
    }
}
