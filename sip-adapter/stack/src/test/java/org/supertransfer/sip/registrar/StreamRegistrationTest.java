package org.supertransfer.sip.registrar;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supertransfer.callcontrol.PhoneAccount;
import org.supertransfer.sip.transport.SipEndpoint;
import org.supertransfer.sip.transport.SipNode;
import org.supertransfer.sip.transport.TlsEndpoint;
import org.supertransfer.sip.wire.Certificates;
import org.supertransfer.sip.wire.DigestAnswer;
import org.supertransfer.sip.wire.TcpPeer;
import org.supertransfer.sip.wire.Text;

/** A phone that registers by TLS is reached on its connection, whatever its Contact says. */
class StreamRegistrationTest {
    private static final String REALM = "supertransfer.test";

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Registrar registrar = new Registrar(REALM, Clock.systemUTC(), timer, change -> {});
    private final SSLContext context;
    private final SipNode node;

    StreamRegistrationTest(@TempDir Path folder) throws Exception {
        Path own = Certificates.keystore(folder, "own", "ip:127.0.0.1");
        KeyStore store = KeyStore.getInstance(own.toFile(), Certificates.PASSWORD.toCharArray());
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, Certificates.PASSWORD.toCharArray());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("own", store.getCertificate("sip"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        node = new SipNode(SipEndpoint.of("127.0.0.1", 0), new TlsEndpoint(0, context));
    }

    @BeforeEach
    void open() throws Exception {
        registrar.accounts(List.of(new PhoneAccount("anna", "1201", "secret", null)));
        node.registrations(registrar);
        node.start();
    }

    @AfterEach
    void close() {
        node.stop();
        timer.shutdownNow();
    }

    private static Text register(TcpPeer phone, int cseq, String contact) {
        return TcpPeer.request("REGISTER", phone.port(), "TLS")
                .to("sip:" + REALM)
                .header("From", "<sip:anna@" + REALM + ">;tag=a")
                .header("To", "<sip:anna@" + REALM + ">")
                .header("Call-ID", "phone")
                .header("CSeq", cseq + " REGISTER")
                .header("Contact", contact);
    }

    private void registers(String contact) throws Exception {
        Socket socket = context.getSocketFactory().createSocket("127.0.0.1", node.port("tls"));
        try (TcpPeer phone = new TcpPeer(socket)) {
            DigestAnswer answer = DigestAnswer.to(phone.ask(register(phone, 1, contact)), "SHA-256")
                    .as("anna", "secret");
            String credentials = answer.header("REGISTER", "sip:" + REALM, 1);
            assertThat(phone.ask(register(phone, 2, contact).header("Authorization", credentials)))
                    .startsWith("SIP/2.0 200 ");
            assertThat(registrar.contacts("anna"))
                    .containsExactly(
                            new RegisteredContact("sip:anna@127.0.0.1:" + phone.port() + ";transport=tls", "tls"));
        }
    }

    @Test
    void contactWithAPortOfItsOwn_reachedOnTheConnection() throws Exception {
        registers("<sip:anna@127.0.0.1:5061;transport=tls>");
    }

    @Test
    void sipsContactBehindANat_reachedOnTheConnection() throws Exception {
        registers("<sips:anna@192.168.1.20:5061>");
    }
}
