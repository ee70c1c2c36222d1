package org.supertransfer.sip.leg;

import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sip.address.SipURI;
import javax.sip.address.URI;
import org.supertransfer.callcontrol.Destination;
import org.supertransfer.sip.TrunkPeer;
import org.supertransfer.sip.transport.Clean;
import org.supertransfer.sip.transport.SipFactories;

/**
 * One address that an INVITE goes to.
 *
 * @param outside by a trunk, so with our own number, and without what is for our own phones only
 */
record Target(SipURI uri, boolean outside) {
    /** Where this destination is now: several contacts ring at once, several trunks are tried in order. */
    static List<Target> of(Destination destination, Surroundings surroundings) {
        return destination.accept(new Destination.Visitor<>() {
            @Override
            public List<Target> phones(Destination.Phones to) {
                return surroundings.registrar().contacts(to.username()).stream()
                        .flatMap(contact -> parse(contact.uri(), false).stream())
                        .toList();
            }

            @Override
            public List<Target> address(Destination.Address to) {
                return parse(to.uri(), false).stream().toList();
            }

            @Override
            public List<Target> outside(Destination.Outside to) {
                return surroundings.trunks().inOrder().stream()
                        .flatMap(trunk -> byTrunk(trunk, to.number()).stream())
                        .toList();
            }
        });
    }

    private static Optional<Target> byTrunk(TrunkPeer trunk, String number) {
        String user = Clean.user(number);
        return user.isEmpty() ? Optional.empty() : parse(trunk.uri(user + "@"), true);
    }

    private static Optional<Target> parse(String text, boolean outside) {
        try {
            URI uri = SipFactories.get().address().createURI(text);
            return Stream.of(uri)
                    .filter(SipURI.class::isInstance)
                    .map(sip -> new Target((SipURI) sip, outside))
                    .findFirst();
        } catch (ParseException e) {
            return Optional.empty();
        }
    }
}
