package org.supertransfer.phones;

import java.time.Duration;
import java.util.Optional;
import javax.sip.ServerTransaction;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/** INVITEs and re-INVITEs that came to a phone: answering, 2xx until the ACK (RFC 3261 section 13.3.1). On the lane.
 * State changes before a message leaves, so that whoever has seen the message sees the state. */
final class CalledSide {
    static final Duration T1 = Duration.ofMillis(500);
    static final Duration T2 = Duration.ofSeconds(4);
    static final Duration GIVE_UP = T1.multipliedBy(64);

    private final PhoneCall call;
    private final Reliably reliably;
    private @Nullable Request invite;
    private @Nullable ServerTransaction transaction;
    private @Nullable Response unacked;
    private @Nullable Response firstOk;
    private boolean offering;
    private boolean thinking;

    CalledSide(PhoneCall call) {
        this.call = call;
        this.reliably = new Reliably(call, this::send);
    }

    void initial(Request request, ServerTransaction opened) {
        invite = request;
        transaction = opened;
    }

    boolean awaitsAck() {
        return unacked != null;
    }

    boolean awaitsFirstAck() {
        return unacked != null && unacked == firstOk;
    }

    private boolean unanswered() {
        return transaction != null && call.live() && !call.connected();
    }

    void ring() {
        if (unanswered()) {
            call.become(PhoneCall.State.RINGING);
            provisional(Response.RINGING, null);
        }
    }

    void progress() {
        if (unanswered() && invite != null) {
            Optional<String> sdp = Messages.sdpOf(invite).flatMap(call.media()::answer);
            call.mediaChanged();
            provisional(Response.SESSION_PROGRESS, sdp.orElse(null));
        }
    }

    private void provisional(int status, @Nullable String sdp) {
        Response response = response(status);
        if (sdp != null) {
            Messages.sdp(response, sdp);
        }
        if (call.phone().habits().reliable && invite != null && Reliably.supportedBy(invite)) {
            reliably.send(response);
        } else {
            send(response);
        }
    }

    /** A PRACK of the caller. */
    boolean acknowledged(Request prack) {
        return reliably.acknowledged(prack);
    }

    void answer() {
        reliably.whenHeard(() -> {
            if (unanswered()) {
                accept();
            }
        });
    }

    void repeat() {
        Response ok = firstOk;
        if (ok != null) {
            call.saw(false, ok);
            call.wire().sendAgain(ok);
        }
    }

    void reject(int status) {
        if (unanswered()) {
            call.end(new Ending(false, status, null));
            send(response(status));
        }
    }

    void redirect(String uri) {
        if (unanswered()) {
            Response elsewhere = response(Response.MOVED_TEMPORARILY);
            elsewhere.setHeader(Messages.header("Contact", "<" + uri + ">"));
            call.end(new Ending(false, Response.MOVED_TEMPORARILY, null));
            send(elsewhere);
        }
    }

    /** A re-INVITE: answered at once, unless our own is under way (491) or a script says otherwise. */
    void reinvite(Request request, ServerTransaction opened) {
        invite = request;
        transaction = opened;
        int scripted = call.phone().habits().nextReinviteStatus();
        if (call.calling().pending()) {
            send(response(Response.REQUEST_PENDING));
        } else if (awaitsAck()) {
            Response early = response(Response.SERVER_INTERNAL_ERROR);
            early.setHeader(Messages.header("Retry-After", "1"));
            send(early);
        } else if (scripted == Response.OK) {
            call.dialog().refreshTarget(request);
            acceptAfter(call.phone().habits().reinvitePause, request);
        } else if (scripted != Phone.SILENCE) {
            send(response(scripted));
        }
    }

    private void acceptAfter(Duration pause, Request reinvite) {
        if (pause.isZero()) {
            accept();
            return;
        }
        thinking = true;
        call.after(pause, () -> {
            if (thinking && call.live() && invite == reinvite) {
                thinking = false;
                accept();
            }
        });
    }

    /** A BYE ends a re-INVITE that is still unanswered: 487 (RFC 3261 section 15.1.2). */
    void onBye() {
        if (thinking) {
            thinking = false;
            send(response(Response.REQUEST_TERMINATED));
        }
    }

    private void accept() {
        Optional<SessionDescription> offer = invite == null ? Optional.empty() : Messages.sdpOf(invite);
        offering = offer.isEmpty();
        Optional<String> sdp = offering ? Optional.of(call.media().offer()) : offer.flatMap(call.media()::answer);
        if (sdp.isEmpty()) {
            refuseMedia();
            return;
        }
        Response ok = response(Response.OK);
        Messages.sdp(ok, sdp.get());
        unacked = ok;
        firstOk = firstOk == null ? ok : firstOk;
        call.become(PhoneCall.State.CONNECTED);
        call.mediaChanged();
        send(ok);
        again(ok, T1, Duration.ZERO);
    }

    private void refuseMedia() {
        if (!call.connected()) {
            call.end(new Ending(false, Response.NOT_ACCEPTABLE_HERE, null));
        }
        send(response(Response.NOT_ACCEPTABLE_HERE));
    }

    /** Sends the 2xx again at T1, 2·T1 … T2 until the ACK or 64·T1, then BYE. */
    private void again(Response ok, Duration wait, Duration waited) {
        call.after(wait, () -> {
            if (unacked != ok || !call.live()) {
                return;
            }
            if (waited.plus(wait).compareTo(GIVE_UP) >= 0) {
                unacked = null;
                call.bye("SIP;cause=408;text=\"no ACK\"");
                return;
            }
            call.saw(false, ok);
            call.wire().sendAgain(ok);
            Duration next = wait.multipliedBy(2);
            again(ok, next.compareTo(T2) > 0 ? T2 : next, waited.plus(wait));
        });
    }

    void onAck(Request ack) {
        Response ok = unacked;
        if (ok == null || Messages.cseq(ok).getSeqNumber() != Messages.cseq(ack).getSeqNumber()) {
            return;
        }
        unacked = null;
        Optional<SessionDescription> sdp = Messages.sdpOf(ack);
        if (offering) {
            sdp.ifPresentOrElse(call.media()::accepted, () -> call.phone().fault("no answer in the ACK", call));
            call.mediaChanged();
        } else if (sdp.isPresent()) {
            call.phone().fault("an ACK with a description nobody asked for", call);
        }
        call.acked();
    }

    /** CANCEL: 200, and 487 to the INVITE when it is still unanswered (RFC 3261 section 9.2). */
    void onCancel(Request cancel, ServerTransaction opened) {
        Response ok = Messages.response(Response.OK, cancel);
        Messages.toTag(ok, call.dialog().localTag);
        call.saw(false, ok);
        call.wire().send(ok, opened);
        if (unanswered() && call.phone().habits().answersWhenCancelled) {
            accept();
        } else if (unanswered()) {
            call.endBy(cancel, Response.REQUEST_TERMINATED);
            send(response(Response.REQUEST_TERMINATED));
        }
    }

    private Response response(int status) {
        if (invite == null) {
            throw new IllegalStateException("no INVITE to answer");
        }
        Response response = Messages.response(status, invite);
        Messages.toTag(response, call.dialog().localTag);
        response.setHeader(Messages.header("Contact", "<" + call.dialog().contact() + ">"));
        Messages.allow(response);
        return response;
    }

    private void send(Response response) {
        if (transaction != null) {
            call.saw(false, response);
            call.wire().send(response, transaction);
        }
    }
}
