package org.supertransfer.phones;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import javax.sip.header.ReasonHeader;
import javax.sip.message.Message;
import javax.sip.message.Request;
import org.jspecify.annotations.Nullable;

/**
 * One call of a phone: its dialog, its media and what crossed the wire. Commands return at once and are carried out on the
 * network's lane; state is read from any thread.
 */
public final class PhoneCall {
    /** What the phone's display would show. */
    public enum State {
        /** The INVITE is sent or has come; nobody was told of ringing yet. */
        CALLING,
        RINGING,
        CONNECTED,
        ENDED
    }

    private final Phone phone;
    private final Dialog dialog;
    private final Media media;
    private final WireLog log = new WireLog();
    private final CallingSide calling = new CallingSide(this);
    private final CalledSide called = new CalledSide(this);
    private final InDialog inDialog = new InDialog(this);
    private final TransferKey transferKey = new TransferKey(this);
    private final Deque<Runnable> afterAck = new ArrayDeque<>();
    private final CopyOnWriteArrayList<MediaEndpoint> heardFrom = new CopyOnWriteArrayList<>();
    private final String dialled;
    private final Set<State> been = ConcurrentHashMap.newKeySet();
    private volatile State state = State.CALLING;
    private volatile @Nullable Ending ending;

    PhoneCall(Phone phone, Dialog dialog, String dialled) {
        this.phone = phone;
        this.dialog = dialog;
        this.dialled = dialled;
        this.media = phone.habits().newMedia();
        this.been.add(State.CALLING);
    }

    public Phone phone() {
        return phone;
    }

    public State state() {
        return state;
    }

    public boolean connected() {
        return state == State.CONNECTED;
    }

    public boolean live() {
        return state != State.ENDED;
    }

    /** The user part of the URI that was called. */
    public String dialled() {
        return dialled;
    }

    /** How it ended; empty while it lives. */
    public Optional<Ending> ending() {
        return Optional.ofNullable(ending);
    }

    /** What crossed the wire for this call. */
    public WireLog log() {
        return log;
    }

    /** The first INVITE, with who calls (From, P-Asserted-Identity) and why (Diversion, Referred-By). */
    public Optional<WireMessage> invite() {
        return log.first(message -> message.is(Request.INVITE));
    }

    /** The session description that the other side sent last. */
    public Optional<SessionDescription> remoteSdp() {
        return media.received();
    }

    /** The session description that this phone sent last and that was accepted. */
    public Optional<SessionDescription> localSdp() {
        return media.sent();
    }

    /** Where this call of the phone listens; no other call of this JVM listens there. */
    public MediaEndpoint mediaEndpoint() {
        return media.local();
    }

    /** Every place this call was told to send to, oldest first. */
    List<MediaEndpoint> partners() {
        return heardFrom;
    }

    /** What flows, as this phone sees it; INACTIVE before the answer and after the end. */
    public Direction flow() {
        return live() ? media.flow() : Direction.INACTIVE;
    }

    /** Whether the other's voice reaches this phone: the other sends to exactly this call's media, and this one listens. */
    public boolean hears(PhoneCall other) {
        boolean addressed = other.remoteSdp()
                .filter(sdp -> sdp.endpoint().equals(mediaEndpoint()))
                .isPresent();
        return addressed && connected() && other.connected() && other.flow().sends() && flow().receives();
    }

    /** Whether each hears the other. */
    public boolean talksWith(PhoneCall other) {
        return hears(other) && other.hears(this);
    }

    /** Waits until the call is, or has been, in a state. */
    public PhoneCall await(State wanted, Duration limit) {
        return await("state " + wanted, call -> call.been.contains(wanted), limit);
    }

    /** Waits until something holds for this call. */
    public PhoneCall await(String what, Predicate<PhoneCall> condition, Duration limit) {
        Changes.await(phone.user() + ": " + what, () -> condition.test(this), limit, this::toString);
        return this;
    }

    /** Tells the caller that it rings: 180. */
    public void ring() {
        post(called::ring);
    }

    /** 183 with the session description: early media (RFC 3960). */
    public void earlyMedia() {
        post(called::progress);
    }

    /** Lifts the receiver: 200. */
    public void answer() {
        post(called::answer);
    }

    /** Sends the 200 of the first INVITE once more, as if its ACK had been lost. */
    public void repeatAnswer() {
        post(called::repeat);
    }

    /** A final response to an unanswered call. */
    public void reject(int status) {
        post(() -> called.reject(status));
    }

    /** Sends an unanswered call elsewhere: 302 with this Contact. */
    public void redirect(String uri) {
        post(() -> called.redirect(uri));
    }

    /**
     * Ends the call in whatever state it is: BYE, CANCEL, or 480. A BYE waits for the ACK of the answer (RFC 3261 section
     * 15), not for that of a re-INVITE.
     */
    public void hangUp() {
        post(() -> {
            if (state == State.CONNECTED && called.awaitsFirstAck()) {
                afterAck.add(() -> bye(null));
            } else if (state == State.CONNECTED) {
                bye(null);
            } else if (live() && dialog.caller) {
                calling.cancel();
            } else if (live()) {
                called.reject(480);
            }
        });
    }

    /** The phone's hold key: re-INVITE with sendonly. Completes with the final status. */
    public CompletableFuture<Integer> hold() {
        return renegotiate(Direction.SENDONLY, true);
    }

    /** Takes the call back from the phone's own hold. */
    public CompletableFuture<Integer> resume() {
        return renegotiate(Direction.SENDRECV, true);
    }

    /** A re-INVITE of the phone's own with any direction, with or without an offer. Completes with the final status. */
    public CompletableFuture<Integer> renegotiate(Direction direction, boolean withOffer) {
        CompletableFuture<Integer> result = new CompletableFuture<>();
        post(() -> whenAcked(() -> {
            media.wish(direction);
            calling.reinvite(withOffer, result);
        }));
        return result;
    }

    /** Any other request in the dialog, with a body or none. Completes with the final status. */
    public CompletableFuture<Integer> send(String method, @Nullable String contentType, @Nullable String body) {
        CompletableFuture<Integer> result = new CompletableFuture<>();
        post(() -> inDialog.send(method, contentType, body, result));
        return result;
    }

    /** The phone's own transfer key. */
    public TransferKey transferKey() {
        return transferKey;
    }

    InDialog inDialog() {
        return inDialog;
    }

    void onRequest(Request request, javax.sip.@Nullable ServerTransaction transaction) {
        saw(true, request);
        inDialog.onRequest(request, transaction);
        Changes.happened();
    }

    /** Says BYE; the call counts as ended at once, its dialog still answers what crosses. */
    void bye(@Nullable String reason) {
        if (live()) {
            end(new Ending(false, 200, null));
            inDialog.bye(reason);
        }
    }

    void whenAcked(Runnable task) {
        if (called.awaitsAck()) {
            afterAck.add(task);
        } else {
            task.run();
        }
    }

    void acked() {
        for (Runnable task = afterAck.poll(); task != null; task = afterAck.poll()) {
            task.run();
        }
    }

    void become(State next) {
        if (live()) {
            state = next;
            been.add(next);
        }
        Changes.happened();
    }

    void mediaChanged() {
        remoteSdp().map(SessionDescription::endpoint).ifPresent(heardFrom::add);
        Changes.happened();
    }

    void end(Ending how) {
        if (live()) {
            ending = how;
            state = State.ENDED;
            been.add(State.ENDED);
            phone.network().forgetLater(dialog.key());
        }
        Changes.happened();
    }

    void endBy(Message message, int status) {
        String reason =
                Messages.values(message, ReasonHeader.NAME).stream().findFirst().orElse(null);
        end(new Ending(true, status, reason));
    }

    void saw(boolean received, Message message) {
        phone.saw(log, received, message);
    }

    Dialog dialog() {
        return dialog;
    }

    Media media() {
        return media;
    }

    CallingSide calling() {
        return calling;
    }

    CalledSide called() {
        return called;
    }

    SipWire wire() {
        return phone.network().wire();
    }

    void post(Runnable task) {
        after(Duration.ZERO, task);
    }

    void after(Duration delay, Runnable task) {
        phone.network().after(delay, task);
    }

    @Override
    public String toString() {
        return phone.user() + " " + state + " " + flow() + " " + mediaEndpoint() + " [" + log + "]";
    }
}
