package org.supertransfer.sip.leg;

import java.util.Optional;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import org.supertransfer.callcontrol.CallEvent;
import org.supertransfer.callcontrol.EndCause;
import org.supertransfer.callcontrol.LegId;
import org.supertransfer.callcontrol.LegSnapshot;
import org.supertransfer.sip.transport.Source;

/** Our side of one party's signalling: what it is just now, its media, and whom it hears. */
final class Leg {
    /** Max-Forwards of a call that begins here (RFC 3261 section 8.1.1.6). */
    static final int HOPS = 70;

    private final LegId id;
    private volatile Call call;
    private final LegMedia media;
    private final boolean dialled;
    private final Identity identity = new Identity(this);
    private @Nullable Side side;
    private @Nullable Leg partner;
    private @Nullable Referral referral;
    private volatile @Nullable String account;
    private volatile @Nullable LegSnapshot snapshot;
    private volatile @Nullable String trunk;
    private int hops = HOPS;
    private volatile boolean ended;

    /** @param dialled whether we call the party, and not the party us */
    Leg(LegId id, Call call, boolean dialled) {
        this.id = id;
        this.call = call;
        this.dialled = dialled;
        this.media = new LegMedia(call.origin(id));
    }

    LegId id() {
        return id;
    }

    Call call() {
        return call;
    }

    /** The call takes this leg over, in its own lane, which is this leg's by then. */
    void moveTo(Call other) {
        call = other;
    }

    boolean dialled() {
        return dialled;
    }

    LegMedia media() {
        return media;
    }

    /** Who the party is and whom it believes to talk with. */
    Identity identity() {
        return identity;
    }

    Optional<Side> side() {
        return Optional.ofNullable(side);
    }

    void become(Side next) {
        side = next;
    }

    /** The confirmed dialog, if the leg has one and it is not being left. */
    Optional<Talk> talk() {
        return side instanceof Talk talk && !ended && !talk.leaving() ? Optional.of(talk) : Optional.empty();
    }

    /** The unanswered caller, if the leg is one. */
    Optional<Caller> caller() {
        return side instanceof Caller caller && !ended ? Optional.of(caller) : Optional.empty();
    }

    /**
     * The numeric address of the trunk that this leg goes by, empty for a phone. Any address may claim a trunk's dialog;
     * phones move about, and prove themselves with what they know of theirs.
     */
    Optional<String> trunk() {
        return Optional.ofNullable(trunk);
    }

    void byTrunk(@Nullable String host) {
        trunk = host;
    }

    /**
     * What is sent again after a challenge; empty when who asks is not the trunk that we call by and whose password alone
     * we know (a phone, a peer that may call us, whoever the trunk's Contact leads to), or when it is hopeless.
     *
     * @param challenges how many challenges the request has had before this one
     */
    Optional<Request> credentials(Request sent, Response challenge, int challenges) {
        Surroundings around = call.surroundings();
        String from = Source.of(challenge).host();
        boolean ofTrunk = trunk != null
                && (dialled && trunk.equals(from) || around.trunks().isAt(from));
        return ofTrunk ? around.digest().answer(sent, challenge, challenges) : Optional.empty();
    }

    /** The account whose phone this is; empty for everybody else. */
    Optional<String> account() {
        return Optional.ofNullable(account);
    }

    void ofAccount(@Nullable String username) {
        account = username;
    }

    /** The phone's latest REFER that was taken. */
    Optional<Referral> referral() {
        return Optional.ofNullable(referral);
    }

    void referral(Referral latest) {
        referral = latest;
    }

    /** How many hops this leg's call may still go. */
    int hops() {
        return hops;
    }

    void hops(int left) {
        hops = left;
    }

    /** Another party, dialled for this one, rings: an unanswered caller hears of it, an answered one its early media. */
    void progress(Progress news) {
        if (caller().isPresent()) {
            caller().get().progress(news);
        } else if (talk().isPresent() && news.early() != null && partner == null) {
            call.operations().addIfIdle(new EarlyWord(this, news.early()));
        }
    }

    boolean ended() {
        return ended;
    }

    /** Whom this party hears. */
    Optional<Leg> partner() {
        return Optional.ofNullable(partner);
    }

    void join(Leg other) {
        leave();
        other.leave();
        partner = other;
        other.partner = this;
    }

    /** Parts this leg and its partner; nothing is sent. */
    void leave() {
        if (partner != null) {
            partner.partner = null;
            partner = null;
        }
    }

    /** Writes down the dialog as it is now, for {@link #snapshot}. */
    void publish() {
        snapshot = Snapshots.of(this).orElse(null);
    }

    /** The dialog as it was after the last message of ours; from any thread. */
    Optional<LegSnapshot> snapshot() {
        return Optional.ofNullable(snapshot);
    }

    void emit(CallEvent event) {
        if (!ended) {
            call.emit(event);
        }
    }

    /** The leg is gone: its last event. What waits for it fails afterwards. */
    void end(EndCause cause) {
        if (ended) {
            return;
        }
        ended = true;
        snapshot = null;
        leave();
        call.emit(new CallEvent.Ended(call.id(), id, cause));
        call.operations().legEnded(this);
        call.forget(this);
    }
}
