package org.supertransfer.phones;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class RegistrationTest {
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final PhoneNetwork OFFICE = PhoneNetwork.open();
    private static final Credentials ANNA = Credentials.of("anna", "anna");

    private final Phone phone = OFFICE.phone("anna").proves(ANNA);

    @AfterAll
    static void freeThePort() {
        OFFICE.close();
        assertThat(OFFICE.faults()).isEmpty();
    }

    @Test
    void rightPassword_registersAndUnregisters() {
        try (TextRegistrar registrar = new TextRegistrar(ANNA, 600)) {
            Registration registration = phone.registration("127.0.0.1", registrar.port());
            assertThat(registration.begin()).succeedsWithin(SOON).isEqualTo(200);
            assertThat(registration.registered()).isTrue();
            assertThat(registration.end()).succeedsWithin(SOON).isEqualTo(200);
            assertThat(registration.registered()).isFalse();

            assertThat(registrar.accepted).hasSize(2);
            assertThat(registrar.accepted.get(0)).contains("algorithm=SHA-256", "<sip:anna@supertransfer.local>");
            assertThat(UdpPeer.header(registrar.accepted.get(1), "Expires")).contains("0");
        }
    }

    @Test
    void phoneThatKnowsMd5_answersThat() {
        try (TextRegistrar registrar = new TextRegistrar(ANNA, 600)) {
            phone.proves(Credentials.md5("anna", "anna"));
            assertThat(phone.registration("127.0.0.1", registrar.port()).begin())
                    .succeedsWithin(SOON)
                    .isEqualTo(200);
            assertThat(registrar.accepted.get(0)).contains("algorithm=MD5");
        }
    }

    @Test
    void wrongPassword_notRegistered() {
        try (TextRegistrar registrar = new TextRegistrar(Credentials.of("anna", "other"), 600)) {
            Registration registration = phone.registration("127.0.0.1", registrar.port());
            assertThat(registration.begin()).succeedsWithin(SOON).isEqualTo(403);
            assertThat(registration.registered()).isFalse();
            registration.vanish();
        }
    }

    @Test
    void shortGrant_isRefreshedInTime() {
        try (TextRegistrar registrar = new TextRegistrar(ANNA, 1)) {
            Registration registration = phone.registration("127.0.0.1", registrar.port());
            assertThat(registration.begin()).succeedsWithin(SOON).isEqualTo(200);
            Changes.await("a refresh", () -> registrar.accepted.size() >= 3, SOON);
            registration.vanish();
        }
    }
}
