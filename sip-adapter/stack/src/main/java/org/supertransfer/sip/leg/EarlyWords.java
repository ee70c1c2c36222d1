package org.supertransfer.sip.leg;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sip.ServerTransaction;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import org.supertransfer.sip.sdp.OfferAnswer;
import org.supertransfer.sip.sdp.SessionDescription;

/**
 * What an unanswered caller hears before the answer: ringing and other parties' early media, each description of its own in
 * an early dialog of its own. Reliable (RFC 3262) when the caller insists, and for descriptions when it can.
 */
final class EarlyWords {
    private final Leg leg;
    private final Request invite;
    private final ServerTransaction tx;
    private final Runnable unheard;
    private final boolean must;
    private final boolean can;
    private final Map<String, EarlyDialog> dialogs = new HashMap<>();
    private EarlyDialog dialog;
    private @Nullable SessionDescription offer;
    private @Nullable SessionDescription told;
    private @Nullable String source;
    private @Nullable Request moved;
    private boolean reliable;
    private boolean changed;
    private int last;
    private @Nullable Timer keepAlive;

    /** @param unheard runs when the caller acknowledges nothing of what it must acknowledge */
    EarlyWords(Leg leg, Request invite, ServerTransaction tx, Runnable unheard) {
        this.leg = leg;
        this.invite = invite;
        this.tx = tx;
        this.unheard = unheard;
        this.must = Capabilities.requires(invite, Capabilities.RELIABLE);
        this.can = Capabilities.supports(invite, Capabilities.RELIABLE);
        this.offer = Parts.sdp(invite).orElse(null);
        this.dialog = nextDialog();
    }

    private EarlyDialog nextDialog() {
        Surroundings surroundings = leg.call().surroundings();
        String tag = surroundings.names().toTag(Parts.callId(invite), Parts.fromTag(invite), dialogs.size());
        surroundings.table().name(leg, Parts.callId(invite), tag);
        dialog = new EarlyDialog(leg.call(), tx, tag, unheard);
        dialogs.put(tag, dialog);
        told = null;
        reliable = false;
        return dialog;
    }

    String tag() {
        return dialog.tag();
    }

    /** The status that was sent last, 0 before any. */
    int last() {
        return last;
    }

    /** What the caller offers now; empty when it leaves the offer to us. */
    Optional<SessionDescription> offer() {
        return Optional.ofNullable(offer);
    }

    /** Whether the caller and we have agreed on something else than an answer to its INVITE's offer: the 200 is silent. */
    boolean agreedOtherwise() {
        return changed;
    }

    void progress(Progress news) {
        if (news.early() == null || offer == null || changed) {
            if (news.status() != last) {
                status(news.status());
            }
            return;
        }
        SessionDescription answer = new OfferAnswer(offer, null).answer(news.early());
        fork(news.source(), answer);
        source = news.source();
        if (reliable) {
            status(news.status());
        } else {
            told = leg.media().stamp(answer);
            reliable = can;
            send(news.status(), told, prack -> {});
        }
    }

    /** Another description, or the same of another party, belongs in another dialog. */
    void fork(@Nullable String from, SessionDescription answer) {
        if (told != null && (!told.sameAs(answer) || from != null && !from.equals(source))) {
            nextDialog();
        }
    }

    /** Tells the caller a status. Who wants it reliably and left the offer to us gets a silent one with the first. */
    void status(int status) {
        boolean owesOffer = must && offer == null && told == null;
        if (owesOffer) {
            told = leg.media().silentOffer();
            changed = true;
            send(status, told, this::answered);
        } else {
            send(status, null, prack -> {});
        }
    }

    private void answered(Request prack) {
        SessionDescription ours = told;
        Optional<SessionDescription> answer = Parts.sdp(prack);
        if (ours != null) {
            answer.ifPresent(words -> leg.media().agreed(ours, words));
        }
        offer = answer.orElse(null);
    }

    private void send(int status, @Nullable SessionDescription words, Consumer<Request> acknowledged) {
        last = status;
        Wire wire = leg.call().wire();
        Response response = wire.response(invite, status, tag());
        if (words != null) {
            Parts.withSdp(response, words);
        }
        if (must || can && words != null) {
            dialog.send(response, acknowledged);
        } else {
            wire.answer(tx, response);
        }
        Timer.cancel(keepAlive);
        keepAlive = leg.call().lane().after(leg.call().timing().keepAlive(), () -> send(last, null, prack -> {}));
    }

    /** Whether the answer is told already, and needs not be said again in the 200. */
    boolean saidFor(SessionDescription answer) {
        return reliable && told != null && told.sameAs(answer);
    }

    /** Runs the task when a 2xx may go out. */
    void whenSettled(Runnable task) {
        Timer.cancel(keepAlive);
        dialog.whenSettled(task);
    }

    void close() {
        Timer.cancel(keepAlive);
        dialogs.values().forEach(EarlyDialog::close);
    }

    /** The dialog that our 2xx makes, where the early one stopped. */
    Dialog confirmed() {
        Dialog confirmed = Dialog.ofInvite(invite, tag());
        confirmed.heard(dialog.remoteCSeq());
        if (moved != null) {
            confirmed.moveTarget(moved);
        }
        return confirmed;
    }

    /** A PRACK, also one that meets our 2xx; 481 when it acknowledges nothing. */
    void onPrack(Request prack, ServerTransaction from) {
        EarlyDialog early = dialogs.get(Parts.toTag(prack));
        Wire wire = leg.call().wire();
        Optional<SessionDescription> words = Parts.sdp(prack);
        if (early == null || !early.waitsFor(prack)) {
            wire.answer(prack, from, Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
            return;
        }
        Response ok = wire.response(prack, Response.OK, "");
        boolean offers = words.isPresent() && offer != null && early == dialog && told != null;
        wire.answer(from, offers ? Parts.withSdp(ok, taken(words.get())) : ok);
        early.acknowledged(prack);
    }

    /** PRACK and UPDATE of the caller before our answer. */
    void onRequest(Request request, ServerTransaction from) {
        EarlyDialog early = dialogs.get(Parts.toTag(request));
        Wire wire = leg.call().wire();
        boolean ours = early != null && Parts.fromTag(request).equals(Parts.fromTag(invite));
        boolean known =
                request.getMethod().equals(Request.PRACK) || request.getMethod().equals(Request.UPDATE);
        if (!ours || !known) {
            wire.answer(request, from, Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
        } else if (early != null && !early.take(request)) {
            wire.answer(request, from, Response.SERVER_INTERNAL_ERROR);
        } else if (request.getMethod().equals(Request.PRACK)) {
            onPrack(request, from);
        } else {
            onUpdate(request, from);
        }
    }

    /** RFC 3311 section 5.2: one offer at a time, and none before the first has its answer for sure. */
    private void onUpdate(Request update, ServerTransaction from) {
        Wire wire = leg.call().wire();
        Optional<SessionDescription> words = Parts.sdp(update);
        boolean agreed = told != null
                && offer != null
                && dialog.heard()
                && Parts.toTag(update).equals(tag());
        if (!Parts.hasBody(update)) {
            moved = update;
            wire.answer(update, from, Response.OK);
        } else if (!agreed) {
            wire.answer(from, offer == null ? wire.response(update, Response.REQUEST_PENDING, "") : notYet(update));
        } else if (words.isEmpty()) {
            wire.answer(update, from, Response.NOT_ACCEPTABLE_HERE);
        } else {
            moved = update;
            wire.answer(from, Parts.withSdp(wire.response(update, Response.OK, ""), taken(words.get())));
        }
    }

    private Response notYet(Request update) {
        Response response = leg.call().wire().response(update, Response.SERVER_INTERNAL_ERROR, "");
        int seconds = leg.call().timing().random().nextInt(0, 11);
        response.setHeader(Parts.header("Retry-After", Integer.toString(seconds)));
        return response;
    }

    /** Takes another offer of the caller; the answer says what the caller hears already. */
    private SessionDescription taken(SessionDescription next) {
        SessionDescription before = told == null ? leg.media().silentAnswer(next) : told;
        SessionDescription answer = leg.media().stamp(new OfferAnswer(next, null).answer(before));
        offer = next;
        told = answer;
        changed = true;
        leg.media().offered(next);
        leg.media().agreed(answer, next);
        return answer;
    }
}
