package org.supertransfer.sip.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import javax.sip.SipException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supertransfer.sip.wire.Certificates;
import org.supertransfer.sip.wire.TcpPeer;
import org.supertransfer.sip.wire.Text;
import org.supertransfer.sip.wire.UdpPeer;

/** TLS on the wire, with the JDK's own sockets at the other end. */
class TlsTest {
    private static final String LOOPBACK = "ip:127.0.0.1,dns:localhost";

    private static SipNode node;
    private static Path ours;
    private static Path trunk;
    private static Path misnamed;
    private static Path stranger;

    @BeforeAll
    static void listen(@TempDir Path folder) throws Exception {
        ours = Certificates.keystore(folder, "ours", LOOPBACK);
        trunk = Certificates.keystore(folder, "trunk", LOOPBACK);
        misnamed = Certificates.keystore(folder, "misnamed", "dns:elsewhere.example");
        stranger = Certificates.keystore(folder, "stranger", LOOPBACK);
        SSLContext context = context(ours, trunk, misnamed);
        node = new SipNode(SipEndpoint.of("127.0.0.1", 0), new TlsEndpoint(0, context));
        node.start();
    }

    @AfterAll
    static void stop() {
        node.stop();
    }

    /** With the key of the first file, trusting the certificates of all of them. */
    private static SSLContext context(Path own, Path... trusted) throws GeneralSecurityException, IOException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(opened(own), Certificates.PASSWORD.toCharArray());
        KeyStore authorities = KeyStore.getInstance("PKCS12");
        authorities.load(null, null);
        authorities.setCertificateEntry("own", opened(own).getCertificate("sip"));
        for (Path file : trusted) {
            authorities.setCertificateEntry(file.toString(), opened(file).getCertificate("sip"));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(authorities);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private static KeyStore opened(Path file) throws GeneralSecurityException, IOException {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, Certificates.PASSWORD.toCharArray());
            return store;
        }
    }

    private static TcpPeer phone(String protocol) throws Exception {
        SSLContext context = context(stranger, ours);
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", node.port("tls"));
        socket.setEnabledProtocols(new String[] {protocol});
        socket.startHandshake();
        return new TcpPeer(socket);
    }

    private static Text options(TcpPeer from) {
        return TcpPeer.request("OPTIONS", from.port(), "TLS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void requests_answeredOnTheirConnection(String protocol) throws Exception {
        try (TcpPeer bob = phone(protocol)) {
            for (int round = 0; round < 20; round++) {
                assertThat(bob.ask(options(bob))).startsWith("SIP/2.0 200 ");
            }
            bob.send("\r\n\r\n");
            assertThat(bob.receiveBytes(2)).isEqualTo("\r\n");
            String large = bob.ask(options(bob).line("Subject: " + "x".repeat(10_000)));
            assertThat(large).startsWith("SIP/2.0 200 ");
        }
    }

    @Test
    void severalRequestsAtOnceAndOneInPieces_allAnswered() throws Exception {
        try (TcpPeer bob = phone("TLSv1.3")) {
            bob.send(options(bob).toString() + options(bob));
            String third = options(bob).toString();
            for (int at = 0; at < third.length(); at += 50) {
                bob.send(third.substring(at, Math.min(third.length(), at + 50)));
            }
            for (int answer = 0; answer < 3; answer++) {
                assertThat(bob.receive()).startsWith("SIP/2.0 200 ");
            }
        }
    }

    @Test
    void requestToAPhone_goesDownItsOwnConnection() throws Exception {
        try (TcpPeer bob = phone("TLSv1.3")) {
            assertThat(bob.ask(options(bob))).startsWith("SIP/2.0 200 ");
            RecordingResponses responses = new RecordingResponses();
            node.send(Requests.options(node, bob.port(), "tls"), responses);
            String request = bob.receive();
            assertThat(Text.of(request, "Via")).startsWith("SIP/2.0/TLS 127.0.0.1:" + node.port("tls"));
            bob.send(Requests.answer(request, "200 OK"));
            assertThat(responses.statuses.poll(5, TimeUnit.SECONDS)).isEqualTo(200);
        }
    }

    @Test
    void phoneThatHasGone_cannotBeReached() throws Exception {
        int port;
        try (TcpPeer bob = phone("TLSv1.3")) {
            assertThat(bob.ask(options(bob))).startsWith("SIP/2.0 200 ");
            port = bob.port();
        }
        RecordingResponses responses = new RecordingResponses();
        try {
            node.send(Requests.options(node, port, "tls"), responses);
            assertThat(responses.statuses.poll(5, TimeUnit.SECONDS)).isZero();
        } catch (SipException refusedAtOnce) {
            assertThat(refusedAtOnce).isNotNull();
        }
    }

    @Test
    void plainTextToTheTlsPort_closedAndOthersServed() throws Exception {
        try (TcpPeer eve = new TcpPeer(new Socket(InetAddress.getByName("127.0.0.1"), node.port("tls")));
                TcpPeer bob = phone("TLSv1.3")) {
            eve.send(TcpPeer.request("OPTIONS", eve.port()).toString());
            assertThat(eve.endsWithinPatience()).isTrue();
            assertThat(bob.ask(options(bob))).startsWith("SIP/2.0 200 ");
        }
    }

    @Test
    void tls10_refusedWithAnAlert() throws Exception {
        String hello = "16030100330100002f0301" + "42".repeat(32) + "00" + "0008c013c014002f0035" + "0100";
        try (Socket eve = new Socket(InetAddress.getByName("127.0.0.1"), node.port("tls"))) {
            eve.setSoTimeout(5_000);
            byte[] bytes = HexFormat.of().parseHex(hello);
            bytes[4] = (byte) (bytes.length - 5);
            bytes[8] = (byte) (bytes.length - 9);
            eve.getOutputStream().write(bytes);
            byte[] alert = eve.getInputStream().readNBytes(7);
            assertThat(alert[0]).as("an alert").isEqualTo((byte) 21);
            assertThat(alert[6]).as("protocol_version").isEqualTo((byte) 70);
        }
    }

    @Test
    void connectsAndSaysNothing_closedAfterAWhile() throws Exception {
        try (Socket tls = new Socket(InetAddress.getByName("127.0.0.1"), node.port("tls"));
                Socket tcp = new Socket(InetAddress.getByName("127.0.0.1"), node.port());
                TcpPeer quiet = phone("TLSv1.3")) {
            quiet.send("\r\n\r\n");
            assertThat(quiet.receiveBytes(2)).isEqualTo("\r\n");
            tls.setSoTimeout(15_000);
            tcp.setSoTimeout(15_000);
            assertThat(tls.getInputStream().read()).isNegative();
            assertThat(tcp.getInputStream().read()).isNegative();
            assertThat(quiet.ask(options(quiet))).startsWith("SIP/2.0 200 ");
        }
    }

    private static SSLServerSocket server(Path own) throws Exception {
        return (SSLServerSocket) context(own, ours)
                .getServerSocketFactory()
                .createServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
    }

    @Test
    void trunkWithAGoodCertificate_getsTheRequest() throws Exception {
        try (SSLServerSocket server = server(trunk)) {
            RecordingResponses responses = new RecordingResponses();
            node.send(Requests.options(node, server.getLocalPort(), "tls"), responses);
            node.send(Requests.options(node, server.getLocalPort(), "tls"), responses);
            try (TcpPeer peer = new TcpPeer(server.accept())) {
                peer.send(Requests.answer(peer.receive(), "200 OK"));
                peer.send(Requests.answer(peer.receive(), "200 OK"));
                assertThat(responses.statuses.poll(5, TimeUnit.SECONDS)).isEqualTo(200);
                assertThat(responses.statuses.poll(5, TimeUnit.SECONDS)).isEqualTo(200);
            }
        }
    }

    @Test
    void trunkWithACertificateForAnotherName_failsAtOnce() throws Exception {
        refused(misnamed);
    }

    @Test
    void trunkThatNobodyVouchesFor_failsAtOnce() throws Exception {
        refused(stranger);
    }

    private static void refused(Path certificate) throws Exception {
        try (SSLServerSocket server = server(certificate)) {
            RecordingResponses responses = new RecordingResponses();
            node.send(Requests.options(node, server.getLocalPort(), "tls"), responses);
            try (SSLSocket peer = (SSLSocket) server.accept()) {
                peer.setSoTimeout(5_000);
                assertThatThrownBy(() -> {
                            peer.startHandshake();
                            peer.getInputStream().read();
                        })
                        .isInstanceOf(IOException.class);
                assertThat(responses.statuses.poll(5, TimeUnit.SECONDS)).isZero();
            }
        }
    }

    @Test
    void noTlsListener_neitherSendsNorAnswersByTls() throws Exception {
        SipNode plain = new SipNode(SipEndpoint.of("127.0.0.1", 0));
        plain.start();
        try (UdpPeer bob = new UdpPeer(plain.port())) {
            assertThatThrownBy(() -> plain.send(Requests.options(plain, 5061, "tls"), new RecordingResponses()))
                    .isInstanceOf(SipException.class)
                    .hasMessageContaining("tls");
            bob.send(new Text("OPTIONS", bob.port()).header("Via", "SIP/2.0/TLS 127.0.0.1:9;branch=z9hG4bKx"));
            assertThat(bob.receiveWithin(Duration.ofMillis(300))).isEmpty();
            assertThat(bob.ask(new Text("OPTIONS", bob.port()))).startsWith("SIP/2.0 200 ");
        } finally {
            plain.stop();
        }
    }
}
