package org.supertransfer.sip.leg;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javax.sip.ServerTransaction;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import org.supertransfer.callcontrol.EndCause;
import org.supertransfer.callcontrol.RingTone;
import org.supertransfer.sip.sdp.OfferAnswer;
import org.supertransfer.sip.sdp.SessionDescription;

/** A caller whose INVITE has no final response yet. */
final class Caller implements Side {
    private static final int QUEUED = 182;

    private final Leg leg;
    private final Request invite;
    private final ServerTransaction tx;
    private final EarlyWords early;

    Caller(Leg leg, Request invite, ServerTransaction tx) {
        this.leg = leg;
        this.invite = invite;
        this.tx = tx;
        this.early = new EarlyWords(leg, invite, tx, this::unheard);
        early.offer().ifPresent(leg.media()::offered);
    }

    /** What the caller offers; empty when it left the offer to us. */
    Optional<SessionDescription> offer() {
        return early.offer();
    }

    /** Whether the caller has agreed with us on something before the answer, so that {@link #confirm} answers it. */
    boolean agreedOtherwise() {
        return early.agreedOtherwise();
    }

    void ring(RingTone tone) {
        switch (tone) {
            case RINGING -> early.status(Response.RINGING);
            case QUEUED -> {
                if (early.last() == 0) {
                    early.status(Response.RINGING);
                }
                early.status(QUEUED);
            }
        }
    }

    /** Passes on what a dialled party said before it answered. */
    void progress(Progress news) {
        early.progress(news);
    }

    /** Answers with another party's answer to this caller's very offer. */
    void answerWith(SessionDescription said, Runnable acknowledged) {
        offer().ifPresent(offer -> answer(new OfferAnswer(offer, null).answer(said), acknowledged));
    }

    /** Answers the caller's offer; {@code acknowledged} runs with its ACK. */
    void answer(SessionDescription answer, Runnable acknowledged) {
        early.fork(null, answer);
        SessionDescription sent = leg.media().stamp(answer);
        offer().ifPresent(offer -> leg.media().agreed(sent, offer));
        ok(early.saidFor(sent) ? null : sent, ack -> acknowledged.run());
    }

    /** Answers with an offer of another party; the caller's answer comes in its ACK. */
    void offer(SessionDescription ours, Consumer<SessionDescription> answer, IntConsumer refused) {
        SessionDescription sent = leg.media().stamp(ours);
        ok(sent, ack -> {
            Optional<SessionDescription> said = Parts.sdp(ack);
            said.ifPresent(words -> leg.media().agreed(sent, words));
            said.ifPresentOrElse(answer, () -> refused.accept(Response.NOT_ACCEPTABLE_HERE));
        });
    }

    /** Answers a caller that has agreed with us already: no word about media. */
    void confirm(Runnable acknowledged) {
        ok(null, ack -> acknowledged.run());
    }

    private void ok(@Nullable SessionDescription body, Consumer<Request> acknowledged) {
        early.whenSettled(() -> {
            if (!leg.ended()) {
                send(body, acknowledged);
            }
        });
    }

    private void send(@Nullable SessionDescription body, Consumer<Request> acknowledged) {
        Talk talk = Talk.answering(leg, early.confirmed(), invite);
        talk.early(early);
        Response ok = leg.call().wire().response(invite, Response.OK, early.tag());
        talk.session().agree(invite, ok);
        talk.accept(tx, body == null ? ok : Parts.withSdp(ok, body), acknowledged);
    }

    @Override
    public void hangUp(EndCause why) {
        leg.call().operations().cancel(leg);
        end(leg.call().wire().refusal(invite, why, early.tag()), why);
    }

    /** RFC 3262 section 3: a caller that does not hear us cannot be answered. */
    private void unheard() {
        if (!leg.ended()) {
            end(
                    leg.call().wire().response(invite, Response.SERVER_TIMEOUT, early.tag()),
                    EndCause.of(EndCause.Kind.LOST));
        }
    }

    private void end(Response last, EndCause why) {
        early.close();
        leg.call().wire().answer(tx, last);
        leg.end(why);
    }

    @Override
    public void onRequest(Request request, ServerTransaction requestTx) {
        Wire wire = leg.call().wire();
        if (leg.ended()) {
            wire.answer(request, requestTx, Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
        } else if (!request.getMethod().equals(Request.CANCEL)) {
            early.onRequest(request, requestTx);
        } else if (Parts.cseq(request) == Parts.cseq(invite)
                && Parts.branch(request).equals(Parts.branch(invite))) {
            wire.answer(requestTx, wire.response(request, Response.OK, early.tag()));
            end(wire.response(invite, Response.REQUEST_TERMINATED, early.tag()), Causes.ofRequest(request));
        } else {
            wire.answer(request, requestTx, Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
        }
    }

    @Override
    public void onAck(Request ack) {
        // The stack keeps the ACK to a failure for itself; there is no 2xx yet.
    }

    @Override
    public void onStray(Response ok) {
        // No INVITE of ours was sent on this leg.
    }
}
