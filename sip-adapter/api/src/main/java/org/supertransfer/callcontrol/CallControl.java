package org.supertransfer.callcontrol;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The port out: what a call may ask of its legs.
 *
 * <p>No method waits for the network and none throws because of it. A dialled leg reports through {@link CallEvent}s of
 * its own; a hold or a join reports success or failure exactly once, within 12 seconds, unless its (first) leg
 * reports {@link CallEvent.Ended} in its stead. Operations on one leg are queued
 * and never overlap; a hang-up overtakes what is queued and cancels what is in flight. After {@link CallEvent.Ended} a
 * leg never speaks again and operations on it are ignored, apart from a join, which then reports
 * {@link CallEvent.JoinFailed}, and a hold, which reports {@link CallEvent.HoldFailed}.
 *
 * <p>All methods may be called from any thread.
 */
public interface CallControl {
    /**
     * Begins a leg towards a party: INVITE to all its contacts at once, or to the trunks in order. Reports
     * {@link CallEvent.Trying}, {@link CallEvent.Ringing}, {@link CallEvent.EarlyMedia} and then {@link CallEvent.Answered}
     * or {@link CallEvent.Ended}. An answered leg is silent until it is joined; its 200 is acknowledged by the join, or
     * by itself after two seconds.
     */
    void dial(DialRequest request);

    /**
     * Tells an unanswered caller that we are at it: 180, or 182 repeated at least every 60 s so that no proxy gives up
     * (RFC 3261 section 16.6 step 11). Ignored on any other leg.
     */
    void ring(LegId caller, RingTone tone);

    /**
     * Lets two parties hear each other. One of them may be an unanswered caller: it is answered with the other's session
     * description. Otherwise by re-INVITE (RFC 3725). A pair that is joined already, or is being joined, sends nothing and
     * reports that outcome under this operation. A party of the pair that was joined to somebody else leaves that join.
     * Reports {@link CallEvent.Joined} or {@link CallEvent.JoinFailed}.
     */
    void join(LegId a, LegId b, OperationId operation);

    /**
     * Says where a leg that reported {@link CallEvent.Redirected} goes instead: to these, one after the other until one
     * answers, each with the same leg. Empty follows nothing, and the leg ends as it was refused. Only the first word
     * counts, and the leg does not wait for it longer than four seconds.
     */
    void redirect(LegId leg, List<DialRequest> instead);

    /** Puts a party on hold (RFC 3264 section 8.4). Reports {@link CallEvent.Held} or {@link CallEvent.HoldFailed}. */
    void hold(LegId leg, OperationId operation);

    /**
     * Ends a leg in whatever state it is: BYE, CANCEL, or a final response with the cause's status to an unanswered
     * caller. The leg reports {@link CallEvent.Ended} once, with this cause, when it is gone for the other side too or
     * cannot be reached any more.
     */
    void hangUp(LegId leg, EndCause why);

    /**
     * The transfer that a phone asked for has begun: 202, and a NOTIFY that says 100 unless the phone wants none (RFC 3515
     * section 2.4.4, RFC 4488). Ignored for a REFER that was answered before, as the other two are.
     */
    void acceptRefer(ReferId refer);

    /**
     * The transfer that a phone asked for does not begin.
     *
     * @param status a final status that leaves the phone's call alone (RFC 5057 section 5.1): 400, 403, 486, 488, 491, 503,
     *     603
     * @param why a short English text for the Warning header
     */
    void refuseRefer(ReferId refer, int status, String why);

    /**
     * How an accepted transfer goes on, for the phone's display: a NOTIFY with this status. A final one ends the
     * subscription; after a 2xx the phone has two seconds to say BYE before a hang-up with {@link
     * EndCause.Kind#TRANSFERRED} does.
     */
    void reportRefer(ReferId refer, int status, String text);

    /**
     * All legs of one call become the other's: from here on their events carry that call, in one order with its own. What
     * is under way between them is superseded; who talks goes on talking. Ignored when either has no leg.
     */
    void merge(CallId from, CallId into);

    /** Replaces the accounts that phones may register with; registrations of accounts that are no longer there end. */
    void accounts(Collection<PhoneAccount> accounts);

    /** What would be needed to rebuild this leg elsewhere; empty before the leg has a confirmed dialog or after its end. */
    Optional<LegSnapshot> snapshot(LegId leg);

    /** The trunks in the order of the settings. */
    List<TrunkStatus> trunks();

    /** The phones that are registered, by username; those with a fixed contact are not. */
    List<RegisteredPhone> registrations();

    /** Whether calls can come in: the listening points are open and an endpoint takes the events. */
    boolean listening();
}
