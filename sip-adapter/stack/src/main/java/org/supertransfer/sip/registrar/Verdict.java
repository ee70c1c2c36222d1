package org.supertransfer.sip.registrar;

import javax.sip.message.Response;

/** What {@link Admission} says about a request that wants to begin a call. */
public sealed interface Verdict {
    <R> R accept(Visitor<R> visitor);

    /** An allowed trunk peer, by the address its packets come from. */
    record FromTrunk(String host) implements Verdict {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.fromTrunk(this);
        }
    }

    /** A phone of this account, by digest or by its fixed contact's address. */
    record FromPhone(String username) implements Verdict {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.fromPhone(this);
        }
    }

    /** Send this 407 and forget the request. */
    record Challenge(Response response) implements Verdict {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.challenge(this);
        }
    }

    /** Send this final response and forget the request. */
    record Refuse(Response response) implements Verdict {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.refuse(this);
        }
    }

    /** Answer nothing at all: a scanner learns nothing. */
    record Silent() implements Verdict {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.silent(this);
        }
    }

    /** One method for each verdict. */
    interface Visitor<R> {
        R fromTrunk(FromTrunk verdict);

        R fromPhone(FromPhone verdict);

        R challenge(Challenge verdict);

        R refuse(Refuse verdict);

        R silent(Silent verdict);
    }
}
