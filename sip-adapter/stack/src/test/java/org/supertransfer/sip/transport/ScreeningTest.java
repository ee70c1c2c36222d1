package org.supertransfer.sip.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.sip.ServerTransaction;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supertransfer.sip.wire.TcpPeer;
import org.supertransfer.sip.wire.Text;
import org.supertransfer.sip.wire.UdpPeer;

/** What is answered before any call hears of it, seen on the wire. */
class ScreeningTest {
    private static final Duration A_MOMENT = Duration.ofMillis(300);
    private static SipNode node;
    private RecordingCalls calls;
    private UdpPeer bob;

    @BeforeAll
    static void open() throws IOException {
        node = new SipNode(SipEndpoint.of("127.0.0.1", 0));
        node.start();
    }

    @AfterAll
    static void close() {
        node.stop();
    }

    @BeforeEach
    void peer() {
        calls = new RecordingCalls();
        node.calls(calls);
        bob = new UdpPeer(node.port());
    }

    @AfterEach
    void hangUp() {
        bob.close();
    }

    private Text request(String method) {
        return new Text(method, bob.port());
    }

    @Nested
    class Methods {
        @Test
        void options_answeredWithWhatWeDo() {
            String answer = bob.ask(request("OPTIONS"));
            assertThat(answer).startsWith("SIP/2.0 200 OK");
            assertThat(Text.of(answer, "Allow"))
                    .contains("INVITE", "ACK", "CANCEL", "BYE", "OPTIONS", "UPDATE", "REFER", "NOTIFY");
            assertThat(Text.of(answer, "Accept")).isEqualTo("application/sdp");
            assertThat(Text.of(answer, "Supported")).contains("timer", "100rel", "replaces", "norefersub", "tdialog");
            assertThat(Text.of(answer, "To")).contains("tag=");
            assertThat(calls.seen).isEmpty();
        }

        @Test
        void optionsInsideADialog_handedOver() throws InterruptedException {
            bob.ask(request("OPTIONS").header("To", "<sip:service@127.0.0.1>;tag=x"));
            assertThat(calls.next()).isEqualTo("OPTIONS");
        }

        @ParameterizedTest
        @ValueSource(strings = {"SUBSCRIBE", "MESSAGE", "PUBLISH"})
        void knownButNotDone_405WithAllow(String method) {
            String answer = bob.ask(request(method));
            assertThat(answer).startsWith("SIP/2.0 405 ");
            assertThat(Text.of(answer, "Allow")).contains("INVITE");
        }

        @Test
        void unknown_501() {
            assertThat(bob.ask(request("FLY"))).startsWith("SIP/2.0 501 ");
        }

        @Test
        void registerWithoutARegistrar_503WithRetryAfter() {
            String answer = bob.ask(request("REGISTER"));
            assertThat(answer).startsWith("SIP/2.0 503 ");
            assertThat(Text.of(answer, "Retry-After")).isNotEmpty();
        }
    }

    @Nested
    class Invites {
        @Test
        void sound_handedOverOnce() throws InterruptedException {
            assertThat(bob.ask(request("INVITE"))).startsWith("SIP/2.0 486 ");
            assertThat(calls.next()).isEqualTo("INVITE");
        }

        @Test
        void maxForwardsSpent_483() {
            assertThat(bob.ask(request("INVITE").header("Max-Forwards", "0"))).startsWith("SIP/2.0 483 ");
        }

        @Test
        void noMaxForwards_483() {
            assertThat(bob.ask(request("INVITE").without("Max-Forwards"))).startsWith("SIP/2.0 483 ");
        }

        @Test
        void byeWithoutMaxForwards_handedOver() throws InterruptedException {
            bob.ask(request("BYE").without("Max-Forwards").header("To", "<sip:a@127.0.0.1>;tag=x"));
            assertThat(calls.next()).isEqualTo("BYE");
        }

        @Test
        void unknownExtensionRequired_420NamesIt() {
            String answer = bob.ask(request("INVITE").header("Require", "timer, teleport"));
            assertThat(answer).startsWith("SIP/2.0 420 ");
            assertThat(Text.of(answer, "Unsupported")).isEqualTo("teleport");
        }

        @Test
        void knownExtensionRequired_handedOver() {
            assertThat(bob.ask(request("INVITE").header("Require", "100rel"))).startsWith("SIP/2.0 486 ");
        }

        @Test
        void telUri_416() {
            assertThat(bob.ask(request("INVITE").to("tel:+358401234567"))).startsWith("SIP/2.0 416 ");
        }

        @Test
        void fromWithoutTag_400() {
            assertThat(bob.ask(request("INVITE").header("From", "<sip:bob@127.0.0.1>")))
                    .startsWith("SIP/2.0 400 From without a tag");
        }

        @Test
        void noContact_400() {
            assertThat(bob.ask(request("INVITE").without("Contact"))).startsWith("SIP/2.0 400 No Contact");
        }

        @Test
        void cseqOfAnotherMethod_400() {
            assertThat(bob.ask(request("INVITE").header("CSeq", "1 BYE"))).startsWith("SIP/2.0 400 ");
        }

        @Test
        void sentAgainWithAnotherBranch_notHandedOverTwice() throws InterruptedException {
            Text invite = request("INVITE");
            bob.ask(invite);
            assertThat(calls.next()).isEqualTo("INVITE");
            String via = "SIP/2.0/UDP 127.0.0.1:" + bob.port() + ";branch=z9hG4bKanother" + bob.port();
            assertThat(bob.ask(invite.header("Via", via))).startsWith("SIP/2.0 482 ");
            assertThat(calls.seen).isEmpty();
        }

        @Test
        void cancel_handedOverWithItsInvite() throws InterruptedException {
            AtomicReference<String> cancelled = new AtomicReference<>("");
            node.calls(new RecordingCalls() {
                @Override
                public void onRequest(Request request, ServerTransaction tx) {
                    if (Request.CANCEL.equals(request.getMethod())) {
                        node.inviteOf(request)
                                .ifPresent(invite ->
                                        cancelled.set(invite.getRequest().getMethod()));
                        Answers.send(tx, Answers.of(Response.OK, request));
                    }
                }
            });
            Text invite = request("INVITE");
            bob.send(invite);
            assertThat(bob.receive()).startsWith("SIP/2.0 100 ");
            Text cancel = request("CANCEL");
            for (String same : List.of("Via", "From", "To", "Call-ID")) {
                cancel.header(same, invite.value(same));
            }
            assertThat(bob.ask(cancel)).startsWith("SIP/2.0 200 ");
            assertThat(cancelled).hasValue("INVITE");
        }

        @Test
        void listenerThrows_500() {
            node.calls(new RecordingCalls() {
                @Override
                public void onRequest(Request request, ServerTransaction tx) {
                    throw new IllegalStateException("on purpose");
                }
            });
            assertThat(bob.ask(request("INVITE"))).startsWith("SIP/2.0 500 ");
        }
    }

    @Nested
    class Malformed {
        @ParameterizedTest
        @ValueSource(strings = {"From", "To", "CSeq", "Call-ID"})
        void withoutAMandatoryHeader_noCallHearsOfIt(String header) {
            bob.send(request("INVITE").without(header));
            bob.receiveWithin(A_MOMENT).ifPresent(answer -> assertThat(answer).startsWith("SIP/2.0 400 "));
            assertThat(calls.seen).isEmpty();
            stillAnswers();
        }

        @ParameterizedTest
        @ValueSource(strings = {"CSeq: many INVITE", "From: <sip:bob@[::1>;tag=1", "To: <<<", "Via: nonsense"})
        void brokenHeader_400WithOneCleanLine(String line) {
            String name = line.substring(0, line.indexOf(':'));
            bob.send(request("INVITE").without(name).line(line));
            bob.receiveWithin(A_MOMENT).ifPresent(Malformed.this::assertCleanRefusal);
            assertThat(calls.seen).isEmpty();
            stillAnswers();
        }

        private void assertCleanRefusal(String answer) {
            String[] lines = answer.split("\r\n");
            assertThat(lines[0]).matches("SIP/2.0 400 [\\p{Print}]{1,128}");
            assertThat(lines[1]).matches("[A-Za-z-]+: ?.*");
        }

        @Test
        void viaOfAnotherTransport_dropped() {
            bob.send(request("OPTIONS").header("Via", "SIP/2.0/TCP 127.0.0.1:9;branch=z9hG4bKx"));
            assertThat(bob.receiveWithin(A_MOMENT)).isEmpty();
            stillAnswers();
        }

        @Test
        void branchWithoutTheCookie_dropped() {
            bob.send(request("OPTIONS").header("Via", "SIP/2.0/UDP 127.0.0.1:" + bob.port() + ";branch=1"));
            assertThat(bob.receiveWithin(A_MOMENT)).isEmpty();
            stillAnswers();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "\r\n\r\n",
                    "hello",
                    "INVITE sip:x SIP/2.0\r\n\r\n",
                    "SIP/2.0 200 OK\r\n\r\n",
                    "\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
                })
        void notSipAtAll_stillAnswersOthers(String rubbish) {
            bob.send(rubbish);
            bob.receiveWithin(A_MOMENT);
            stillAnswers();
        }

        @Test
        void anotherSipVersion_dropped() {
            bob.send(request("OPTIONS").toString().replaceFirst("SIP/2.0\r\n", "SIP/7.0\r\n"));
            assertThat(bob.receiveWithin(A_MOMENT)).isEmpty();
            stillAnswers();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "From: <sip:eve@127.0.0.1>;tag=e",
                    "t: <sip:b@127.0.0.1>",
                    "CSeq: 9 INVITE",
                    "l: 5",
                    "i: other"
                })
        void secondOfASingleHeader_dropped(String line) {
            bob.send(request("INVITE").line(line));
            assertThat(bob.receiveWithin(A_MOMENT)).isEmpty();
            assertThat(calls.seen).isEmpty();
        }

        @Test
        void viaListWithoutEnd_dropped() {
            bob.send(request("OPTIONS").line("Via: " + "SIP/2.0/UDP a,".repeat(700) + "SIP/2.0/UDP a"));
            assertThat(bob.receiveWithin(A_MOMENT)).isEmpty();
            stillAnswers();
        }

        @Test
        void largerThanTheLimit_droppedWhole() {
            bob.send(request("OPTIONS").line("Subject: " + "x".repeat(20_000)));
            assertThat(bob.receiveWithin(A_MOMENT)).isEmpty();
            stillAnswers();
        }

        @ParameterizedTest
        @ValueSource(strings = {"Content-Length: 2000000000", "l : 99999", "Content-Length: -1", "Content-Length: x"})
        void absurdLengthByTcp_onlyThatConnectionSuffers(String length) {
            try (TcpPeer eve = new TcpPeer(node.port());
                    TcpPeer carol = new TcpPeer(node.port())) {
                String request = TcpPeer.request("OPTIONS", eve.port()).toString();
                eve.send(request.replaceFirst("Content-Length: 0", length));
                assertThat(carol.ask(TcpPeer.request("OPTIONS", carol.port()))).startsWith("SIP/2.0 200 ");
            }
        }

        @Test
        void tooLongByTcpInPieces_closed() throws IOException {
            try (TcpPeer eve = new TcpPeer(node.port())) {
                eve.send("OPTIONS sip:a@127.0.0.1 SIP/2.0\r\nContent-Len");
                eve.send("gth: 20");
                eve.send("00000000\r\n");
                assertThat(eve.isClosedByPeer()).isTrue();
            }
        }

        /** On every lane: so many Call-IDs leave none out, but for once in a hundred thousand. */
        private void stillAnswers() {
            try (UdpPeer other = new UdpPeer(node.port())) {
                for (int callId = 0; callId < 100; callId++) {
                    assertThat(other.ask(new Text("OPTIONS", other.port()))).startsWith("SIP/2.0 200 ");
                }
            }
        }
    }
}
