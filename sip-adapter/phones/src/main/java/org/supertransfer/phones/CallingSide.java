package org.supertransfer.phones;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import javax.sip.header.AuthorizationHeader;
import javax.sip.header.ProxyAuthorizationHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/** INVITEs and re-INVITEs that a phone sends: challenge, CANCEL, ACK, 491 (RFC 3261 sections 13.2 and 14.1). */
final class CallingSide implements Exchange.Owner {
    private static final int RETRIES = 3;

    private final PhoneCall call;
    private @Nullable Exchange exchange;
    private @Nullable Request lastAck;
    private @Nullable CompletableFuture<Integer> reinviting;
    private boolean offered;
    private boolean cancelled;
    private boolean cancelSent;
    private int retries;
    private final Map<String, Long> acknowledged = new HashMap<>();

    CallingSide(PhoneCall call) {
        this.call = call;
    }

    /** Whether an INVITE of ours has no final response yet. */
    boolean pending() {
        return exchange != null;
    }

    /** Places the call. */
    void start(CallOptions options) {
        Request invite = invite(options.withOffer());
        options.headers().forEach((name, value) -> invite.addHeader(Messages.header(name, value)));
        begin(invite);
    }

    void reinvite(boolean withOffer, CompletableFuture<Integer> result) {
        if (!call.connected() || pending()) {
            result.complete(Response.REQUEST_PENDING);
            return;
        }
        reinviting = result;
        begin(invite(withOffer));
    }

    private Request invite(boolean withOffer) {
        Request invite = call.dialog().request(Request.INVITE);
        offered = withOffer;
        if (withOffer) {
            Messages.sdp(invite, call.media().offer());
        }
        return invite;
    }

    private void begin(Request invite) {
        exchange = new Exchange(call.wire(), invite, this)
                .proving(call.phone().habits().credentials, call.dialog()::nextCseq);
        exchange.begin();
    }

    /** Gives up an unanswered call; waits for a provisional response when none came (RFC 3261 section 9.1). */
    void cancel() {
        if (cancelled || exchange == null) {
            return;
        }
        cancelled = true;
        sendCancel();
    }

    private void sendCancel() {
        if (!cancelSent && exchange != null && exchange.heardProvisional()) {
            cancelSent = true;
            exchange.cancel();
            call.after(CalledSide.GIVE_UP, () -> call.end(new Ending(false, Response.REQUEST_TERMINATED, null)));
        }
    }

    @Override
    public void sent(Request request) {
        call.saw(false, request);
    }

    @Override
    public void received(Response response) {
        call.saw(true, response);
    }

    @Override
    public void provisional(Response response) {
        if (call.connected() || !call.live() || !acknowledge(response)) {
            return;
        }
        if (cancelled) {
            sendCancel();
        }
        if (response.getStatusCode() > Response.TRYING) {
            call.dialog().early(response);
            call.become(PhoneCall.State.RINGING);
        }
        Messages.sdpOf(response).filter(sdp -> offered).ifPresent(call.media()::accepted);
        call.mediaChanged();
    }

    /** PRACK for a response that wants one; false when it came before (RFC 3262 section 4). */
    private boolean acknowledge(Response response) {
        Optional<Long> number = Reliably.numberOf(response);
        String tag = String.valueOf(Messages.toTag(response));
        if (number.isEmpty()) {
            return true;
        }
        if (acknowledged.getOrDefault(tag, 0L) >= number.get()) {
            return false;
        }
        acknowledged.put(tag, number.get());
        Request prack = call.dialog().fork(response, call.phone().line()).request(Request.PRACK);
        call.dialog().nextCseq();
        long invite = Messages.cseq(response).getSeqNumber();
        prack.setHeader(Messages.header("RAck", number.get() + " " + invite + " " + Request.INVITE));
        if (!offered) {
            Messages.sdpOf(response).flatMap(call.media()::answer).ifPresent(answer -> Messages.sdp(prack, answer));
        }
        new Exchange(call.wire(), prack, Exchange.Owner.listener(this)).begin();
        return true;
    }

    @Override
    public void last(Response response) {
        long cseq = Messages.cseq(response).getSeqNumber();
        Request acknowledged = exchange == null ? null : exchange.request();
        exchange = null;
        if (response.getStatusCode() < 300) {
            confirmed(response, acknowledged, cseq);
        } else {
            refused(response);
        }
    }

    private void confirmed(Response response, @Nullable Request invite, long cseq) {
        call.dialog().confirm(response);
        Request ack = call.dialog().ack(cseq);
        carryProof(invite, ack);
        Optional<SessionDescription> sdp = Messages.sdpOf(response);
        if (offered) {
            sdp.ifPresent(call.media()::accepted);
        } else {
            sdp.flatMap(call.media()::answer).ifPresent(answer -> Messages.sdp(ack, answer));
        }
        lastAck = ack;
        call.become(PhoneCall.State.CONNECTED);
        call.mediaChanged();
        call.saw(false, ack);
        call.wire().sendAck(ack);
        settle(response.getStatusCode());
        if (cancelled) {
            call.bye(null);
        }
    }

    /** An ACK carries the proof of its INVITE (RFC 3261 section 22.1). */
    private static void carryProof(@Nullable Request invite, Request ack) {
        if (invite == null) {
            return;
        }
        for (String name : new String[] {AuthorizationHeader.NAME, ProxyAuthorizationHeader.NAME}) {
            Messages.values(invite, name).forEach(value -> ack.addHeader(Messages.header(name, value)));
        }
    }

    private void refused(Response response) {
        int status = response.getStatusCode();
        call.media().refused();
        if (!call.connected()) {
            endUnanswered(response, status);
            settle(status);
        } else if (status == Response.REQUEST_PENDING && retries < RETRIES) {
            retries++;
            call.after(glareWait(), this::again);
        } else {
            settle(status);
            if (status == Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST || status == Response.REQUEST_TIMEOUT) {
                call.endBy(response, status);
            }
        }
    }

    private void endUnanswered(Response response, int status) {
        if (cancelled) {
            call.end(new Ending(false, status, null));
        } else {
            call.endBy(response, status);
        }
    }

    private void again() {
        if (call.connected() && !pending()) {
            begin(invite(offered));
        } else {
            settle(Response.REQUEST_PENDING);
        }
    }

    /** The owner of the Call-ID waits longer (RFC 3261 section 14.1). */
    private Duration glareWait() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return Duration.ofMillis(call.dialog().caller ? random.nextInt(2_100, 4_001) : random.nextInt(0, 2_001));
    }

    private void settle(int status) {
        retries = 0;
        CompletableFuture<Integer> result = reinviting;
        reinviting = null;
        if (result != null) {
            result.complete(status);
        }
    }

    /** A 2xx again: ACK again; of another fork: ACK, then BYE (RFC 3261 section 13.2.2.4). */
    void on2xxAgain(Response response) {
        call.saw(true, response);
        String tag = Messages.toTag(response);
        Request ack = lastAck;
        if (ack != null && tag != null && tag.equals(call.dialog().remoteTag())) {
            call.saw(false, ack);
            call.wire().sendAck(ack);
        } else if (tag != null) {
            Dialog fork = call.dialog().fork(response, call.phone().line());
            call.wire().sendAck(fork.ack(Messages.cseq(response).getSeqNumber()));
            new Exchange(call.wire(), fork.request(Request.BYE), Exchange.Owner.listener(this)).begin();
        }
    }
}
