package org.supertransfer.sip.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sip.SipException;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supertransfer.sip.wire.TcpPeer;
import org.supertransfer.sip.wire.Text;
import org.supertransfer.sip.wire.UdpPeer;

/** What we send, what comes back, and in which order things are handed over. */
class SendingTest {
    private static final Duration A_MOMENT = Duration.ofMillis(300);
    private static final SipNode NODE = new SipNode(SipEndpoint.of("127.0.0.1", 0));
    private final RecordingCalls calls = new RecordingCalls();
    private final RecordingResponses responses = new RecordingResponses();
    private UdpPeer bob;

    @BeforeAll
    static void open() throws IOException {
        NODE.start();
    }

    @AfterAll
    static void close() {
        NODE.stop();
    }

    @BeforeEach
    void peer() {
        NODE.calls(calls);
        bob = new UdpPeer(NODE.port());
    }

    @AfterEach
    void hangUp() {
        bob.close();
    }

    private int nextStatus() throws InterruptedException {
        Integer status = responses.statuses.poll(10, TimeUnit.SECONDS);
        if (status == null) {
            throw new AssertionError("no response was handed over");
        }
        return status;
    }

    @Test
    void request_leavesFromTheListeningPortAndItsResponseComesBack() throws Exception {
        NODE.send(Requests.options(NODE, bob.port(), "udp"), responses);
        String request = bob.receive();
        assertThat(Text.of(request, "Via")).contains("127.0.0.1:" + NODE.port()).contains("rport");
        bob.send(Requests.answer(request, "200 OK"));
        assertThat(nextStatus()).isEqualTo(200);
    }

    @Test
    void invite_provisionalAndFinalComeInOrder() throws Exception {
        NODE.send(Requests.of(NODE, Request.INVITE, bob.port(), "udp"), responses);
        String invite = bob.receive();
        bob.send(Requests.answer(invite, "180 Ringing"));
        bob.send(Requests.answer(invite, "486 Busy Here"));
        assertThat(List.of(nextStatus(), nextStatus())).containsExactly(180, 486);
        assertThat(bob.receive()).startsWith("ACK ");
    }

    @Test
    void secondAnswerToAnInvite_isAStrayOnce() throws Exception {
        NODE.send(Requests.of(NODE, Request.INVITE, bob.port(), "udp"), responses);
        String invite = bob.receive();
        bob.send(Requests.answer(invite, "200 OK"));
        assertThat(nextStatus()).isEqualTo(200);
        bob.send(Requests.answer(invite, "200 OK").replace("tag=peer", "tag=fork"));
        Response stray = calls.strays.poll(5, TimeUnit.SECONDS);
        assertThat(stray).isNotNull();
        assertThat(stray.toString()).contains("tag=fork");
        assertThat(responses.statuses).isEmpty();
    }

    @Test
    void responseToNothing_takenOutUnlessItAnswersAnInvite() throws Exception {
        String never = Requests.of(NODE, Request.BYE, bob.port(), "udp").toString();
        bob.send(Requests.answer(never, "200 OK"));
        String invite = Requests.of(NODE, Request.INVITE, bob.port(), "udp").toString();
        bob.send(Requests.answer(invite, "486 Busy Here"));
        bob.send(Requests.answer(invite, "200 OK"));
        assertThat(calls.strays.poll(5, TimeUnit.SECONDS)).isNotNull();
        assertThat(calls.strays).isEmpty();
    }

    @Test
    void ack_hasABranchOfItsOwn() throws Exception {
        Request ack = Requests.of(NODE, Request.ACK, bob.port(), "udp");
        String before = ack.getHeader("Via").toString();
        NODE.sendAck(ack);
        String sent = bob.receive();
        assertThat(sent).startsWith("ACK ");
        assertThat(before).doesNotContain(Text.of(sent, "Via"));
    }

    @Test
    void refusedConnection_reportedAsTimeout() throws Exception {
        int nobody = FreePort.on("127.0.0.1");
        Request options = Requests.options(NODE, nobody, "tcp");
        try {
            NODE.send(options, responses);
        } catch (SipException atOnce) {
            return;
        }
        assertThat(nextStatus()).isZero();
    }

    @Test
    void requestsByTcp_shareOneConnectionWithTheirResponses() throws Exception {
        try (ServerSocket carol = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            carol.setSoTimeout(5_000);
            NODE.send(Requests.options(NODE, carol.getLocalPort(), "tcp"), responses);
            try (Socket connection = carol.accept()) {
                connection.setSoTimeout(5_000);
                String first = read(connection);
                NODE.send(Requests.options(NODE, carol.getLocalPort(), "tcp"), responses);
                String second = read(connection);
                assertThat(Text.of(second, "Via")).contains("/TCP").isNotEqualTo(Text.of(first, "Via"));
                write(connection, Requests.answer(first, "200 OK") + Requests.answer(second, "404 Not Found"));
                assertThat(List.of(nextStatus(), nextStatus())).containsExactly(200, 404);
            }
        }
    }

    private static String read(Socket connection) throws IOException {
        byte[] bytes = new byte[4_096];
        int length = connection.getInputStream().read(bytes);
        assertThat(length).as("the connection lives").isPositive();
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    private static void write(Socket connection, String text) throws IOException {
        connection.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void noWayToATelUri_throws() throws Exception {
        Request invite = Requests.of(NODE, Request.INVITE, bob.port(), "udp");
        invite.setRequestURI(NODE.factories().address().createTelURL("+358401234567"));
        assertThatThrownBy(() -> NODE.send(invite, responses)).isInstanceOf(SipException.class);
    }

    @Test
    void route_goesBeforeTheRequestUri() throws Exception {
        Request options = Requests.options(NODE, 9, "udp");
        options.addHeader(NODE.factories()
                .header()
                .createRouteHeader(NODE.factories().address().createAddress("<sip:127.0.0.1:" + bob.port() + ";lr>")));
        NODE.send(options, responses);
        assertThat(bob.receive()).startsWith("OPTIONS sip:peer@127.0.0.1:9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"udp", "tcp"})
    void messagesOfOneCall_handedOverInOrder(String transport) throws Exception {
        List<String> sent = new ArrayList<>();
        try (TcpPeer carol = new TcpPeer(NODE.port())) {
            for (int count = 0; count < 500; count++) {
                String method = List.of("INFO", "ACK", "UPDATE", "BYE").get(count % 4);
                Text request =
                        transport.equals("udp") ? new Text(method, bob.port()) : TcpPeer.request(method, carol.port());
                request.header("Call-ID", "one-call-" + transport)
                        .header("CSeq", (count + 1) + " " + method)
                        .header("To", "<sip:us@127.0.0.1>;tag=t");
                sent.add(method);
                if (transport.equals("udp")) {
                    bob.send(request);
                } else {
                    carol.send(request.toString());
                }
            }
            List<String> seen = new ArrayList<>();
            while (seen.size() < sent.size()) {
                seen.add(calls.next());
            }
            assertThat(seen).isEqualTo(sent);
        }
    }

    @Test
    void tcpViaOverUdp_opensNoConnection() throws Exception {
        try (ServerSocket victim = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            victim.setSoTimeout((int) A_MOMENT.toMillis());
            bob.send(new Text("OPTIONS", bob.port())
                    .header("Via", "SIP/2.0/TCP 127.0.0.1:" + victim.getLocalPort() + ";branch=z9hG4bKv"));
            assertThatThrownBy(victim::accept).isInstanceOf(java.net.SocketTimeoutException.class);
        }
    }

    @Test
    void tenKilobytesByUdp_wholeInBothDirections() throws Exception {
        Request options = Requests.options(NODE, bob.port(), "udp");
        options.addHeader(NODE.factories().header().createSubjectHeader("x".repeat(10_000)));
        NODE.send(options, responses);
        String request = bob.receive();
        assertThat(Text.of(request, "Subject")).hasSize(10_000);
        assertThat(request).endsWith("\r\n\r\n");
        bob.send(Requests.answer(request, "200 " + "y".repeat(10_000)));
        assertThat(nextStatus()).isEqualTo(200);
        assertThat(bob.ask(new Text("OPTIONS", bob.port()).line("Subject: " + "z".repeat(10_000))))
                .startsWith("SIP/2.0 200 ");
    }

    @Test
    void keepAliveByUdp_ignored() {
        bob.send("\r\n\r\n");
        bob.send("\0");
        assertThat(bob.receiveWithin(Duration.ofMillis(200))).isEmpty();
        assertThat(bob.ask(new Text("OPTIONS", bob.port()))).startsWith("SIP/2.0 200 ");
    }
}
