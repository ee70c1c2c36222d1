package org.supertransfer.sip.leg;

import java.util.Optional;
import java.util.function.Consumer;
import javax.sip.ServerTransaction;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import org.supertransfer.sip.sdp.Direction;
import org.supertransfer.sip.sdp.OfferAnswer;
import org.supertransfer.sip.sdp.SessionDescription;

/**
 * A re-INVITE or UPDATE of a party: passed on to the party it is joined with, else answered by us with silence; its wish
 * is kept for the next join.
 */
final class PartyOffer {
    private final Talk talk;
    private final Request request;
    private final ServerTransaction tx;
    private final @Nullable SessionDescription offer;
    private boolean answered;

    PartyOffer(Talk talk, Request request, ServerTransaction tx) {
        this.talk = talk;
        this.request = request;
        this.tx = tx;
        this.offer = Parts.sdp(request).orElse(null);
    }

    /** What the party offers; empty when it asks for our offer. */
    Optional<SessionDescription> offer() {
        return Optional.ofNullable(offer);
    }

    Leg leg() {
        return talk.leg();
    }

    /** False when it was refused at once. */
    boolean begin() {
        Gate.Holder holder = talk.gate().holder();
        if (holder == Gate.Holder.THEIRS) {
            refuseForNow();
            return false;
        }
        boolean busy = leg().call().operations().last(leg()).isPresent()
                || leg().partner()
                        .flatMap(other -> other.call().operations().last(other))
                        .isPresent();
        if (holder == Gate.Holder.OURS || busy) {
            refuse(Response.REQUEST_PENDING);
            return false;
        }
        if (offer == null && Parts.hasBody(request)) {
            refuse(Response.NOT_ACCEPTABLE_HERE);
            return false;
        }
        talk.gate().theirs();
        talk.renegotiated();
        talk.dialog().moveTarget(request);
        proceed();
        return true;
    }

    /** RFC 3261 section 14.2: its earlier INVITE is still open. */
    private void refuseForNow() {
        answered = true;
        Response response = talk.wire().response(request, Response.SERVER_INTERNAL_ERROR, "");
        int seconds = talk.surroundings().timing().random().nextInt(0, 11);
        response.setHeader(Parts.header("Retry-After", Integer.toString(seconds)));
        talk.wire().answer(tx, response);
    }

    private void proceed() {
        Optional<Leg> other = leg().partner();
        if (other.isPresent() && other.get().talk().isPresent()) {
            leg().call().operations().add(new PassedOffer(this, other.get()));
        } else {
            answerAlone();
        }
    }

    private void answerAlone() {
        LegMedia media = leg().media();
        Optional<SessionDescription> silence = media.sent().map(sent -> sent.withDirection(Direction.INACTIVE));
        if (offer == null) {
            silence.ifPresentOrElse(said -> ask(said, answer -> {}), () -> refuse(Response.NOT_ACCEPTABLE_HERE));
            return;
        }
        SessionDescription given = offer;
        accept(silence.map(said -> new OfferAnswer(given, null).answer(said)).orElse(media.silentAnswer(given)));
    }

    /** Answers the party's offer. */
    void accept(SessionDescription answer) {
        if (answered || offer == null) {
            return;
        }
        LegMedia media = leg().media();
        media.offered(offer);
        SessionDescription sent = media.stamp(answer);
        media.agreed(sent, offer);
        talk.noteHold(offer.holds());
        ok(sent, ack -> {});
    }

    /** Offers something to a party that asked for it; its answer comes in the ACK. */
    void ask(SessionDescription ours, Consumer<SessionDescription> answer) {
        if (answered) {
            return;
        }
        SessionDescription sent = leg().media().stamp(ours);
        ok(sent, ack -> Parts.sdp(ack).ifPresent(said -> {
            leg().media().agreed(sent, said);
            talk.noteHold(said.holds());
            answer.accept(said);
        }));
    }

    private void ok(SessionDescription body, Consumer<Request> acknowledged) {
        answered = true;
        Response ok = Parts.withSdp(talk.wire().response(request, Response.OK, ""), body);
        talk.session().agree(request, ok);
        if (request.getMethod().equals(Request.INVITE)) {
            talk.accept(tx, ok, acknowledged);
        } else {
            talk.wire().answer(tx, ok);
            talk.gate().release();
        }
    }

    /** Refuses; the session stays as it was. What would end the dialog (RFC 3261 section 12.2.1.2) is not passed on. */
    void refuse(int status) {
        if (!answered) {
            boolean held = talk.gate().holder() == Gate.Holder.THEIRS;
            answered = true;
            boolean fatal = status == Response.REQUEST_TIMEOUT || status == Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST;
            talk.wire().answer(request, tx, fatal ? Response.SERVER_INTERNAL_ERROR : status);
            if (held) {
                talk.gate().release();
            }
        }
    }

    boolean isCancelledBy(Request cancel) {
        return !answered
                && Parts.cseq(cancel) == Parts.cseq(request)
                && Parts.branch(cancel).equals(Parts.branch(request));
    }

    /** Whether it is the same INVITE once more: its 2xx comes again by itself, its transaction is gone. */
    boolean isRepeatedBy(Request again) {
        return again.getMethod().equals(request.getMethod())
                && Parts.cseq(again) == Parts.cseq(request)
                && Parts.branch(again).equals(Parts.branch(request));
    }

    void cancelled() {
        refuse(Response.REQUEST_TERMINATED);
    }
}
