package org.supertransfer.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supertransfer.sip.transport.TlsEndpoint;
import org.supertransfer.sip.wire.Certificates;

/** The certificate by configuration: what is wrong with it is said in one line. */
class TlsFilesTest {
    private final Path folder;
    private final Map<String, String> values = new HashMap<>();

    TlsFilesTest(@TempDir Path folder) {
        this.folder = folder;
        values.put("ST_SIP_TLS_PORT", "5061");
        values.put("ST_SIP_TLS_PASSWORD", Certificates.PASSWORD);
    }

    private void keystore(Path file) {
        values.put("ST_SIP_TLS_KEYSTORE", file.toString());
    }

    private void refused(String variable, String why) {
        assertThatThrownBy(() -> AdapterSettings.of(values))
                .isInstanceOf(BadSetting.class)
                .hasMessageStartingWith(variable + "=")
                .hasMessageContaining(why)
                .hasMessageNotContaining(values.get("ST_SIP_TLS_PASSWORD"));
    }

    @Test
    void soundFiles_taken() {
        Path own = Certificates.keystore(folder, "own", "ip:127.0.0.1");
        keystore(own);
        assertThat(AdapterSettings.of(values).wire().tls())
                .extracting(TlsEndpoint::port)
                .isEqualTo(5061);
        values.put("ST_SIP_TLS_TRUSTSTORE", Certificates.pem(own).toString());
        assertThat(AdapterSettings.of(values).wire().tls()).isNotNull();
        values.put("ST_TRUNK", "sip:trunk.example;transport=tls");
        assertThat(AdapterSettings.of(values).trunks()).containsExactly(new TrunkPeer("trunk.example", 0, "tls"));
        assertThat(AdapterSettings.of(values).toString()).doesNotContain(Certificates.PASSWORD);
    }

    @Test
    void noKeystore_named() {
        refused("ST_SIP_TLS_KEYSTORE", "ST_SIP_TLS_PORT is set");
    }

    @Test
    void missingFile_named() {
        keystore(folder.resolve("nothing.p12"));
        refused("ST_SIP_TLS_KEYSTORE", "nothing.p12 cannot be used");
    }

    @Test
    void fileOfAnotherKind_named() throws IOException {
        keystore(Files.writeString(folder.resolve("text.p12"), "hello"));
        refused("ST_SIP_TLS_KEYSTORE", "PKCS12");
    }

    @Test
    void wrongPassword_namedButNotShown() {
        keystore(Certificates.keystore(folder, "own", "ip:127.0.0.1"));
        values.put("ST_SIP_TLS_PASSWORD", "another");
        refused("ST_SIP_TLS_PASSWORD", "own.p12");
    }

    @Test
    void expiredCertificate_named() {
        keystore(Certificates.keystore(folder, "old", "ip:127.0.0.1", "-startdate", "-10d", "-validity", "5"));
        refused("ST_SIP_TLS_KEYSTORE", "expired");
    }

    @Test
    void certificateOfTomorrow_named() {
        keystore(Certificates.keystore(folder, "young", "ip:127.0.0.1", "-startdate", "+1d"));
        refused("ST_SIP_TLS_KEYSTORE", "valid now");
    }

    @Test
    void keystoreWithoutAKey_named() throws IOException {
        Path own = Certificates.keystore(folder, "own", "ip:127.0.0.1");
        Path trust = Certificates.truststore(folder, "trust", own);
        keystore(trust);
        refused("ST_SIP_TLS_KEYSTORE", "private key");
    }

    @Test
    void emptyTruststore_named() throws IOException {
        keystore(Certificates.keystore(folder, "own", "ip:127.0.0.1"));
        values.put(
                "ST_SIP_TLS_TRUSTSTORE",
                Files.writeString(folder.resolve("trust.pem"), "").toString());
        refused("ST_SIP_TLS_TRUSTSTORE", "PKCS12");
    }

    @Test
    void trunkByTlsWithoutTls_refused() {
        assertThatThrownBy(() -> AdapterSettings.of(Map.of("ST_TRUNK", "sip:trunk.example;transport=tls")))
                .hasMessageStartingWith("ST_SIP_TLS_PORT=off ");
    }
}
