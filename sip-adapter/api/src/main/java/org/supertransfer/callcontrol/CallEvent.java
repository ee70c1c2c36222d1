package org.supertransfer.callcontrol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the adapter reports. Every event of a leg carries the call that owns the leg at that moment. */
public sealed interface CallEvent {
    <R> R accept(Visitor<R> visitor);

    /** An event of one leg. */
    sealed interface OfLeg extends CallEvent {
        CallId call();

        LegId leg();
    }

    /** Where an incoming call comes from; never an unchecked address. */
    sealed interface Origin {
        /** An allowed trunk peer. */
        record Trunk(String host) implements Origin {}

        /** A phone of this account, authenticated by digest or by its fixed contact. */
        record Phone(String username) implements Origin {}
    }

    /**
     * An INVITE came: a new call with this leg as its first. 100 has been sent and nothing else.
     *
     * @param caller as the network says
     * @param called the user part of the Request-URI
     */
    record Incoming(CallId call, LegId leg, Origin origin, Party caller, String called) implements OfLeg {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.incoming(this);
        }
    }

    /** The first provisional response of any kind: somebody is there (at most once a leg). */
    record Trying(CallId call, LegId leg) implements OfLeg {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.trying(this);
        }
    }

    /** The first 18x of a dialled leg (at most once a leg). */
    record Ringing(CallId call, LegId leg) implements OfLeg {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.ringing(this);
        }
    }

    /** The first provisional with a session description (at most once a leg; after {@link Ringing}). */
    record EarlyMedia(CallId call, LegId leg) implements OfLeg {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.earlyMedia(this);
        }
    }

    /**
     * A dialled leg is asked to go elsewhere (RFC 3261 section 8.1.3.4); it waits for {@link CallControl#redirect}, which
     * decides. At most once a leg: what redirects again is a failure.
     *
     * @param status 300 to 399
     * @param numbers the user parts of the contacts, most wanted first; unchecked words of the other side
     */
    record Redirected(CallId call, LegId leg, int status, List<String> numbers) implements OfLeg {
        public Redirected {
            numbers = List.copyOf(numbers);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.redirected(this);
        }
    }

    /** A dialled leg was answered (once). */
    record Answered(CallId call, LegId leg) implements OfLeg {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.answered(this);
        }
    }

    /** A hold succeeded. */
    record Held(CallId call, LegId leg, OperationId operation) implements OfLeg {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.held(this);
        }
    }

    /** A hold failed, the leg lives; {@code superseded} when a later operation took its place. */
    record HoldFailed(CallId call, LegId leg, OperationId operation, boolean superseded) implements OfLeg {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.holdFailed(this);
        }
    }

    /** Two legs are joined; reported once, as an event of {@code leg}. */
    record Joined(CallId call, LegId leg, LegId other, OperationId operation) implements OfLeg {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.joined(this);
        }
    }

    /** A join failed; both legs may live on. {@code superseded} when a later operation took its place. */
    record JoinFailed(CallId call, LegId leg, LegId other, OperationId operation, boolean superseded) implements OfLeg {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.joinFailed(this);
        }
    }

    /** The party itself put the call on hold, or took it back, with its phone's own key. */
    record PartyHold(CallId call, LegId leg, boolean held) implements OfLeg {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.partyHold(this);
        }
    }

    /**
     * A phone asks to transfer the other party (REFER, RFC 3515). Answered once, by {@link CallControl#acceptRefer} or
     * {@link CallControl#refuseRefer}; nobody's answer within 12 seconds is 503.
     *
     * @param leg whose phone asks; not checked whether it may
     */
    record ReferRequested(CallId call, LegId leg, ReferId refer, ReferTarget target) implements OfLeg {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.referRequested(this);
        }
    }

    /** The leg is gone; the last event of a leg, in place of all its pending reports. */
    record Ended(CallId call, LegId leg, EndCause cause) implements OfLeg {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.ended(this);
        }
    }

    /**
     * An account's registered contacts changed.
     *
     * @param contacts how many contacts it has now
     * @param userAgent what the newest of them calls itself, null when it does not say
     */
    record RegistrationChanged(String username, int contacts, @Nullable String userAgent) implements CallEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.registrationChanged(this);
        }
    }

    /** One method for each kind of event. */
    interface Visitor<R> {
        R incoming(Incoming event);

        R trying(Trying event);

        R ringing(Ringing event);

        R earlyMedia(EarlyMedia event);

        R redirected(Redirected event);

        R answered(Answered event);

        R held(Held event);

        R holdFailed(HoldFailed event);

        R joined(Joined event);

        R joinFailed(JoinFailed event);

        R partyHold(PartyHold event);

        R referRequested(ReferRequested event);

        R ended(Ended event);

        R registrationChanged(RegistrationChanged event);
    }
}
