package org.supertransfer.sip.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javax.sip.SipException;
import javax.sip.address.SipURI;
import javax.sip.message.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supertransfer.sip.transport.HopSearch.Asked;
import org.supertransfer.sip.transport.HopSearch.Place;
import org.supertransfer.sip.wire.TcpPeer;
import org.supertransfer.sip.wire.UdpPeer;

/** RFC 3263 against a name server of the test's own. */
class DnsTest {
    private NameServer dns;
    private SipNode node;

    @BeforeEach
    void open() throws IOException {
        dns = new NameServer();
        node = new SipNode(SipEndpoint.of("127.0.0.1", 0), null, dns.address());
        node.start();
    }

    @AfterEach
    void close() {
        node.stop();
        dns.close();
    }

    private List<Place> found(String transport, int port, boolean tls) throws Exception {
        HopSearch search =
                new HopSearch(new DnsRecords(dns.address()), false, name -> tls || !name.equals("tls"), new Random(1));
        return search.find(new Asked("trunk.test", transport, port)).places();
    }

    private Request options(String uri) throws Exception {
        Request request = Requests.options(node, 5060, "udp");
        request.setRequestURI(node.factories().address().createURI(uri));
        return request;
    }

    @Test
    void naptr_saysTransportsInItsOrder() throws Exception {
        dns.naptr("trunk.test.", 20, "SIP+D2U", "udp.trunk.test.")
                .naptr("trunk.test.", 10, "SIPS+D2T", "tls.trunk.test.")
                .naptr("trunk.test.", 30, "SIP+D2T", "tcp.trunk.test.")
                .srv("udp.trunk.test.", 1, 0, 5070, "one.trunk.test.")
                .srv("tcp.trunk.test.", 1, 0, 5071, "one.trunk.test.")
                .srv("tls.trunk.test.", 1, 0, 5072, "one.trunk.test.")
                .a("one.trunk.test.", "127.0.0.2");
        Place udp = new Place("127.0.0.2", 5070, "udp");
        Place tcp = new Place("127.0.0.2", 5071, "tcp");
        assertThat(found("", 0, false)).containsExactly(udp, tcp);
        assertThat(found("", 0, true)).containsExactly(new Place("127.0.0.2", 5072, "tls"), udp, tcp);
    }

    @Test
    void noNaptr_srvOfOurTransports_elseTheAddressItself() throws Exception {
        dns.a("trunk.test.", "127.0.0.9");
        assertThat(found("", 0, false)).containsExactly(new Place("127.0.0.9", 5060, "udp"));
        assertThat(found("tls", 0, true)).containsExactly(new Place("127.0.0.9", 5061, "tls"));
        assertThat(found("tcp", 5090, false)).containsExactly(new Place("127.0.0.9", 5090, "tcp"));
        dns.srv("_sip._tcp.trunk.test.", 1, 0, 5071, "one.trunk.test.").a("one.trunk.test.", "127.0.0.2");
        assertThat(found("", 0, false)).containsExactly(new Place("127.0.0.2", 5071, "tcp"));
    }

    @Test
    void srv_byPriorityAndAmongEqualsByWeight() throws Exception {
        dns.srv("_sip._udp.trunk.test.", 20, 0, 5060, "last.trunk.test.")
                .srv("_sip._udp.trunk.test.", 10, 90, 5060, "often.trunk.test.")
                .srv("_sip._udp.trunk.test.", 10, 10, 5060, "seldom.trunk.test.")
                .a("last.trunk.test.", "127.0.0.3")
                .a("often.trunk.test.", "127.0.0.1")
                .a("seldom.trunk.test.", "127.0.0.2");
        Map<String, Integer> first = new HashMap<>();
        DnsRecords records = new DnsRecords(dns.address());
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            List<Place> places = new HopSearch(records, false, name -> true, random)
                    .find(new Asked("trunk.test", "udp", 0))
                    .places();
            assertThat(places).hasSize(3);
            assertThat(places.get(2).address()).isEqualTo("127.0.0.3");
            first.merge(places.get(0).address(), 1, Integer::sum);
        }
        assertThat(first.get("127.0.0.1")).isBetween(160, 198);
        assertThat(first.get("127.0.0.2")).isBetween(2, 40);
    }

    @Test
    void firstRefusesTheConnection_nextRequestGoesToTheSecond() throws Exception {
        try (ServerSocket second = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            second.setSoTimeout(5_000);
            dns.srv("_sip._tcp.trunk.test.", 1, 0, FreePort.on("127.0.0.1"), "one.trunk.test.")
                    .srv("_sip._tcp.trunk.test.", 2, 0, second.getLocalPort(), "one.trunk.test.")
                    .a("one.trunk.test.", "127.0.0.1");
            RecordingResponses responses = new RecordingResponses();
            String uri = "sip:1@trunk.test;transport=tcp";
            try {
                node.send(options(uri), responses);
                assertThat(responses.statuses.poll(5, TimeUnit.SECONDS)).isZero();
            } catch (SipException atOnce) {
                assertThat(atOnce).isNotNull();
            }
            node.send(options(uri), responses);
            try (TcpPeer peer = new TcpPeer(second.accept())) {
                String request = peer.receive();
                assertThat(request).startsWith("OPTIONS " + uri + " SIP/2.0");
                peer.send(Requests.answer(request, "200 OK"));
                assertThat(responses.statuses.poll(5, TimeUnit.SECONDS)).isEqualTo(200);
            }
        }
    }

    @Test
    void recordsThatChange_followedWhenTheirTimeIsOver() throws Exception {
        try (UdpPeer one = new UdpPeer(node.port());
                UdpPeer other = new UdpPeer(node.port())) {
            dns.srv("_sip._udp.trunk.test.", 1, 0, one.port(), "m.trunk.test.").a("m.trunk.test.", "127.0.0.1");
            SipURI uri = (SipURI) node.factories().address().createURI("sip:1@trunk.test;transport=udp");
            RecordingResponses responses = new RecordingResponses();
            node.send(options(uri.toString()), responses);
            one.send(Requests.answer(one.receive(), "200 OK"));
            int asked = dns.asked().size();
            node.send(options(uri.toString()), responses);
            one.send(Requests.answer(one.receive(), "200 OK"));
            assertThat(dns.asked()).hasSize(asked);
            dns.forgetAll();
            dns.srv("_sip._udp.trunk.test.", 1, 0, other.port(), "m.trunk.test.")
                    .a("m.trunk.test.", "127.0.0.1");
            long end = System.nanoTime() + 10_000_000_000L;
            while (!node.addressesOf("trunk.test", 0, "udp").isEmpty()
                    && other.receiveWithin(Duration.ofMillis(300)).isEmpty()) {
                assertThat(System.nanoTime()).isLessThan(end);
                node.send(options(uri.toString()), new RecordingResponses());
            }
        }
    }

    @Test
    void nameServerSaysNothing_failsSoonAndTheNextAtOnce() throws Exception {
        dns.saysNothing();
        Request request = options("sip:1@trunk.test:5060");
        long start = System.nanoTime();
        assertThatThrownBy(() -> node.transportTo(request))
                .isInstanceOf(SipException.class)
                .hasMessageContaining("trunk.test");
        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)).isLessThan(4_000);
        long again = System.nanoTime();
        assertThatThrownBy(() -> node.transportTo(request)).isInstanceOf(SipException.class);
        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - again)).isLessThan(500);
    }
}
