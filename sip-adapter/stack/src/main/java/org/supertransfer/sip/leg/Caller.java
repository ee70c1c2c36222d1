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
    private final @Nullable SessionDescription offer;
    private int tags;
    private String tag;
    private int lastStatus;
    private @Nullable SessionDescription early;
    private @Nullable String earlyFrom;
    private @Nullable Timer keepAlive;

    Caller(Leg leg, Request invite, ServerTransaction tx) {
        this.leg = leg;
        this.invite = invite;
        this.tx = tx;
        this.offer = Parts.sdp(invite).orElse(null);
        this.tag = "";
        nextTag();
        if (offer != null) {
            leg.media().offered(offer);
        }
    }

    private void nextTag() {
        Surroundings surroundings = leg.call().surroundings();
        tag = surroundings.names().toTag(Parts.callId(invite), Parts.fromTag(invite), tags++);
        surroundings.table().name(leg, Parts.callId(invite), tag);
    }

    /** What the caller's INVITE offered; empty when it left the offer to us. */
    Optional<SessionDescription> offer() {
        return Optional.ofNullable(offer);
    }

    /** How many hops the call may still go. */
    int maxForwards() {
        return Invitation.maxForwards(invite);
    }

    void ring(RingTone tone) {
        switch (tone) {
            case RINGING -> provisional(Response.RINGING);
            case QUEUED -> {
                if (lastStatus == 0) {
                    provisional(Response.RINGING);
                }
                provisional(QUEUED);
            }
        }
    }

    private void provisional(int status) {
        lastStatus = status;
        leg.call().wire().answer(tx, leg.call().wire().response(invite, status, tag));
        Timer.cancel(keepAlive);
        keepAlive = leg.call().lane().after(leg.call().timing().keepAlive(), () -> provisional(lastStatus));
    }

    /**
     * Passes on what a dialled party said before it answered.
     *
     * @param source names the party's early dialog: another one's description needs another To tag, because a caller
     *     takes one answer in a dialog and ignores the next
     */
    void progress(String source, @Nullable SessionDescription said) {
        if (said == null || offer == null) {
            if (lastStatus != Response.RINGING) {
                provisional(Response.RINGING);
            }
            return;
        }
        SessionDescription answer = new OfferAnswer(offer, null).answer(said);
        fork(source, answer);
        early = leg.media().stamp(answer);
        earlyFrom = source;
        Response progress = leg.call().wire().response(invite, Response.SESSION_PROGRESS, tag);
        leg.call().wire().answer(tx, Parts.withSdp(progress, early));
    }

    private void fork(@Nullable String source, SessionDescription answer) {
        if (early != null && (!early.sameAs(answer) || source != null && !source.equals(earlyFrom))) {
            nextTag();
        }
    }

    /** Answers with another party's answer to this caller's very offer. */
    void answerWith(SessionDescription said, Runnable acknowledged) {
        if (offer != null) {
            answer(new OfferAnswer(offer, null).answer(said), acknowledged);
        }
    }

    /** Answers the caller's offer; {@code acknowledged} runs with its ACK. */
    void answer(SessionDescription answer, Runnable acknowledged) {
        fork(null, answer);
        SessionDescription sent = leg.media().stamp(answer);
        if (offer != null) {
            leg.media().agreed(sent, offer);
        }
        ok(sent, ack -> acknowledged.run());
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

    private void ok(SessionDescription body, Consumer<Request> acknowledged) {
        Timer.cancel(keepAlive);
        Talk talk = Talk.answering(leg, Dialog.ofInvite(invite, tag));
        Response ok = leg.call().wire().response(invite, Response.OK, tag);
        talk.accept(tx, Parts.withSdp(ok, body), acknowledged);
    }

    @Override
    public void hangUp(EndCause why) {
        leg.call().operations().cancel(leg);
        end(leg.call().wire().refusal(invite, why, tag), why);
    }

    private void end(Response last, EndCause why) {
        Timer.cancel(keepAlive);
        leg.call().wire().answer(tx, last);
        leg.end(why);
    }

    @Override
    public void onRequest(Request request, ServerTransaction requestTx) {
        Wire wire = leg.call().wire();
        boolean cancels = request.getMethod().equals(Request.CANCEL)
                && !leg.ended()
                && Parts.cseq(request) == Parts.cseq(invite)
                && Parts.branch(request).equals(Parts.branch(invite));
        if (!cancels) {
            wire.answer(request, requestTx, Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
            return;
        }
        wire.answer(requestTx, wire.response(request, Response.OK, tag));
        EndCause cause = Causes.ofRequest(request);
        end(wire.response(invite, Response.REQUEST_TERMINATED, tag), cause);
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
