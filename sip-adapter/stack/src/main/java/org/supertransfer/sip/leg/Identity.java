package org.supertransfer.sip.leg;

import java.text.ParseException;
import java.util.Optional;
import javax.sip.address.Address;
import javax.sip.address.AddressFactory;
import javax.sip.message.Request;
import org.jspecify.annotations.Nullable;
import org.supertransfer.callcontrol.Destination;
import org.supertransfer.callcontrol.Party;
import org.supertransfer.sip.registrar.Registrar;
import org.supertransfer.sip.transport.Clean;
import org.supertransfer.sip.transport.SipFactories;

/**
 * Who the party of a leg is, and whom its phone shows (RFC 3325). Other parties' identities are asserted to our own phones
 * alone: outside the call comes from our number, from the first message to the last.
 */
final class Identity {
    private final Leg leg;
    private Party party = new Party("", null);
    private @Nullable Party shown;
    private @Nullable Leg facing;

    Identity(Leg leg) {
        this.leg = leg;
    }

    /** The party called us, and believes to have reached this number. */
    void called(Party caller, String number) {
        party = caller;
        shown = new Party(number, null);
    }

    /** We call the party, whose phone shows this caller. */
    void dialled(Destination to, Party caller) {
        party = new Party(numberOf(to, leg.call().surroundings().registrar()), null);
        shown = caller;
    }

    private static String numberOf(Destination destination, Registrar registrar) {
        return destination.accept(new Destination.Visitor<>() {
            @Override
            public String phones(Destination.Phones to) {
                return registrar.extension(to.username()).orElse(to.username());
            }

            @Override
            public String address(Destination.Address to) {
                String user = to.uri().replaceFirst("^sips?:", "");
                return user.contains("@") ? user.substring(0, user.indexOf('@')) : "";
            }

            @Override
            public String outside(Destination.Outside to) {
                return to.number();
            }
        });
    }

    /** The party is about to hear this other one. */
    void faces(Leg other) {
        facing = other;
    }

    /** Whether the phone, one of ours, still shows somebody else. */
    boolean isOld() {
        return whom().filter(party -> shown == null || !party.number().equals(shown.number()))
                .isPresent();
    }

    private Optional<Party> whom() {
        return leg.trunk().isPresent()
                ? Optional.empty()
                : Optional.ofNullable(facing).map(other -> other.identity().party);
    }

    /** Says in a request of ours who speaks; one who wants to be nobody (RFC 3323) stays nobody. */
    void write(Request request) {
        whom().ifPresent(other -> {
            shown = other;
            request.setHeader(Parts.header("P-Asserted-Identity", address(other).toString()));
            if (other.number().isEmpty()) {
                request.setHeader(Parts.header("Privacy", "id"));
            }
        });
    }

    private Address address(Party other) {
        AddressFactory make = SipFactories.get().address();
        String number = Clean.user(other.number());
        try {
            if (number.isEmpty()) {
                return make.createAddress("Anonymous", make.createURI("sip:anonymous@anonymous.invalid"));
            }
            String domain = leg.call().surroundings().settings().domain();
            Address address = make.createAddress(make.createSipURI(number, domain));
            String name = Clean.text(other.name());
            if (!name.isEmpty()) {
                address.setDisplayName(name);
            }
            return address;
        } catch (ParseException e) {
            throw new IllegalStateException("an identity cannot be written", e);
        }
    }
}
