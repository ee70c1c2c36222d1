package org.supertransfer.sip.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import javax.sip.message.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supertransfer.sip.wire.TcpPeer;
import org.supertransfer.sip.wire.Text;
import org.supertransfer.sip.wire.UdpPeer;

/** What is stopped before it costs a transaction, seen on the wire and counted. */
class ThresholdTest {
    private static final Duration A_MOMENT = Duration.ofMillis(300);

    private final SipNode node = new SipNode(SipEndpoint.of("127.0.0.1", 0));
    private final RecordingCalls calls = new RecordingCalls() {
        @Override
        public boolean knows(Request request) {
            return request.toString().contains("known");
        }
    };
    private UdpPeer bob;

    @BeforeEach
    void open() throws IOException {
        node.calls(calls);
        node.start();
        bob = new UdpPeer(node.port());
    }

    @AfterEach
    void close() {
        bob.close();
        node.stop();
    }

    private Text inside(String method, String tag) {
        return new Text(method, bob.port()).header("To", "<sip:service@127.0.0.1>;tag=" + tag);
    }

    @Nested
    class ForNobody {
        @ParameterizedTest
        @ValueSource(strings = {"BYE", "INFO", "UPDATE", "INVITE", "PRACK", "OPTIONS", "CANCEL"})
        void request_481WithoutATransaction(String method) {
            Text request = method.equals("CANCEL") ? new Text(method, bob.port()) : inside(method, "never");
            request.line("RAck: 1 1 INVITE");
            assertThat(bob.ask(request)).startsWith("SIP/2.0 481 ");
            assertThat(bob.ask(request)).startsWith("SIP/2.0 481 ");
            assertThat(node.transactions()).isZero();
            assertThat(calls.seen).isEmpty();
        }

        @Test
        void unknownMethod_501WithoutATransaction() {
            assertThat(bob.ask(inside("FLY", "never"))).startsWith("SIP/2.0 501 ");
            assertThat(node.transactions()).isZero();
        }

        @Test
        void acksAndResponses_dropped() throws InterruptedException {
            for (int stray = 0; stray < 500; stray++) {
                bob.send(inside("ACK", "never"));
                bob.send(stray());
            }
            assertThat(bob.ask(inside("BYE", "known"))).startsWith("SIP/2.0 200 ");
            assertThat(node.transactions()).isEqualTo(1);
            assertThat(bob.receiveWithin(A_MOMENT)).isEmpty();
        }

        private String stray() {
            String request = Requests.of(node, Request.BYE, bob.port(), "udp").toString();
            return Requests.answer(request, "404 Not Found");
        }

        @Test
        void byTcp_answeredOnItsConnectionWhateverItsViaSays() {
            try (TcpPeer carol = new TcpPeer(node.port())) {
                Text bye = TcpPeer.request("BYE", carol.port())
                        .header("Via", "SIP/2.0/TCP 127.0.0.1:9;branch=z9hG4bKelsewhere")
                        .header("To", "<sip:service@127.0.0.1>;tag=never");
                assertThat(carol.ask(bye)).startsWith("SIP/2.0 481 ");
                assertThat(node.transactions()).isZero();
            }
        }
    }

    @Nested
    class WithoutRoom {
        @BeforeEach
        void full() {
            node.room(anybody -> false);
        }

        @Test
        void newCall_503WithRetryAfterWithoutATransaction() {
            String refusal = bob.ask(new Text("INVITE", bob.port()));
            assertThat(refusal).startsWith("SIP/2.0 503 ");
            assertThat(Text.of(refusal, "Retry-After")).matches("[1-9]\\d*");
            assertThat(Text.of(refusal, "To")).contains("tag=");
            assertThat(node.transactions()).isZero();
            assertThat(calls.seen).isEmpty();
        }

        @Test
        void callThatIsUp_goesOn() throws InterruptedException {
            assertThat(bob.ask(inside("INVITE", "known"))).startsWith("SIP/2.0 486 ");
            assertThat(calls.next()).isEqualTo("INVITE");
            bob.send(inside("BYE", "known"));
            assertThat(calls.next()).isEqualTo("BYE");
        }

        @Test
        void callThatReplacesOne_handedOver() throws InterruptedException {
            Text invite = new Text("INVITE", bob.port()).line("Replaces: 1@wire;to-tag=a;from-tag=b");
            assertThat(bob.ask(invite)).startsWith("SIP/2.0 486 ");
            assertThat(calls.next()).isEqualTo("INVITE");
        }

        @Test
        void roomAgain_nextCallHandedOverAtOnce() throws InterruptedException {
            bob.ask(new Text("INVITE", bob.port()));
            node.room(anybody -> true);
            assertThat(bob.ask(new Text("INVITE", bob.port()))).startsWith("SIP/2.0 486 ");
            assertThat(calls.next()).isEqualTo("INVITE");
        }
    }
}
