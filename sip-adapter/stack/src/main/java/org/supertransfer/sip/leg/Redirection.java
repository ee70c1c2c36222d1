package org.supertransfer.sip.leg;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sip.address.SipURI;
import javax.sip.address.TelURL;
import javax.sip.address.URI;
import javax.sip.header.ContactHeader;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import org.supertransfer.callcontrol.CallEvent;
import org.supertransfer.sip.transport.Clean;

/**
 * What a dialled leg is told by 3xx (RFC 3261 section 8.1.3.4). Nothing is followed on the other side's word: the call is
 * asked once, which puts the numbers through the policy for any other number; a second redirection is a failure.
 */
final class Redirection {
    private static final int MOST_CONTACTS = 5;

    private enum Step {
        NONE,
        ASKED,
        FOLLOWED,
        REFUSED
    }

    private final List<String> numbers = new ArrayList<>();
    private Step step = Step.NONE;
    private int status;
    private @Nullable Timer patience;

    /** Takes a 3xx; one that comes after the first hop is not looked at. */
    void heard(Response response) {
        if (step == Step.NONE) {
            status = response.getStatusCode();
            contacts(response).filter(number -> !numbers.contains(number)).forEach(numbers::add);
        }
    }

    /** By their q (section 20.10), 1 without one; equals as they were written. */
    private static Stream<String> contacts(Response response) {
        return Parts.all(response, ContactHeader.NAME).stream()
                .filter(ContactHeader.class::isInstance)
                .map(ContactHeader.class::cast)
                .filter(contact -> contact.getAddress() != null)
                .sorted(Comparator.comparingDouble(contact -> -wanted(contact)))
                .flatMap(contact -> number(contact.getAddress().getURI()).stream())
                .limit(MOST_CONTACTS);
    }

    private static double wanted(ContactHeader contact) {
        return contact.getQValue() < 0 ? 1 : contact.getQValue();
    }

    private static Optional<String> number(URI uri) {
        String user = uri instanceof SipURI sip
                ? sip.getUser()
                : uri instanceof TelURL tel ? (tel.isGlobal() ? "+" : "") + tel.getPhoneNumber() : "";
        return Optional.ofNullable(user)
                .map(Clean::user)
                .map(text -> text.split(";")[0])
                .filter(text -> !text.isEmpty());
    }

    /**
     * Asks the call where the leg goes; false when there is nothing to ask.
     *
     * @param silence runs when no word comes
     */
    boolean ask(Leg leg, Runnable silence) {
        if (step != Step.NONE || numbers.isEmpty()) {
            return false;
        }
        step = Step.ASKED;
        Call call = leg.call();
        patience = call.lane().after(call.timing().silence(), () -> {
            if (answered()) {
                silence.run();
            }
        });
        leg.emit(new CallEvent.Redirected(call.id(), leg.id(), status, numbers));
        return true;
    }

    /** Whether a word was waited for; it is not any more. */
    boolean answered() {
        Timer.cancel(patience);
        boolean waited = step == Step.ASKED;
        if (waited) {
            step = Step.REFUSED;
        }
        return waited;
    }

    void follow() {
        step = Step.FOLLOWED;
    }

    boolean followed() {
        return step == Step.FOLLOWED;
    }
}
