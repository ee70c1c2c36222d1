package org.supertransfer.sip.leg;

import java.util.Optional;
import javax.sip.ServerTransaction;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/** What a party asks inside its dialog. */
final class PartyRequests {
    private final Talk talk;
    private @Nullable PartyOffer offer;

    PartyRequests(Talk talk) {
        this.talk = talk;
    }

    void onRequest(Request request, ServerTransaction tx) {
        if (request.getMethod().equals(Request.CANCEL)) {
            cancel(request, tx);
        } else if (!talk.dialog().isOf(request)) {
            talk.wire().answer(request, tx, Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
        } else if (offer != null && offer.isRepeatedBy(request)) {
            return;
        } else if (!talk.dialog().take(request)) {
            talk.wire().answer(request, tx, Response.SERVER_INTERNAL_ERROR);
        } else {
            take(request, tx);
        }
    }

    private void take(Request request, ServerTransaction tx) {
        String method = request.getMethod();
        if (method.equals(Request.BYE)) {
            talk.wire().answer(request, tx, Response.OK);
            talk.left(Causes.ofRequest(request));
        } else if (talk.leg().ended() || talk.leaving()) {
            talk.wire().answer(request, tx, Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
        } else {
            alive(method, request, tx);
        }
    }

    private void alive(String method, Request request, ServerTransaction tx) {
        talk.leg().publish();
        switch (method) {
            case Request.INVITE, Request.UPDATE -> offer(request, tx);
            case Request.INFO -> new PassedOn(talk, request, tx).begin();
            case Request.REFER -> new PartyRefer(talk.leg(), talk.dialog(), request, tx).take();
            case Request.OPTIONS -> talk.wire().answer(request, tx, Response.OK);
            case Request.PRACK ->
                talk.early().ifPresentOrElse(early -> early.onPrack(request, tx), () -> talk.wire()
                        .answer(request, tx, Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST));
            case Request.NOTIFY -> talk.wire().answer(request, tx, Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
            default -> {
                Response refusal = talk.wire().response(request, Response.METHOD_NOT_ALLOWED, "");
                refusal.setHeader(Wire.allow());
                talk.wire().answer(tx, refusal);
            }
        }
    }

    private void offer(Request request, ServerTransaction tx) {
        Timing timing = talk.leg().call().timing();
        if (SessionTimer.tooSmall(request, timing)) {
            talk.wire().answer(tx, SessionTimer.tooSmall(talk.wire().response(request, 422, ""), timing));
            return;
        }
        Optional<Response> unreadable = Bodies.refusal(request);
        if (unreadable.isPresent()) {
            talk.wire().answer(tx, unreadable.get());
            return;
        }
        talk.heard(request);
        if (request.getMethod().equals(Request.UPDATE) && !Parts.hasBody(request)) {
            talk.dialog().moveTarget(request);
            Response ok = talk.wire().response(request, Response.OK, "");
            talk.session().agree(request, ok);
            talk.wire().answer(tx, ok);
            return;
        }
        PartyOffer next = new PartyOffer(talk, request, tx);
        if (next.begin()) {
            offer = next;
        }
    }

    /** RFC 3261 section 9.2: a CANCEL is for an INVITE that has no final response yet. */
    private void cancel(Request request, ServerTransaction tx) {
        PartyOffer open = offer;
        boolean ofOpen = open != null && open.isCancelledBy(request);
        talk.wire().answer(request, tx, ofOpen ? Response.OK : Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
        if (ofOpen && open != null) {
            open.cancelled();
        }
    }

    /** The dialog ends: an INVITE that is still open gets 487 (RFC 3261 section 15.1.2). */
    void close() {
        PartyOffer open = offer;
        offer = null;
        if (open != null) {
            open.cancelled();
        }
    }
}
