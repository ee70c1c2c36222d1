package org.supertransfer.phones;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.sip.ServerTransaction;
import javax.sip.message.Message;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/**
 * A virtual phone: takes and places calls, registers, and remembers all that crossed its wire. Without a script it rings
 * and waits for its owner's commands.
 */
public final class Phone {
    /** In place of a status for {@link #answersNextReinvites}: no reply at all. */
    public static final int SILENCE = 0;

    static final String USER_AGENT = "Super Transfer virtual phone";
    static final String ALLOW = "INVITE, ACK, CANCEL, BYE, OPTIONS, INFO, UPDATE, MESSAGE, NOTIFY, PRACK";

    private final PhoneNetwork network;
    private final String user;
    private final @Nullable String name;
    private final WireLog log = new WireLog();
    private final List<PhoneCall> calls = new CopyOnWriteArrayList<>();
    private final Habits habits = new Habits();

    Phone(PhoneNetwork network, String user, @Nullable String name) {
        this.network = network;
        this.user = user;
        this.name = name;
    }

    /** The user part of its contact. */
    public String user() {
        return user;
    }

    /** The address at which it takes calls. */
    public String uri() {
        return network.uri(user);
    }

    /** From now on, what it does with each call. */
    public Phone behaves(Behaviour always) {
        habits.behaviour = dialled -> always;
        return this;
    }

    /** From now on, what it does with a call, by the user part that was called; asked more than once for a call. */
    public Phone behaves(Function<String, Behaviour> byDialled) {
        habits.behaviour = byDialled;
        return this;
    }

    /** What it can hear and say in calls to come. */
    public Phone speaks(Codecs wanted) {
        habits.codecs = wanted;
        return this;
    }

    /** Where its calls to come listen, in place of a port of their own: it speaks for another, as a B2BUA does. */
    Phone offersFor(MediaEndpoint another) {
        habits.media = another;
        return this;
    }

    /** What it answers challenges with. */
    public Phone proves(Credentials proof) {
        habits.credentials = proof;
        return this;
    }

    /** Takes calls only with this proof, asking by 407 (RFC 3261 section 22.3); null lets everybody in again. */
    public Phone demands(@Nullable Credentials proof) {
        habits.guard = proof == null ? null : new Guard(proof);
        return this;
    }

    /** How the next re-INVITEs are answered, one status each, 200 for an answer as usual; then all as usual. */
    public Phone answersNextReinvites(int... statuses) {
        habits.nextReinvites(statuses);
        return this;
    }

    /** From now on, how long it takes to answer a re-INVITE. */
    public Phone answersReinvitesAfter(Duration pause) {
        habits.reinvitePause = pause;
        return this;
    }

    /** From now on, a CANCEL finds the call just answered: its 200 crosses the CANCEL (RFC 3261 section 9.2). */
    public Phone answersWhenCancelled() {
        habits.answersWhenCancelled = true;
        return this;
    }

    /** From now on, its ringing and early media want a PRACK of callers that know it (RFC 3262). */
    public Phone ringsReliably() {
        habits.reliable = true;
        return this;
    }

    /** Calls a SIP URI. */
    public PhoneCall call(String target) {
        return call(target, CallOptions.USUAL);
    }

    /** Calls a SIP URI, e.g. {@code sip:0201234500@127.0.0.1:5060}. */
    public PhoneCall call(String target, CallOptions options) {
        String shown = name == null ? "" : "\"" + name + "\" ";
        String from = shown + "<sip:" + user + "@" + SipWire.HOST + ":"
                + network.wire().port() + ">";
        PhoneCall call = new PhoneCall(this, Dialog.calling(line(), from, target), Messages.user(Messages.uri(target)));
        calls.add(call);
        network.after(Duration.ZERO, () -> {
            network.remember(call);
            call.calling().start(options);
        });
        return call;
    }

    /** A registration with a registrar, not yet sent. */
    public Registration registration(String registrarHost, int registrarPort) {
        return new Registration(this, registrarHost + ":" + registrarPort);
    }

    /** Its calls, oldest first, ended ones included. */
    public List<PhoneCall> calls() {
        return List.copyOf(calls);
    }

    /** Its last call that lives. */
    public Optional<PhoneCall> liveCall() {
        return calls.stream().filter(PhoneCall::live).reduce((older, newer) -> newer);
    }

    /** Waits until it has a live call that matches. */
    public PhoneCall awaitCall(Predicate<PhoneCall> wanted, Duration limit) {
        Predicate<PhoneCall> live = PhoneCall::live;
        Changes.await(user + ": a call", () -> calls.stream().anyMatch(live.and(wanted)), limit, this::toString);
        return calls.stream()
                .filter(live.and(wanted))
                .reduce((older, newer) -> newer)
                .orElseThrow(() -> new NotSeenError(user + ": the call went away"));
    }

    /** Waits until it has a live call. */
    public PhoneCall awaitCall(Duration limit) {
        return awaitCall(call -> true, limit);
    }

    /** Whether the voice of some call of the other reaches some call of this phone. */
    public boolean hears(Phone other) {
        return calls.stream().anyMatch(mine -> other.calls.stream().anyMatch(mine::hears));
    }

    /** Whether each hears the other. */
    public boolean talksWith(Phone other) {
        return calls.stream().anyMatch(mine -> other.calls.stream().anyMatch(mine::talksWith));
    }

    /** All that crossed its wire: calls, registrations and requests outside of calls. */
    public WireLog log() {
        return log;
    }

    /** Forgets calls that have ended and the log, for long runs. */
    public void forget() {
        calls.removeIf(call -> !call.live());
        log.clear();
    }

    boolean ignores(Request invite) {
        boolean silent =
                habits.behaviour.apply(Messages.user(invite.getRequestURI())).silent();
        if (silent) {
            saw(null, true, invite);
        }
        return silent;
    }

    /** A new call comes in. On the lane. */
    void onInvite(Request invite, ServerTransaction transaction) {
        Guard door = habits.guard;
        if (door != null && !door.admits(invite)) {
            saw(null, true, invite);
            reply(door.challenge(invite), transaction);
            return;
        }
        String dialled = Messages.user(invite.getRequestURI());
        PhoneCall call = new PhoneCall(this, Dialog.called(line(), invite), dialled);
        call.saw(true, invite);
        Messages.sdpOf(invite).ifPresent(call.media()::offeredBy);
        call.called().initial(invite, transaction);
        network.remember(call);
        calls.add(call);
        Changes.happened();
        habits.behaviour.apply(dialled).run(call);
    }

    /** A request outside of calls: OPTIONS and the like. On the lane. */
    void onStray(Request request, ServerTransaction transaction) {
        saw(null, true, request);
        boolean known =
                ALLOW.contains(request.getMethod()) && !request.getMethod().equals(Request.BYE);
        Response response = Messages.response(known ? Response.OK : Response.NOT_IMPLEMENTED, request);
        Messages.allow(response);
        reply(response, transaction);
    }

    private void reply(Response response, ServerTransaction transaction) {
        Messages.toTag(response, Messages.random().substring(0, 10));
        saw(null, false, response);
        network.wire().send(response, transaction);
    }

    void saw(@Nullable WireLog callLog, boolean received, Message message) {
        WireMessage seen = WireMessage.of(received, message);
        log.add(seen);
        if (callLog != null) {
            callLog.add(seen);
        }
        Changes.happened();
    }

    void fault(String what, PhoneCall call) {
        network.fault(user + ": " + what + " in " + call);
    }

    Habits habits() {
        return habits;
    }

    PhoneNetwork network() {
        return network;
    }

    Dialog.Line line() {
        return new Dialog.Line(network.wire(), uri());
    }

    @Override
    public String toString() {
        return user + " " + calls;
    }
}
