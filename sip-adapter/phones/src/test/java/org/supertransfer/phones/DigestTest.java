package org.supertransfer.phones;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The examples of the RFCs, which the code did not make. */
class DigestTest {
    private static final Digest.Target PAGE = new Digest.Target("GET", "/dir/index.html");
    private static final Digest.Use RFC7616 =
            new Digest.Use("auth", "00000001", "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ");

    @Test
    void rfc7616Section391_sha256() {
        assertThat(Digest.response(rfc7616("SHA-256"), Credentials.of("Mufasa", "Circle of Life"), PAGE, RFC7616))
                .isEqualTo("753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1");
    }

    @Test
    void rfc7616Section391_md5() {
        assertThat(Digest.response(rfc7616("MD5"), Credentials.md5("Mufasa", "Circle of Life"), PAGE, RFC7616))
                .isEqualTo("8ca523f5e9506fed4657c9700eebdbec");
    }

    @Test
    void rfc2617Section35_md5() {
        Challenge challenge =
                new Challenge(Map.of("realm", "testrealm@host.com", "nonce", "dcd98b7102dd2f0e8b11d0f600bfb0c093"));
        Digest.Use use = new Digest.Use("auth", "00000001", "0a4f113b");
        assertThat(Digest.response(challenge, Credentials.md5("Mufasa", "Circle Of Life"), PAGE, use))
                .isEqualTo("6629fae49393a05397450978507c4ef1");
    }

    @Test
    void severalChallenges_ownAlgorithmElseMd5() {
        List<String> offered = List.of(
                "Digest realm=\"a, b\", nonce=\"n1\", algorithm=SHA-256, qop=\"auth,auth-int\"",
                "Digest realm=\"a, b\",nonce=\"n2\",algorithm=MD5,qop=\"auth\"",
                "Basic realm=\"no\"");
        assertThat(Challenge.choose(offered, Credentials.of("u", "p"))
                        .orElseThrow()
                        .get("nonce"))
                .isEqualTo("n1");
        assertThat(Challenge.choose(offered, Credentials.md5("u", "p"))
                        .orElseThrow()
                        .get("nonce"))
                .isEqualTo("n2");
        assertThat(Challenge.choose(offered.subList(1, 3), Credentials.of("u", "p")))
                .hasValueSatisfying(
                        challenge -> assertThat(challenge.get("realm")).isEqualTo("a, b"));
        assertThat(Challenge.choose(offered.subList(2, 3), Credentials.of("u", "p")))
                .isEmpty();
    }

    @Test
    void writtenProof_provesForItsMethodOnly() {
        Challenge challenge = Challenge.parse("Digest realm=\"r\", nonce=\"n\", algorithm=SHA-256, qop=\"auth\"")
                .orElseThrow();
        Credentials anna = Credentials.of("anna", "pass\"word");
        String written = Digest.authorization(challenge, anna, "REGISTER", "sip:127.0.0.1");
        Challenge read = Challenge.parse(written).orElseThrow();

        assertThat(Digest.proves(read, anna, "REGISTER")).isTrue();
        assertThat(Digest.proves(read, anna, "INVITE")).isFalse();
        assertThat(Digest.proves(read, Credentials.of("anna", "other"), "REGISTER"))
                .isFalse();
    }

    private static Challenge rfc7616(String algorithm) {
        return Challenge.parse("Digest realm=\"http-auth@example.org\", qop=\"auth, auth-int\", algorithm=" + algorithm
                        + ", nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\","
                        + " opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUo5tdS\"")
                .orElseThrow();
    }
}
