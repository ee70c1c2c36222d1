package org.supertransfer.phones;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supertransfer.phones.PhoneCall.State.CONNECTED;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Reliable provisional responses (RFC 3262) between two phones. */
class ReliableTest {
    private static final Duration SOON = Duration.ofSeconds(15);

    private static final PhoneNetwork HERE = PhoneNetwork.open();
    private static final PhoneNetwork THERE = PhoneNetwork.open();

    private final Phone bob = HERE.phone("0401234567", "Bob");
    private final Phone alice = THERE.phone("alice").ringsReliably();

    @AfterEach
    void nobodyBrokeTheProtocol() {
        assertThat(HERE.faults()).isEmpty();
        assertThat(THERE.faults()).isEmpty();
    }

    @AfterAll
    static void freeThePorts() {
        HERE.close();
        THERE.close();
    }

    @Test
    void ringingAndEarlyMedia_getAPrackEach_beforeTheAnswer() {
        alice.behaves(Behaviour.script()
                .then(Duration.ZERO, PhoneCall::ring)
                .then(Duration.ZERO, PhoneCall::earlyMedia)
                .then(Duration.ZERO, PhoneCall::answer));
        PhoneCall his = bob.call(alice.uri(), CallOptions.RELIABLE).await(CONNECTED, SOON);
        PhoneCall hers = alice.awaitCall(SOON);

        assertThat(his.log().count(m -> m.is("PRACK"))).isEqualTo(2);
        // The 200 of the INVITE may overtake the 200 of the last PRACK.
        his.log().await(m -> m.toString().endsWith("200 PRACK 3"), SOON);
        assertThat(his.log().count(m -> m.is(200, "PRACK"))).isEqualTo(2);
        assertThat(hers.log().all().stream().map(WireMessage::toString).toList())
                .containsSubsequence("> 200 PRACK 2", "> 200 PRACK 3");
        hers.log().await("ACK", SOON);
        assertThat(his.talksWith(hers)).isTrue();
        his.hangUp();
        his.log().await(m -> m.is(200, "BYE"), SOON);
    }

    @Test
    void callerThatDoesNotKnowIt_isRungAsEver() {
        alice.behaves(Behaviour.answersAfter(Duration.ZERO));
        PhoneCall his = bob.call(alice.uri()).await(CONNECTED, SOON);

        assertThat(his.log().count(m -> m.is("PRACK"))).isZero();
    }

    @Test
    void prackOfNothing_481() throws Exception {
        alice.behaves(Behaviour.answersAfter(Duration.ZERO));
        PhoneCall his = bob.call(alice.uri()).await(CONNECTED, SOON);

        assertThat(his.send("PRACK", null, null).get()).isIn(400, 481);
    }
}
