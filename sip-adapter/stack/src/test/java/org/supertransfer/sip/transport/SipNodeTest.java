package org.supertransfer.sip.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.supertransfer.sip.wire.TcpPeer;
import org.supertransfer.sip.wire.Text;
import org.supertransfer.sip.wire.UdpPeer;

/** The node's life: what it opens it closes. */
class SipNodeTest {
    @Test
    void startedAndStoppedFiveTimes_portFreeAndNoThreadLeft() throws IOException {
        int port = FreePort.on("127.0.0.1");
        Set<Thread> before = threads();
        for (int round = 0; round < 5; round++) {
            SipNode node = new SipNode(SipEndpoint.of("127.0.0.1", port));
            node.start();
            try (UdpPeer bob = new UdpPeer(port);
                    TcpPeer carol = new TcpPeer(port)) {
                assertThat(bob.ask(new Text("OPTIONS", bob.port()))).startsWith("SIP/2.0 200 ");
                assertThat(carol.ask(TcpPeer.request("OPTIONS", carol.port()))).startsWith("SIP/2.0 200 ");
                node.stop();
                assertThat(carol.isClosedByPeer()).isTrue();
            }
            assertFree(port);
        }
        Set<Thread> left = threads();
        left.removeAll(before);
        assertThat(left).isEmpty();
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getThreadGroup() != null
                        && !"system".equals(thread.getThreadGroup().getName()))
                .collect(Collectors.toSet());
    }

    private static void assertFree(int port) throws IOException {
        InetAddress loopback = InetAddress.getByName("127.0.0.1");
        try (ServerSocket tcp = new ServerSocket(port, 1, loopback);
                DatagramSocket udp = new DatagramSocket(new InetSocketAddress(loopback, port))) {
            assertThat(List.of(tcp.getLocalPort(), udp.getLocalPort())).containsOnly(port);
        }
    }

    @Test
    void portTakenByUdp_failsAndLeavesTcpFree() throws IOException {
        InetAddress loopback = InetAddress.getByName("127.0.0.1");
        int port = FreePort.on("127.0.0.1");
        SipNode node = new SipNode(SipEndpoint.of("127.0.0.1", port));
        try (DatagramSocket taken = new DatagramSocket(new InetSocketAddress(loopback, port))) {
            assertThatThrownBy(node::start).isInstanceOf(IOException.class).hasMessageContaining(":" + port);
            assertThat(node.listening()).isFalse();
            assertThat(taken.isBound()).isTrue();
        }
        assertFree(port);
    }

    @Test
    void portTakenByTcp_failsAndLeavesUdpFree() throws IOException {
        int port = FreePort.on("127.0.0.1");
        SipNode node = new SipNode(SipEndpoint.of("127.0.0.1", port));
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(node::start).isInstanceOf(IOException.class);
            assertThat(taken.isBound()).isTrue();
        }
        assertFree(port);
    }

    @Test
    void stoppedNode_sendsNothingAndSaysSo() throws IOException {
        SipNode node = new SipNode(SipEndpoint.of("127.0.0.1", 0));
        node.start();
        node.stop();
        node.stop();
        assertThatThrownBy(() -> node.send(Requests.options(node, 5060, "udp"), new RecordingResponses()))
                .isInstanceOf(javax.sip.SipException.class);
    }

    @Test
    void twoNodesAtOnce_theStopOfOneLeavesTheOther() throws IOException {
        SipNode one = new SipNode(SipEndpoint.of("127.0.0.1", 0));
        SipNode other = new SipNode(SipEndpoint.of("127.0.0.1", 0));
        one.start();
        other.start();
        one.stop();
        try (UdpPeer bob = new UdpPeer(other.port());
                TcpPeer carol = new TcpPeer(other.port())) {
            assertThat(bob.ask(new Text("OPTIONS", bob.port()))).startsWith("SIP/2.0 200 ");
            assertThat(carol.ask(TcpPeer.request("OPTIONS", carol.port()))).startsWith("SIP/2.0 200 ");
        } finally {
            other.stop();
        }
    }

    @Test
    void publicHost_isWhatViaAndContactSay() throws Exception {
        SipNode node = new SipNode(new SipEndpoint("127.0.0.1", 0, "203.0.113.7"));
        node.start();
        try (UdpPeer bob = new UdpPeer(node.port())) {
            node.send(Requests.options(node, bob.port(), "udp"), new RecordingResponses());
            String request = bob.receive();
            assertThat(Text.of(request, "Via")).contains("203.0.113.7:" + node.port());
            assertThat(node.contact("service", "tcp").toString()).contains("sip:service@203.0.113.7:" + node.port());
            RecordingResponses responses = new RecordingResponses();
            node.send(Requests.options(node, bob.port(), "udp"), responses);
            bob.send(Requests.answer(bob.receive(), "200 OK"));
            assertThat(responses.statuses.poll(5, TimeUnit.SECONDS)).isEqualTo(200);
        } finally {
            node.stop();
        }
    }
}
