package org.supertransfer.phones;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supertransfer.phones.PhoneCall.State.CONNECTED;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The phones against SIPp, which judges them by its own scenarios. */
class SippTest {
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final PhoneNetwork NETWORK = PhoneNetwork.open();

    @AfterAll
    static void freeThePort() {
        NETWORK.close();
        assertThat(NETWORK.faults()).isEmpty();
    }

    @Test
    void sippCalls_phoneAnswersAndIsHungUp() throws Exception {
        Phone alice = NETWORK.phone("alice").behaves(Behaviour.answersAfter(Duration.ofMillis(20)));
        Sipp sipp =
                Sipp.start(List.of("-sn", "uac", "-m", "20", "-r", "20", "-s", "alice"), "127.0.0.1:" + NETWORK.port());
        assertThat(sipp.status()).isZero();
        assertThat(alice.calls()).hasSize(20).noneMatch(PhoneCall::live);
    }

    @Test
    void phoneCallsSipp_talksAndHangsUp() throws Exception {
        Sipp sipp = Sipp.start(List.of("-sn", "uas", "-m", "1"));
        PhoneCall call = NETWORK.phone("bob").call("sip:service@127.0.0.1:" + sipp.port());
        call.await(CONNECTED, SOON);
        call.hangUp();
        call.log().await(message -> message.is(200, "BYE"), SOON);
        assertThat(sipp.status()).isZero();
    }

    @Test
    void sippChecksTheProof_phoneRegisters() throws Exception {
        Sipp sipp = Sipp.start(List.of("-sf", scenario("registrar.xml"), "-m", "1"));
        Phone anna = NETWORK.phone("anna").proves(Credentials.of("anna", "anna-secret"));
        Registration registration = anna.registration("127.0.0.1", sipp.port());
        assertThat(registration.begin()).succeedsWithin(SOON).isEqualTo(200);
        assertThat(sipp.status()).isZero();
        registration.vanish();
    }

    private static String scenario(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(SippTest.class.getResource("/sipp/" + name))
                        .toURI())
                .toString();
    }
}
