package org.supertransfer.bench;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.supertransfer.phones.PhoneCall;
import org.supertransfer.phones.WireMessage;

/**
 * Blind transfers one after the other: from the moment the page sends {@code PUT /api/transfers} to the moment the target's
 * INVITE is on the wire. The commit to the database lies between the two. Each transfer is of a call of its own, which a
 * customer placed and an agent's phone answered.
 */
public final class BlindTransferBench {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Desk desk;
    private final Latencies toInvite = new Latencies("PUT sent to INVITE on the wire");
    private final Latencies toAnswer = new Latencies("PUT sent to its answer");
    private final Latencies toBye = new Latencies("PUT sent to the agent's BYE");

    private BlindTransferBench(Desk desk) {
        this.desk = desk;
    }

    /** @param args the provisioned server's home, a work directory, how many transfers warm up, how many are measured */
    public static void main(String[] args) throws Exception {
        int warmUp = Integer.parseInt(args[2]);
        int measured = Integer.parseInt(args[3]);
        try (Site site = Site.open(Path.of(args[0]), Path.of(args[1]), Site.Staff.desks(1), Map.of())) {
            BlindTransferBench bench = new BlindTransferBench(site.desks().get(0));
            for (int i = 0; i < warmUp + measured; i++) {
                bench.transfer(i >= warmUp);
            }
            bench.print();
        }
    }

    private void transfer(boolean measured) throws Exception {
        PhoneCall customer = desk.customer().call(desk.serviceNumber());
        customer.await(PhoneCall.State.CONNECTED, SOON);
        HttpRequest put = order(desk.connectedCall(SOON));
        PhoneCall agent = desk.agent().liveCall().orElseThrow();

        Instant sent = Instant.now();
        desk.portal().answer(put);
        Instant answered = Instant.now();

        WireMessage invite = desk.target().log().await("INVITE", SOON);
        agent.await(PhoneCall.State.ENDED, SOON);
        WireMessage bye = desk.agent().log().await("BYE", SOON);
        if (measured) {
            toInvite.add(Duration.between(sent, invite.at()));
            toAnswer.add(Duration.between(sent, answered));
            toBye.add(Duration.between(sent, bye.at()));
        }
        end(customer);
    }

    private HttpRequest order(String callId) throws IOException {
        Map<String, Object> target =
                Map.of("type", "NUMBER", "number", desk.target().user());
        return desk.portal()
                .prepared(
                        "PUT",
                        "/api/transfers/" + UUID.randomUUID(),
                        Map.of("callId", callId, "method", "BLIND", "target", target));
    }

    /** Target and customer talk first, so that every transfer is a whole one. */
    private void end(PhoneCall customer) {
        PhoneCall target = desk.target().awaitCall(SOON);
        target.await(PhoneCall.State.CONNECTED, SOON);
        customer.hangUp();
        target.await(PhoneCall.State.ENDED, SOON);
        desk.forget();
    }

    private void print() {
        System.out.println(toInvite.line());
        System.out.println(toBye.line());
        System.out.println(toAnswer.line());
    }
}
