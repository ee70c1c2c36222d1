package org.supertransfer.sip.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sip.SipException;
import javax.sip.message.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.supertransfer.sip.wire.TcpPeer;

/** Connections that only take room: silent ones, slow ones, too many of them, and those that never read. */
@Timeout(60)
class SlowStreamsTest {
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final int MANY = 10_000;

    private final SipNode node = new SipNode(SipEndpoint.of("127.0.0.1", 0));
    private final List<TcpPeer> peers = new ArrayList<>();

    @AfterEach
    void close() {
        peers.forEach(TcpPeer::close);
        node.stop();
    }

    private void open(StreamLimits limits) throws IOException {
        node.streams(limits);
        node.start();
    }

    private TcpPeer connect(String from) {
        TcpPeer peer = TcpPeer.from(from, node.port());
        peers.add(peer);
        return peer;
    }

    /** One that has shown that it speaks SIP. */
    private TcpPeer phone(String from) {
        TcpPeer peer = connect(from);
        assertServed(peer);
        return peer;
    }

    private static void assertServed(TcpPeer peer) {
        assertThat(peer.ask(TcpPeer.request("OPTIONS", peer.port()))).startsWith("SIP/2.0 200 ");
    }

    @Test
    void saysNothing_closed() throws IOException {
        open(new StreamLimits(100, 100, 100, MANY, SHORT));
        assertThat(connect("127.0.0.1").isClosedByPeer()).isTrue();
    }

    @Test
    void headerThatNeverEnds_closed_alsoOfOneThatHasSpoken() throws IOException {
        open(new StreamLimits(100, 100, 100, MANY, SHORT));
        TcpPeer eve = phone("127.0.0.1");
        eve.send("INVITE sip:a@127.0.0.1 SIP/2.0\r\nX: ");
        assertThat(eve.isClosedByPeer()).isTrue();
    }

    @Test
    void byteByByte_closedThoughEachComesInTime() throws IOException {
        open(new StreamLimits(100, 100, 100, MANY, SHORT));
        TcpPeer eve = phone("127.0.0.1");
        eve.send("INVITE sip:a@127.0.0.1 SIP/2.0\r\nX: ");
        while (node.connections() > 0) {
            if (eve.receiveWithin(Duration.ofMillis(50)).isEmpty() && node.connections() > 0) {
                trickle(eve);
            }
        }
        assertThat(node.connections()).isZero();
    }

    private static void trickle(TcpPeer eve) {
        try {
            eve.send("x");
        } catch (java.io.UncheckedIOException closedMeanwhile) {
            // which is what it is waiting for
        }
    }

    @Test
    void phoneThatIsQuietBetweenWholeMessages_stays() throws IOException {
        open(new StreamLimits(100, 100, 100, MANY, SHORT));
        TcpPeer bob = phone("127.0.0.1");
        for (int sweep = 0; sweep < 3; sweep++) {
            assertThat(connect("127.0.0.1").isClosedByPeer()).isTrue();
        }
        assertServed(bob);
    }

    @Test
    void silentOnesOfOneAddress_bounded_othersComeIn() throws IOException {
        open(new StreamLimits(100, 100, 3, MANY, LONG));
        TcpPeer bob = phone("127.0.0.1");
        for (int hanging = 0; hanging < 3; hanging++) {
            connect("127.0.0.2");
        }
        assertThat(connect("127.0.0.2").isClosedByPeer()).isTrue();
        assertServed(bob);
        phone("127.0.0.3");
        assertThat(node.connections()).isEqualTo(5);
    }

    @Test
    void connectionsOfOneAddress_bounded_othersComeIn() throws IOException {
        open(new StreamLimits(4, 3, 3, MANY, LONG));
        List<TcpPeer> eves = List.of(phone("127.0.0.2"), phone("127.0.0.2"), phone("127.0.0.2"));
        assertThat(connect("127.0.0.2").isClosedByPeer()).isTrue();
        phone("127.0.0.3");
        assertThat(connect("127.0.0.4").isClosedByPeer()).isTrue();
        eves.forEach(SlowStreamsTest::assertServed);
    }

    @Test
    void neverReads_closedWhenTooMuchWaits() throws Exception {
        open(new StreamLimits(100, 100, 100, 50, LONG));
        flood(phone("127.0.0.1"), 100_000);
        assertThat(node.connections()).isZero();
        phone("127.0.0.1");
    }

    @Test
    void neverReads_closedWhenItTakesNothingForAWhile() throws Exception {
        open(new StreamLimits(100, 100, 100, MANY, SHORT));
        flood(phone("127.0.0.1"), 1_500);
        while (node.connections() > 0) {
            Thread.sleep(50);
        }
        phone("127.0.0.1");
    }

    /** Until it is closed, or so many messages of ten kilobytes were sent; ACKs, because no transaction repeats them. */
    private void flood(TcpPeer to, int messages) throws Exception {
        for (int sent = 0; sent < messages && node.connections() > 0; sent++) {
            send(to);
        }
    }

    private void send(TcpPeer to) throws Exception {
        Request ack = Requests.of(node, Request.ACK, to.port(), "tcp");
        ack.addHeader(node.factories().header().createSubjectHeader("x".repeat(10_000)));
        try {
            node.sendAck(ack);
        } catch (SipException closedMeanwhile) {
            // and nobody listens at its port
        }
    }
}
