package org.supertransfer.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.supertransfer.phones.PhoneCall;

/** Ordinary customers during an attack: those who talk already, and one who calls again and again. */
final class Witness {
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final long BETWEEN_CALLS_MILLIS = 200;

    private final List<PhoneCall> up = new ArrayList<>();
    private final Desk desk;

    /** @param desks the first is for new calls, the others talk */
    Witness(List<Desk> desks) {
        this.desk = desks.get(0);
        for (Desk talking : desks.subList(1, desks.size())) {
            PhoneCall customer = talking.customer().call(talking.serviceNumber());
            up.add(customer.await(PhoneCall.State.CONNECTED, SOON));
        }
    }

    /** How many of the calls take an INFO from one end to the other and its answer back. */
    long up() {
        return up.stream()
                .map(call -> call.send("INFO", null, null))
                .filter(answer -> {
                    try {
                        return answer.get(10, TimeUnit.SECONDS) == 200;
                    } catch (Exception gone) {
                        return false;
                    }
                })
                .count();
    }

    /** One call from its INVITE to both ends talking; false when it was refused. */
    boolean calls(Latencies setUp) throws Exception {
        desk.available();
        Instant began = Instant.now();
        PhoneCall customer = desk.customer().call(desk.serviceNumber());
        customer.await("an answer", call -> call.connected() || !call.live(), SOON);
        boolean connected = customer.connected();
        if (connected) {
            setUp.add(Duration.between(began, Instant.now()));
            customer.hangUp();
            desk.agent().calls().forEach(call -> call.await(PhoneCall.State.ENDED, SOON));
        }
        desk.forget();
        return connected;
    }

    /** Calls until it is over; returns how many were refused. */
    int callsUntil(BooleanSupplier over, Latencies setUp) throws Exception {
        int refused = 0;
        while (!over.getAsBoolean()) {
            refused += calls(setUp) ? 0 : 1;
            Thread.sleep(BETWEEN_CALLS_MILLIS);
        }
        return refused;
    }

    /** How long from now until a new call goes through. */
    Duration untilACallGoesThrough() throws Exception {
        Instant began = Instant.now();
        Latencies unused = new Latencies("");
        while (!calls(unused)) {
            Thread.sleep(20);
        }
        return Duration.between(began, Instant.now());
    }
}
