package org.supertransfer.sip.leg;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;

/** A scripted phone's registration with digest (RFC 2617, MD5). */
@NullMarked
final class Registering {
    private static final String DOMAIN = "supertransfer.local";

    private Registering() {}

    static void of(Peer peer, String username, String password) {
        String callId = Peer.token();
        peer.send(register(peer, username, callId, 1));
        Message challenge = peer.response("REGISTER", 401);
        String offered = challenge.all("WWW-Authenticate").stream()
                .filter(value -> value.contains("MD5"))
                .findFirst()
                .orElseThrow();
        String uri = "sip:" + DOMAIN;
        String nonce = parameter(offered, "nonce");
        String a1 = md5(username + ":" + parameter(offered, "realm") + ":" + password);
        String response = md5(a1 + ":" + nonce + ":00000001:c:auth:" + md5("REGISTER:" + uri));
        peer.send(register(peer, username, callId, 2)
                .add(
                        "Authorization",
                        "Digest username=\"" + username + "\", realm=\"" + parameter(offered, "realm") + "\", nonce=\""
                                + nonce + "\", uri=\"" + uri + "\", algorithm=MD5, qop=auth, nc=00000001, cnonce=\"c\","
                                + " response=\"" + response + "\""));
        peer.response("REGISTER", 200);
    }

    private static Message register(Peer peer, String username, String callId, int cseq) {
        String address = "<sip:" + username + "@" + DOMAIN + ">";
        return Message.of("REGISTER sip:" + DOMAIN + " SIP/2.0", null)
                .add("Via", "SIP/2.0/UDP 127.0.0.1:" + peer.port() + ";branch=z9hG4bK" + Peer.token() + ";rport")
                .add("Max-Forwards", "70")
                .add("From", address + ";tag=" + Peer.token())
                .add("To", address)
                .add("Call-ID", callId)
                .add("CSeq", cseq + " REGISTER")
                .add("Contact", "<" + peer.uri() + ">;expires=600");
    }

    private static String parameter(String challenge, String name) {
        Matcher matcher = Pattern.compile(name + "=\"([^\"]*)\"").matcher(challenge);
        if (!matcher.find()) {
            throw new AssertionError(name + " in " + challenge);
        }
        return matcher.group(1);
    }

    private static String md5(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
