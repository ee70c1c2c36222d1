package org.supertransfer.phones;

import java.time.Duration;
import java.util.Map;
import javax.sip.message.Response;

/** A trunk's far end: takes the calls to numbers outside, and each number behaves as the rehearsal's table says. */
public final class Trunk {
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final String COUNTRY = "358";

    private final double pace;
    private final Phone phone;
    private final Customers customers;
    private final Map<String, Behaviour> numbers;

    /** Takes the calls to all numbers of the network that no phone of it has. */
    public Trunk(PhoneNetwork outside, Customers customers) {
        this(outside, customers, 1);
    }

    /** The same, and its people take {@code pace} times as long as the table says. */
    public Trunk(PhoneNetwork outside, Customers customers, double pace) {
        this.pace = pace;
        this.customers = customers;
        this.numbers = Map.of(
                "0401000001", Behaviour.answersAfter(seconds(2)).hangsUpAfter(seconds(60)),
                "0401000002", Behaviour.busy(),
                "0401000003", Behaviour.rings(),
                "0401000004", Behaviour.declinesAfter(seconds(2)),
                "0401000005", Behaviour.refuses(Response.NOT_FOUND),
                "0401000006", Behaviour.silence(),
                "0401000007", Behaviour.answersAfter(SHORT).hangsUpAfter(seconds(5)),
                "0401000008", Behaviour.rings().then(seconds(3), this::hangUpCustomer),
                "0300123123", Behaviour.answersAfter(seconds(2)),
                "0600123123", Behaviour.answersAfter(seconds(2)));
        this.phone = outside.everybodyElse("trunk").behaves(this::behaviour);
    }

    /** All calls that came by it, its log, and whether it asks for a proof. */
    public Phone phone() {
        return phone;
    }

    /** Waits for a live call to a number, given as dialled at home, e.g. {@code 0401000001}. */
    public PhoneCall awaitCall(String number, Duration limit) {
        return phone.awaitCall(call -> national(call.dialled()).equals(number), limit);
    }

    private Duration seconds(int ofTheTable) {
        return Duration.ofMillis((long) (ofTheTable * 1000 * pace));
    }

    private Behaviour behaviour(String dialled) {
        return numbers.getOrDefault(national(dialled), Behaviour.refuses(Response.NOT_FOUND));
    }

    private void hangUpCustomer(PhoneCall target) {
        customers.behind(target).ifPresent(PhoneCall::hangUp);
    }

    /** A number as dialled at home, from that form or from the international one with +, 00 or neither. */
    static String national(String dialled) {
        String digits = dialled.startsWith("+") ? dialled.substring(1) : dialled;
        String number = digits.startsWith("00") ? digits.substring(2) : digits;
        return number.startsWith(COUNTRY) ? "0" + number.substring(COUNTRY.length()) : digits;
    }
}
