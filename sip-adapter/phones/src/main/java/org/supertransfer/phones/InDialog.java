package org.supertransfer.phones;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.sip.ServerTransaction;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/** Everything within a call but its INVITEs: BYE, UPDATE, OPTIONS, INFO and the like, both ways. On the lane. */
final class InDialog {
    private final PhoneCall call;

    InDialog(PhoneCall call) {
        this.call = call;
    }

    void onRequest(Request request, @Nullable ServerTransaction transaction) {
        if (request.getMethod().equals(Request.ACK)) {
            call.called().onAck(request);
        } else if (transaction != null && request.getMethod().equals(Request.CANCEL)) {
            call.called().onCancel(request, transaction);
        } else if (transaction != null && !call.dialog().inOrder(request)) {
            call.phone().fault("CSeq goes backwards in " + request.getMethod(), call);
            reply(Response.SERVER_INTERNAL_ERROR, request, transaction);
        } else if (transaction != null) {
            inOrder(request, transaction);
        }
    }

    private void inOrder(Request request, ServerTransaction transaction) {
        switch (request.getMethod()) {
            case Request.BYE -> bye(request, transaction);
            case Request.INVITE -> invite(request, transaction);
            case Request.UPDATE -> update(request, transaction);
            case Request.PRACK ->
                reply(
                        call.called().acknowledged(request) ? Response.OK : Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST,
                        request,
                        transaction);
            case Request.INFO, Request.OPTIONS, Request.MESSAGE -> {
                reply(call.live() ? Response.OK : Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST, request, transaction);
            }
            // A subscription outlives its call (RFC 5057 section 4.2).
            case Request.NOTIFY -> {
                boolean known = call.transferKey().takes(request) || call.live();
                reply(known ? Response.OK : Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST, request, transaction);
            }
            default -> reply(Response.NOT_IMPLEMENTED, request, transaction);
        }
    }

    /** A BYE that crosses ours gets its 200 too. */
    private void bye(Request request, ServerTransaction transaction) {
        call.endBy(request, Response.OK);
        reply(Response.OK, request, transaction);
        call.called().onBye();
    }

    private void invite(Request request, ServerTransaction transaction) {
        if (call.live()) {
            call.called().reinvite(request, transaction);
        } else {
            reply(Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST, request, transaction);
        }
    }

    /** RFC 3311 section 5.2. */
    private void update(Request request, ServerTransaction transaction) {
        Optional<SessionDescription> offer = Messages.sdpOf(request);
        if (!call.live()) {
            reply(Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST, request, transaction);
        } else if (offer.isPresent() && call.calling().pending()) {
            reply(Response.REQUEST_PENDING, request, transaction);
        } else {
            call.dialog().refreshTarget(request);
            Response ok = response(Response.OK, request);
            offer.flatMap(call.media()::answer).ifPresent(answer -> Messages.sdp(ok, answer));
            call.mediaChanged();
            send(ok, transaction);
        }
    }

    void bye(@Nullable String reason) {
        Request bye = call.dialog().request(Request.BYE);
        if (reason != null) {
            bye.setHeader(Messages.header("Reason", reason));
        }
        exchange(bye, new CompletableFuture<>());
    }

    void send(String method, @Nullable String type, @Nullable String body, CompletableFuture<Integer> result) {
        Request request = call.dialog().request(method);
        if (type != null && body != null) {
            Messages.body(request, type, body);
        }
        exchange(request, result);
    }

    void exchange(Request request, CompletableFuture<Integer> result) {
        Exchange.Owner owner = new Exchange.Owner() {
            @Override
            public void sent(Request sent) {
                call.saw(false, sent);
            }

            @Override
            public void received(Response response) {
                call.saw(true, response);
            }

            @Override
            public void last(Response response) {
                result.complete(response.getStatusCode());
            }
        };
        new Exchange(call.wire(), request, owner)
                .proving(call.phone().habits().credentials, call.dialog()::nextCseq)
                .begin();
    }

    private void reply(int status, Request request, ServerTransaction transaction) {
        send(response(status, request), transaction);
    }

    private static Response response(int status, Request request) {
        Response response = Messages.response(status, request);
        Messages.allow(response);
        return response;
    }

    private void send(Response response, ServerTransaction transaction) {
        call.saw(false, response);
        call.wire().send(response, transaction);
    }
}
