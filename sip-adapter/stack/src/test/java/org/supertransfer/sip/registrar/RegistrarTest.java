package org.supertransfer.sip.registrar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supertransfer.callcontrol.CallEvent.RegistrationChanged;
import org.supertransfer.callcontrol.PhoneAccount;
import org.supertransfer.sip.transport.SipEndpoint;
import org.supertransfer.sip.transport.SipNode;
import org.supertransfer.sip.wire.DigestAnswer;
import org.supertransfer.sip.wire.MovableClock;
import org.supertransfer.sip.wire.Text;
import org.supertransfer.sip.wire.UdpPeer;

/** Phones registering by UDP, seen on the wire. */
class RegistrarTest {
    private static final String REALM = "supertransfer.test";
    private static final String URI = "sip:" + REALM;
    private static final PhoneAccount ANNA = new PhoneAccount("anna", "1201", "anna's secret", null);
    private static final PhoneAccount BERTTA = new PhoneAccount("bertta", "1202", "b", null);
    private static final PhoneAccount FIXED = new PhoneAccount("ulla", "1301", null, "sip:1301@127.0.0.1:7301");

    private static final SipNode NODE = new SipNode(SipEndpoint.of("127.0.0.1", 0));

    private final MovableClock clock = new MovableClock();
    private final BlockingQueue<RegistrationChanged> changes = new LinkedBlockingQueue<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Registrar registrar = new Registrar(REALM, clock, timer, changes::add);
    private UdpPeer phone;
    private int cseq;

    @BeforeAll
    static void listen() throws IOException {
        NODE.start();
    }

    @AfterAll
    static void stop() {
        NODE.stop();
    }

    @BeforeEach
    void open() {
        registrar.accounts(List.of(ANNA, BERTTA, FIXED));
        NODE.registrations(registrar);
        phone = new UdpPeer(NODE.port());
    }

    @AfterEach
    void close() {
        phone.close();
        timer.shutdownNow();
    }

    private Text register(String user) {
        cseq++;
        return new Text("REGISTER", phone.port())
                .to(URI)
                .header("From", "<sip:" + user + "@" + REALM + ">;tag=f" + cseq)
                .header("To", "<sip:" + user + "@" + REALM + ">")
                .header("Call-ID", "phone-" + phone.port())
                .header("CSeq", cseq + " REGISTER")
                .header("Contact", "<sip:" + user + "@127.0.0.1:" + phone.port() + ">")
                .header("User-Agent", "TestPhone/1.0");
    }

    private DigestAnswer challenged(String user, String algorithm) {
        return DigestAnswer.to(phone.ask(register(user)), algorithm);
    }

    private String withCredentials(Text register, DigestAnswer answer, int count) {
        return phone.ask(register.header("Authorization", answer.header("REGISTER", URI, count)));
    }

    /** Asks for a challenge, then sends this with Anna's credentials. */
    private String asAnna(Text register) {
        DigestAnswer answer = challenged("anna", "MD5").as("anna", "anna's secret");
        cseq++;
        return withCredentials(register.header("CSeq", cseq + " REGISTER"), answer, 1);
    }

    private RegistrationChanged nextChange() throws InterruptedException {
        RegistrationChanged change = changes.poll(5, TimeUnit.SECONDS);
        if (change == null) {
            throw new AssertionError("no change was reported");
        }
        return change;
    }

    @Nested
    class Digest {
        @Test
        void noCredentials_challengedWithSha256First() {
            String answer = phone.ask(register("anna"));
            assertThat(answer).startsWith("SIP/2.0 401 ");
            assertThat(answer.indexOf("SHA-256")).isPositive().isLessThan(answer.indexOf("MD5"));
            assertThat(registrar.contacts("anna")).isEmpty();
        }

        @Test
        void challengeNotAnswered_nextTimeMd5AloneThenBothAgain() {
            assertThat(phone.ask(register("anna"))).contains("SHA-256", "MD5");
            assertThat(phone.ask(register("anna"))).contains("MD5").doesNotContain("SHA-256");
            assertThat(phone.ask(register("anna"))).contains("SHA-256", "MD5");
        }

        @Test
        void phoneThatAnsweredWithMd5_isAskedForIt() {
            DigestAnswer answer = challenged("anna", "MD5").as("anna", "anna's secret");
            withCredentials(register("anna"), answer, 1);
            assertThat(phone.ask(register("anna"))).contains("MD5").doesNotContain("SHA-256");
        }

        @ParameterizedTest
        @ValueSource(strings = {"SHA-256", "MD5"})
        void rightPassword_registered(String algorithm) throws InterruptedException {
            DigestAnswer answer = challenged("anna", algorithm).as("anna", "anna's secret");
            assertThat(withCredentials(register("anna"), answer, 1)).startsWith("SIP/2.0 200 ");
            assertThat(nextChange()).isEqualTo(new RegistrationChanged("anna", 1, "TestPhone/1.0"));
            assertThat(registrar.contacts("anna"))
                    .containsExactly(new RegisteredContact("sip:anna@127.0.0.1:" + phone.port(), "udp"));
        }

        @Test
        void extensionAsUser_registersTheAccount() {
            DigestAnswer answer = challenged("1201", "MD5").as("1201", "anna's secret");
            assertThat(withCredentials(register("1201"), answer, 1)).startsWith("SIP/2.0 200 ");
            assertThat(registrar.contacts("anna")).hasSize(1);
        }

        @Test
        void usernameForItsExtension_registersTheAccount() {
            DigestAnswer answer = challenged("1201", "MD5").as("anna", "anna's secret");
            assertThat(withCredentials(register("1201"), answer, 1)).startsWith("SIP/2.0 200 ");
        }

        @Test
        void somebodyElsesAddress_403() {
            DigestAnswer answer = challenged("bertta", "MD5").as("anna", "anna's secret");
            assertThat(withCredentials(register("bertta"), answer, 1)).startsWith("SIP/2.0 403 ");
            assertThat(registrar.contacts("bertta")).isEmpty();
        }

        @Test
        void unknownUserAndWrongPassword_sameAnswer() {
            String wrong =
                    withCredentials(register("anna"), challenged("anna", "MD5").as("anna", "guess"), 1);
            String unknown =
                    withCredentials(register("eve"), challenged("eve", "MD5").as("eve", "guess"), 1);
            String noPassword =
                    withCredentials(register("ulla"), challenged("ulla", "MD5").as("ulla", ""), 1);
            assertThat(List.of(shape(wrong), shape(unknown), shape(noPassword))).containsOnly(shape(wrong));
            assertThat(wrong).startsWith("SIP/2.0 401 ").doesNotContain("stale=true");
        }

        private String shape(String message) {
            return message.replaceAll("nonce=\"[^\"]*\"|branch=[^;]*|tag=\\S*|CSeq: \\d+|sip:\\w+@", "");
        }

        @Test
        void sameCountAgain_staleAndNotRegistered() {
            DigestAnswer answer = challenged("anna", "MD5").as("anna", "anna's secret");
            assertThat(withCredentials(register("anna"), answer, 1)).startsWith("SIP/2.0 200 ");
            String replayed = withCredentials(register("anna"), answer, 1);
            assertThat(replayed).startsWith("SIP/2.0 401 ").contains("stale=true");
        }

        @Test
        void higherCount_accepted() {
            DigestAnswer answer = challenged("anna", "MD5").as("anna", "anna's secret");
            assertThat(withCredentials(register("anna"), answer, 1)).startsWith("SIP/2.0 200 ");
            assertThat(withCredentials(register("anna"), answer, 7)).startsWith("SIP/2.0 200 ");
            assertThat(withCredentials(register("anna"), answer, 6)).startsWith("SIP/2.0 401 ");
        }

        @Test
        void oldNonce_staleThenAcceptedWithTheNewOne() {
            DigestAnswer answer = challenged("anna", "MD5").as("anna", "anna's secret");
            clock.advance(Nonces.LIFE.plusSeconds(1));
            String stale = withCredentials(register("anna"), answer, 1);
            assertThat(stale).startsWith("SIP/2.0 401 ").contains("stale=true");
            DigestAnswer fresh = DigestAnswer.to(stale, "MD5").as("anna", "anna's secret");
            assertThat(withCredentials(register("anna"), fresh, 1)).startsWith("SIP/2.0 200 ");
        }

        @Test
        void inventedNonce_notAccepted() {
            DigestAnswer invented = new DigestAnswer(
                    "Digest realm=\"" + REALM + "\",nonce=\"AAAA\",algorithm=MD5", "anna", "anna's secret");
            assertThat(withCredentials(register("anna"), invented, 1)).startsWith("SIP/2.0 401 ");
        }

        @Test
        void guesserHasToWait_thenTheRightPasswordWorks() {
            for (int guess = 0; guess < 5; guess++) {
                withCredentials(register("anna"), challenged("anna", "MD5").as("anna", "guess" + guess), 1);
            }
            DigestAnswer right = challenged("anna", "MD5").as("anna", "anna's secret");
            assertThat(withCredentials(register("anna"), right, 1)).startsWith("SIP/2.0 401 ");
            clock.advance(Duration.ofSeconds(60));
            assertThat(withCredentials(register("anna"), right, 2)).startsWith("SIP/2.0 200 ");
        }
    }

    @Nested
    class Contacts {
        @Test
        void registered_answeredWithItsExpiry() {
            String answer = asAnna(register("anna").header("Expires", "120"));
            assertThat(Text.of(answer, "Contact"))
                    .contains("127.0.0.1:" + phone.port())
                    .endsWith("expires=120");
        }

        @Test
        void tooLong_cutToTheLongest() {
            assertThat(Text.of(asAnna(register("anna").header("Expires", "999999")), "Contact"))
                    .endsWith("expires=3600");
        }

        @Test
        void tooBrief_423WithMinExpires() {
            String answer = asAnna(register("anna").header("Expires", "5"));
            assertThat(answer).startsWith("SIP/2.0 423 ");
            assertThat(Text.of(answer, "Min-Expires")).isEqualTo("60");
            assertThat(registrar.contacts("anna")).isEmpty();
        }

        @Test
        void notRenewed_goneAndReported() throws InterruptedException {
            asAnna(register("anna").header("Expires", "60"));
            assertThat(nextChange().contacts()).isEqualTo(1);
            clock.advance(Duration.ofSeconds(61));
            assertThat(registrar.contacts("anna")).isEmpty();
            assertThat(nextChange()).isEqualTo(new RegistrationChanged("anna", 0, null));
        }

        @Test
        void renewed_staysAndReportsNothing() throws InterruptedException {
            asAnna(register("anna").header("Expires", "60"));
            nextChange();
            clock.advance(Duration.ofSeconds(40));
            asAnna(register("anna").header("Expires", "60"));
            clock.advance(Duration.ofSeconds(40));
            assertThat(registrar.contacts("anna")).hasSize(1);
            assertThat(changes).isEmpty();
        }

        @Test
        void secondPhone_bothReachedNewestFirst() throws InterruptedException {
            asAnna(register("anna"));
            clock.advance(Duration.ofSeconds(1));
            String answer = asAnna(register("anna")
                    .header("Call-ID", "second")
                    .header("Contact", "<sip:anna@127.0.0.1:40000;transport=tcp>"));
            assertThat(answer).contains("127.0.0.1:40000", "127.0.0.1:" + phone.port());
            assertThat(registrar.contacts("anna"))
                    .extracting(RegisteredContact::transport)
                    .containsExactly("tcp", "udp");
            assertThat(nextChange().contacts()).isEqualTo(1);
            assertThat(nextChange().contacts()).isEqualTo(2);
        }

        @Test
        void expiresZero_onlyThatContactGoes() {
            asAnna(register("anna"));
            asAnna(register("anna").header("Contact", "<sip:anna@127.0.0.1:40000>"));
            asAnna(register("anna").header("Contact", "<sip:anna@127.0.0.1:40000>;expires=0"));
            assertThat(registrar.contacts("anna"))
                    .extracting(RegisteredContact::uri)
                    .containsExactly("sip:anna@127.0.0.1:" + phone.port());
        }

        @Test
        void star_allGo() throws InterruptedException {
            asAnna(register("anna"));
            nextChange();
            String answer = asAnna(register("anna").header("Contact", "*").header("Expires", "0"));
            assertThat(answer).startsWith("SIP/2.0 200 ");
            assertThat(Text.of(answer, "Contact")).isEmpty();
            assertThat(registrar.contacts("anna")).isEmpty();
            assertThat(nextChange().contacts()).isZero();
        }

        @Test
        void starWithAnExpiry_400() {
            asAnna(register("anna"));
            assertThat(asAnna(register("anna").header("Contact", "*").header("Expires", "60")))
                    .startsWith("SIP/2.0 400 ");
            assertThat(registrar.contacts("anna")).hasSize(1);
        }

        @Test
        void noContact_answersWithThoseThereAre() {
            asAnna(register("anna"));
            assertThat(Text.of(asAnna(register("anna").without("Contact")), "Contact"))
                    .contains("127.0.0.1:" + phone.port());
        }

        @Test
        void olderCSeqOfTheSameCallId_changesNothing() {
            asAnna(register("anna"));
            DigestAnswer answer = challenged("anna", "MD5").as("anna", "anna's secret");
            Text late = register("anna").header("CSeq", "1 REGISTER").header("Expires", "0");
            assertThat(withCredentials(late, answer, 1)).startsWith("SIP/2.0 500 ");
            assertThat(registrar.contacts("anna")).hasSize(1);
        }

        @Test
        void addressBehindANat_reachedWhereItsPacketsCameFrom() {
            asAnna(register("anna").header("Contact", "<sip:anna@192.168.7.7:5060;ob;rinstance=1>"));
            assertThat(registrar.contacts("anna").get(0).uri())
                    .contains("@127.0.0.1:" + phone.port())
                    .contains("rinstance=1");
        }

        @Test
        void elevenPhones_403AndTenStay() {
            for (int port = 40_000; port < 40_010; port++) {
                asAnna(register("anna").header("Contact", "<sip:anna@127.0.0.1:" + port + ">"));
            }
            assertThat(asAnna(register("anna"))).startsWith("SIP/2.0 403 ");
            assertThat(registrar.contacts("anna")).hasSize(10);
        }

        @Test
        void contactOfAnotherScheme_400() {
            assertThat(asAnna(register("anna").header("Contact", "<tel:+358401234567>")))
                    .startsWith("SIP/2.0 400 ");
        }

        @Test
        void fixedContact_reachedWithoutRegistration() {
            assertThat(registrar.contacts("ulla"))
                    .containsExactly(new RegisteredContact("sip:1301@127.0.0.1:7301", "udp"));
        }

        @Test
        void accountGone_itsContactsGo() throws InterruptedException {
            asAnna(register("anna"));
            nextChange();
            registrar.accounts(List.of(BERTTA));
            assertThat(nextChange()).isEqualTo(new RegistrationChanged("anna", 0, null));
            assertThat(registrar.contacts("anna")).isEmpty();
        }

        @Test
        void passwordChanged_registrationOfTheOldOneEnds() throws InterruptedException {
            asAnna(register("anna"));
            nextChange();
            registrar.accounts(List.of(new PhoneAccount("anna", "1201", "another", null), BERTTA));
            assertThat(nextChange()).isEqualTo(new RegistrationChanged("anna", 0, null));
        }

        @Test
        void registeredPhone_isListedUntilItExpires() {
            assertThat(registrar.registrations()).isEmpty();
            asAnna(register("anna"));
            assertThat(registrar.registrations()).singleElement().satisfies(phone -> {
                assertThat(phone.username()).isEqualTo("anna");
                assertThat(phone.extension()).isEqualTo("1201");
                assertThat(phone.contact()).startsWith("sip:");
                assertThat(phone.expiresAt()).isAfter(Instant.EPOCH);
            });
        }

        @Test
        void accountsReplacedByThemselves_contactsStay() {
            asAnna(register("anna"));
            registrar.accounts(List.of(ANNA, BERTTA));
            assertThat(registrar.contacts("anna")).hasSize(1);
        }
    }
}
