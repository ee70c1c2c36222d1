package org.supertransfer.sip.leg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.supertransfer.sip.wire.TcpPeer;
import org.supertransfer.sip.wire.Text;
import org.supertransfer.sip.wire.Torture;
import org.supertransfer.sip.wire.UdpPeer;

/**
 * Every message of the torture catalogues: by UDP from a trunk's address, by TCP from a stranger's, whose sound INVITE is
 * challenged. After each the node still answers.
 */
class TortureTest {
    private static final Duration A_MOMENT = Duration.ofMillis(250);

    private static Wired wired;

    @BeforeAll
    static void open() {
        wired = new Wired();
    }

    @AfterAll
    static void close() {
        wired.close();
    }

    static Stream<Torture> messages() {
        return Torture.all().stream();
    }

    static Stream<Torture> overTcp() {
        return messages().filter(torture -> !torture.byTcp().contains("skip"));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void byUdp_answeredAsTheRfcSays(Torture torture) {
        try (UdpPeer peer = new UdpPeer(wired.node.port(), wired.trunkPort())) {
            String message = torture.message("UDP", peer.port(), wired.node.port());
            peer.send(message);
            Optional<String> answer = next(peer, message);
            assertThat(torture.byUdp()).as(message).contains(status(answer));
            String options = peer.ask(new Text("OPTIONS", peer.port()));
            assertThat(options).startsWith("SIP/2.0 ");
        }
    }

    private static Optional<String> next(UdpPeer peer, String sent) {
        Optional<String> received = peer.receiveWithin(A_MOMENT);
        while (received.isPresent() && !Torture.isAnswer(received.get(), sent)) {
            received = peer.receiveWithin(A_MOMENT);
        }
        return received;
    }

    @ParameterizedTest
    @MethodSource("overTcp")
    void byTcp_answeredAsTheRfcSays(Torture torture) throws IOException {
        try (TcpPeer peer = new TcpPeer(wired.node.port())) {
            String message = torture.message("TCP", peer.port(), wired.node.port());
            peer.send(message);
            Optional<String> answer = peer.receiveWithin(A_MOMENT);
            assertThat(torture.byTcp()).as(message + "\n" + answer).contains(status(answer));
        }
        try (TcpPeer next = new TcpPeer(wired.node.port())) {
            assertThat(next.ask(TcpPeer.request("OPTIONS", next.port()))).startsWith("SIP/2.0 ");
        }
    }

    private static String status(Optional<String> answer) {
        return answer.map(text -> text.split(" ")[1]).orElse("dropped");
    }

    @Test
    void afterAllOfThem_aCallWorks() {
        try (UdpPeer peer = new UdpPeer(wired.node.port(), wired.trunkPort())) {
            messages().forEach(torture -> peer.send(torture.message("UDP", peer.port(), wired.node.port())));
        }
        wired.up("0201234501", wired.alice);
    }
}
