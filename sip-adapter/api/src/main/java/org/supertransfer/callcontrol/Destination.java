package org.supertransfer.callcontrol;

/** Where a leg is dialled to. */
public sealed interface Destination {
    <R> R accept(Visitor<R> visitor);

    /** All contacts of an account's phones, registered or fixed. */
    record Phones(String username) implements Destination {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.phones(this);
        }
    }

    /**
     * A fixed SIP address, for a phone that does not register.
     *
     * @param uri a {@code sip:} URI
     */
    record Address(String uri) implements Destination {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.address(this);
        }
    }

    /**
     * A number outside, by the trunk.
     *
     * @param number as dialled towards the trunk: E.164 with a leading +, or a national short number
     */
    record Outside(String number) implements Destination {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.outside(this);
        }
    }

    /** One method for each kind of destination. */
    interface Visitor<R> {
        R phones(Phones to);

        R address(Address to);

        R outside(Outside to);
    }
}
