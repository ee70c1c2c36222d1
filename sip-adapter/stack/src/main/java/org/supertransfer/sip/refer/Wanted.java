package org.supertransfer.sip.refer;

/** What a REFER asks for, read from its Refer-To. */
public sealed interface Wanted {
    <R> R accept(Visitor<R> visitor);

    /** A number of ours or outside, not looked up yet. */
    record Number(String number) implements Wanted {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.number(this);
        }
    }

    /** The far end of another dialog of the same phone. */
    record Replacing(DialogName dialog) implements Wanted {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.replacing(this);
        }
    }

    /**
     * Nothing that we do.
     *
     * @param status to answer with
     * @param why for the Warning header
     */
    record Refused(int status, String why) implements Wanted {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.refused(this);
        }
    }

    /** One method for each of them. */
    interface Visitor<R> {
        R number(Number wanted);

        R replacing(Replacing wanted);

        R refused(Refused wanted);
    }
}
