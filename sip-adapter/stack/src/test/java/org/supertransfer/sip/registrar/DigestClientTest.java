package org.supertransfer.sip.registrar;

import static org.assertj.core.api.Assertions.assertThat;

import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.message.SIPResponse;
import gov.nist.javax.sip.parser.StringMsgParser;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Optional;
import javax.sip.header.AuthorizationHeader;
import javax.sip.header.ProxyAuthorizationHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.junit.jupiter.api.Test;
import org.supertransfer.sip.wire.DigestAnswer;
import org.supertransfer.sip.wire.Text;

/** Our answers to a trunk's challenges. */
class DigestClientTest {
    private static final String MD5 =
            "Proxy-Authenticate: Digest realm=\"trunk\",nonce=\"n1\",algorithm=MD5,qop=\"auth\"";
    private static final String SHA =
            "Proxy-Authenticate: Digest realm=\"trunk\",nonce=\"n2\",algorithm=SHA-256,qop=\"auth,auth-int\"";

    private final DigestClient client = new DigestClient("us", "secret");

    private static Request invite() {
        return parsed(new Text("INVITE", 5070).to("sip:0401234567@trunk.test").toString(), SIPRequest.class);
    }

    private static Response challenge(String... lines) {
        String headers =
                "SIP/2.0 407 Proxy Authentication Required\r\nVia: SIP/2.0/UDP 127.0.0.1:5070;branch=z9hG4bKa\r\n"
                        + "From: <sip:us@a>;tag=1\r\nTo: <sip:b@b>;tag=2\r\nCall-ID: c\r\nCSeq: 1 INVITE\r\n";
        return parsed(headers + String.join("\r\n", lines) + "\r\nContent-Length: 0\r\n\r\n", SIPResponse.class);
    }

    private static <T> T parsed(String message, Class<T> type) {
        try {
            return type.cast(
                    new StringMsgParser().parseSIPMessage(message.getBytes(StandardCharsets.UTF_8), true, false, null));
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }

    private static AuthorizationHeader credentials(Optional<Request> again) {
        return (ProxyAuthorizationHeader) again.orElseThrow().getHeader(ProxyAuthorizationHeader.NAME);
    }

    @Test
    void bothAlgorithmsOffered_strongerOneAnswered() {
        AuthorizationHeader answer = credentials(client.answer(invite(), challenge(MD5, SHA), 0));
        assertThat(answer.getAlgorithm()).isEqualTo("SHA-256");
        assertThat(answer.getNonce()).isEqualTo("n2");
    }

    @Test
    void answer_isWhatRfc7616Says() {
        AuthorizationHeader answer = credentials(client.answer(invite(), challenge(MD5), 0));
        String expected = new DigestAnswer(MD5, "us", "secret")
                .header("INVITE", "sip:0401234567@trunk.test", 1, answer.getCNonce());
        assertThat(expected).contains("response=\"" + answer.getResponse() + "\"");
        assertThat(answer.toString()).contains("nc=00000001").contains("qop=auth");
    }

    @Test
    void requestSentAgain_hasNextCSeqAndItsOwnBranchAndKeepsItsTag() {
        Request sent = invite();
        Request again = client.answer(sent, challenge(MD5), 0).orElseThrow();
        assertThat(again.getHeader("CSeq").toString()).contains("2 INVITE");
        assertThat(again.getHeader("Via").toString())
                .isNotEqualTo(sent.getHeader("Via").toString());
        assertThat(again.getHeader("From").toString())
                .isEqualTo(sent.getHeader("From").toString());
        assertThat(sent.getHeader("CSeq").toString()).contains("1 INVITE");
    }

    @Test
    void sameNonceAgain_countRises() {
        client.answer(invite(), challenge(MD5), 0);
        assertThat(credentials(client.answer(invite(), challenge(MD5), 0)).getNonceCount())
                .isEqualTo(2);
    }

    @Test
    void refusedCredentials_notSentAgain() {
        Request again = client.answer(invite(), challenge(MD5), 0).orElseThrow();
        assertThat(client.answer(again, challenge(MD5), 1)).isEmpty();
    }

    @Test
    void staleNonce_answeredOnceWithTheNewOne() {
        Request again = client.answer(invite(), challenge(MD5), 0).orElseThrow();
        Response stale = challenge(MD5.replace("n1", "n3") + ",stale=true");

        Optional<Request> third = client.answer(again, stale, 1);

        assertThat(credentials(third).getNonce()).isEqualTo("n3");
        assertThat(client.answer(third.orElseThrow(), stale, 2)).isEmpty();
    }

    @Test
    void anotherRealmAfterOurCredentials_notAnswered_evenWhenItSaysStale() {
        Request again = client.answer(invite(), challenge(MD5), 0).orElseThrow();

        Response other = challenge(MD5.replace("\"trunk\"", "\"elsewhere\"") + ",stale=true");

        assertThat(client.answer(again, other, 1)).isEmpty();
    }

    @Test
    void proxysChallengeAfterAServersCredentials_notAnswered() {
        Request again = client.answer(invite(), challenge(MD5), 0).orElseThrow();
        Response unauthorized = parsed(
                challenge(MD5.replace("Proxy-Authenticate", "WWW-Authenticate"))
                        .toString()
                        .replace("407", "401"),
                SIPResponse.class);

        assertThat(client.answer(again, unauthorized, 1)).isEmpty();
    }

    @Test
    void noCredentialsConfigured_neverAnswers() {
        assertThat(new DigestClient(null, null).answer(invite(), challenge(MD5), 0))
                .isEmpty();
    }

    @Test
    void unknownAlgorithmOrNoQop_notAnswered() {
        assertThat(client.answer(invite(), challenge(MD5.replace("MD5", "MD4")), 0))
                .isEmpty();
        assertThat(client.answer(invite(), challenge(MD5.replace("auth\"", "auth-int\"")), 0))
                .isEmpty();
    }

    @Test
    void sessionAlgorithms_notAnswered_theOnesBesideThemAre() {
        assertThat(client.answer(invite(), challenge(MD5.replace("MD5", "MD5-sess")), 0))
                .isEmpty();
        assertThat(client.answer(invite(), challenge(SHA.replace("SHA-256", "SHA-256-sess")), 0))
                .isEmpty();
        AuthorizationHeader answer =
                credentials(client.answer(invite(), challenge(SHA.replace("SHA-256", "SHA-256-sess"), MD5), 0));
        assertThat(answer.getAlgorithm()).isEqualTo("MD5");
    }

    @Test
    void basicScheme_getsNoPassword() {
        assertThat(client.answer(invite(), challenge(MD5.replace("Digest", "Basic")), 0))
                .isEmpty();
    }

    @Test
    void withoutARealmOrNonce_notAnswered() {
        assertThat(client.answer(invite(), challenge(MD5.replace("realm=\"trunk\",", "")), 0))
                .isEmpty();
        assertThat(client.answer(invite(), challenge(MD5.replace("nonce=\"n1\",", "")), 0))
                .isEmpty();
    }
}
