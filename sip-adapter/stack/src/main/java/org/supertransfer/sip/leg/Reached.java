package org.supertransfer.sip.leg;

import java.util.Optional;
import javax.sip.ServerTransaction;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import org.supertransfer.sip.sdp.OfferAnswer;
import org.supertransfer.sip.sdp.SessionDescription;

/**
 * An early dialog with a party that we dial (RFC 3261 section 12.1.2): one for each To tag, several when the INVITE forks.
 * Its reliable provisional responses are acknowledged in their order (RFC 3262 section 4); what is said in one of them is
 * the answer, and need not be said again in the 200.
 */
final class Reached {
    private static final long NONE = -1;

    private final Leg leg;
    private final Dialog dialog;
    private final @Nullable SessionDescription offered;
    private long last = NONE;
    private @Nullable SessionDescription ours;
    private @Nullable SessionDescription said;

    /** @param offered what the INVITE offers, null when it leaves the offer to the party */
    Reached(Leg leg, Response first, @Nullable SessionDescription offered) {
        this.leg = leg;
        this.dialog = Dialog.ofAnswer(first);
        this.offered = offered;
    }

    /** Takes a provisional response; false when it came before, or out of its order. A reliable one is acknowledged. */
    boolean take(Response response) {
        Optional<Long> number = reliable(response);
        if (number.isEmpty()) {
            return true;
        }
        if (last != NONE && number.get() != last + 1) {
            return false;
        }
        last = number.get();
        acknowledge(response, answerTo(response));
        return true;
    }

    /** The number of a response that wants a PRACK; 100 never does. */
    private static Optional<Long> reliable(Response response) {
        if (response.getStatusCode() == Response.TRYING
                || Parts.toTag(response).isEmpty()
                || !Capabilities.requires(response, Capabilities.RELIABLE)) {
            return Optional.empty();
        }
        return Parts.value(response, "RSeq")
                .filter(text -> text.matches("\\d{1,10}"))
                .map(Long::valueOf);
    }

    /** The first description settles offer and answer: the party's answer, or its offer, which our PRACK must answer. */
    private @Nullable SessionDescription answerTo(Response response) {
        SessionDescription words = Parts.sdp(response).orElse(null);
        if (words == null || said != null) {
            return null;
        }
        said = words;
        ours = offered != null ? offered : leg.media().silentAnswer(words);
        return offered != null ? null : ours;
    }

    private void acknowledge(Response response, @Nullable SessionDescription answer) {
        Request prack = dialog.request(Request.PRACK);
        prack.setHeader(Parts.header("RAck", last + " " + Parts.cseq(response) + " " + Request.INVITE));
        if (answer != null) {
            Parts.withSdp(prack, answer);
        }
        leg.call().wire().dress(prack);
        Ask.send(leg, dialog, prack, new Ask.Outcome(answered -> {}, () -> {}));
    }

    /** A request of the party before it answers: an UPDATE (RFC 3311), perhaps with another offer. */
    Optional<SessionDescription> onRequest(Request request, ServerTransaction tx) {
        Wire wire = leg.call().wire();
        if (!request.getMethod().equals(Request.UPDATE)) {
            wire.answer(request, tx, Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
        } else if (!dialog.take(request)) {
            wire.answer(request, tx, Response.SERVER_INTERNAL_ERROR);
        } else if (Parts.hasBody(request)) {
            return changed(request, tx);
        } else {
            wire.answer(request, tx, Response.OK);
        }
        return Optional.empty();
    }

    /** Another offer is taken as soon as the first has its answer; until then 491 (RFC 3311 section 5.2). */
    private Optional<SessionDescription> changed(Request update, ServerTransaction tx) {
        Wire wire = leg.call().wire();
        Optional<SessionDescription> offer = Parts.sdp(update);
        if (said == null || ours == null) {
            wire.answer(update, tx, Response.REQUEST_PENDING);
            return Optional.empty();
        }
        if (offer.isEmpty()) {
            wire.answer(update, tx, Response.NOT_ACCEPTABLE_HERE);
            return Optional.empty();
        }
        said = offer.get();
        ours = leg.media().stamp(new OfferAnswer(said, null).answer(ours));
        wire.answer(tx, Parts.withSdp(wire.response(update, Response.OK, ""), ours));
        return offered == null ? Optional.empty() : offer;
    }

    /** The dialog that the 200 confirms: its numbers go on where the early one's stopped. */
    Dialog confirmed(Response ok) {
        Dialog confirmed = Dialog.ofAnswer(ok);
        confirmed.used(dialog.localCSeq());
        confirmed.heard(dialog.remoteCSeq());
        return confirmed;
    }

    /** What both said before the answer, for good. */
    Optional<FirstWords> words() {
        return ours == null || said == null
                ? Optional.empty()
                : Optional.of(new FirstWords(ours, said, offered == null));
    }

    boolean isOf(Request request) {
        return Parts.fromTag(request).equals(dialog.remoteTag);
    }
}
