package org.supertransfer.callcontrol;

/** Whom a phone's own transfer key names. */
public sealed interface ReferTarget {
    <R> R accept(Visitor<R> visitor);

    /**
     * A number of ours or outside.
     *
     * @param number as the phone sent it: the user part of the URI, or a {@code tel:} number
     */
    record Number(String number) implements ReferTarget {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.number(this);
        }
    }

    /**
     * The far end of another call that this phone has by us (Replaces, RFC 3891).
     *
     * @param call that other call, as it was when the REFER came
     * @param leg the phone's own leg of it
     */
    record Consultation(CallId call, LegId leg) implements ReferTarget {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.consultation(this);
        }
    }

    /** One method for each kind of target. */
    interface Visitor<R> {
        R number(Number target);

        R consultation(Consultation target);
    }
}
