package org.supertransfer.phones;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supertransfer.phones.PhoneCall.State.CONNECTED;
import static org.supertransfer.phones.PhoneCall.State.ENDED;
import static org.supertransfer.phones.PhoneCall.State.RINGING;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bob calls Alice through a record-routing proxy, over UDP; and directly over TCP. */
class RelayTest {
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final PhoneNetwork HERE = PhoneNetwork.open();
    private static final PhoneNetwork THERE = PhoneNetwork.open();

    private final Phone bob = HERE.phone("0401234567", "Bob");
    private final Phone alice = THERE.phone("alice");
    private final Relay relay = new Relay(THERE.port());

    @AfterEach
    void closeTheRelay() {
        relay.close();
        assertThat(HERE.faults()).isEmpty();
        assertThat(THERE.faults()).isEmpty();
    }

    @AfterAll
    static void freeThePorts() {
        HERE.close();
        THERE.close();
    }

    @Test
    void callThroughProxy_everythingGoesByItsRoute() {
        alice.behaves(Behaviour.answersAfter(Duration.ofMillis(20)));
        PhoneCall his = bob.call("sip:alice@127.0.0.1:" + relay.port()).await(CONNECTED, SOON);
        PhoneCall hers = alice.awaitCall(SOON);
        hers.log().await("ACK", SOON);
        assertThat(his.talksWith(hers)).isTrue();
        assertThat(hers.hold()).succeedsWithin(SOON).isEqualTo(200);
        assertThat(his.hold()).succeedsWithin(SOON).isEqualTo(200);
        his.hangUp();
        hers.await(ENDED, SOON);
        assertThat(hers.log().all().stream().filter(m -> m.received() && m.status() == 0))
                .allSatisfy(m ->
                        assertThat(String.join(",", m.headers("Via"))).contains(":" + HERE.port(), ":" + relay.port()));
        assertThat(his.log()
                        .last(m -> m.is("BYE"))
                        .orElseThrow()
                        .header("Route")
                        .orElseThrow())
                .contains(":" + relay.port());
    }

    @Test
    void cancelThroughProxy_reachesThePhone() {
        PhoneCall his = bob.call("sip:alice@127.0.0.1:" + relay.port()).await(RINGING, SOON);
        his.hangUp();
        assertThat(his.await(ENDED, SOON).ending().orElseThrow().status()).isEqualTo(487);
        assertThat(alice.calls().get(0).state()).isEqualTo(ENDED);
    }

    @Test
    void tcp_worksAlike() {
        try (PhoneNetwork one = PhoneNetwork.openTcp();
                PhoneNetwork other = PhoneNetwork.openTcp()) {
            Phone called = other.phone("alice").behaves(Behaviour.answersAfter(Duration.ofMillis(20)));
            PhoneCall his = one.phone("bob").call(called.uri()).await(CONNECTED, SOON);
            PhoneCall hers = called.awaitCall(SOON);
            hers.await("to talk", call -> call.talksWith(his), SOON);
            hers.hangUp();
            his.await(ENDED, SOON);
        }
    }
}
