package org.supertransfer.phones;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Customers who call in by the trunk, each from a number of its own, and stay until hung up. */
public final class Customers {
    private static final int NUMBERS = 100;

    private final PhoneNetwork outside;
    private final AtomicInteger callers = new AtomicInteger();
    private final List<Phone> phones = new CopyOnWriteArrayList<>();

    public Customers(PhoneNetwork outside) {
        this.outside = outside;
    }

    /** A new customer's phone that has not called yet. */
    public Phone next() {
        int number = callers.getAndIncrement() % NUMBERS;
        return known(outside.caller("04012345%02d".formatted(number), "Asiakas " + (number + 1)));
    }

    /** One more customer, with a phone made elsewhere. */
    public Phone known(Phone phone) {
        phones.add(phone);
        return phone;
    }

    /** A new customer calls a number at the server. */
    public PhoneCall call(String number, String sipHost, int sipPort) {
        phones.removeIf(phone -> phone.liveCall().isEmpty());
        return next().call("sip:" + number + "@" + sipHost + ":" + sipPort);
    }

    /** Hangs up every customer that is on the line. */
    public void hangUpAll() {
        phones.forEach(phone -> phone.liveCall().ifPresent(PhoneCall::hangUp));
    }

    /**
     * The customer whose transfer brought a call to its target: the one whose media the target was offered; else, in a
     * consultation, the one that was told to send to the media that the target was offered, the transferor's.
     */
    public Optional<PhoneCall> behind(PhoneCall target) {
        Optional<MediaEndpoint> offered =
                target.invite().flatMap(WireMessage::sdp).map(SessionDescription::endpoint);
        List<PhoneCall> live = phones.stream()
                .flatMap(phone -> phone.calls().stream())
                .filter(PhoneCall::connected)
                .toList();
        return offered.flatMap(media -> live.stream()
                .filter(call -> call.mediaEndpoint().equals(media))
                .findFirst()
                .or(() -> live.stream()
                        .filter(call -> lastPartner(call).filter(media::equals).isPresent())
                        .findFirst()));
    }

    private static Optional<MediaEndpoint> lastPartner(PhoneCall call) {
        List<MediaEndpoint> partners = call.partners();
        return partners.isEmpty() ? Optional.empty() : Optional.of(partners.get(partners.size() - 1));
    }
}
