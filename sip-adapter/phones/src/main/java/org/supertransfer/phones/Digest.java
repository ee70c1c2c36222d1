package org.supertransfer.phones;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** Digest access authentication, both sides (RFC 7616, RFC 8760). */
final class Digest {
    private static final String FIRST_USE = "00000001";

    private Digest() {}

    /** The value of an Authorization or Proxy-Authorization header that answers a challenge with a fresh nonce. */
    static String authorization(Challenge challenge, Credentials credentials, String method, String uri) {
        String cnonce = UUID.randomUUID().toString().substring(0, 8);
        StringBuilder text = new StringBuilder("Digest ");
        quoted(text, "username", credentials.username()).append(", ");
        quoted(text, "realm", challenge.get("realm")).append(", ");
        quoted(text, "nonce", challenge.get("nonce")).append(", ");
        quoted(text, "uri", uri).append(", algorithm=").append(challenge.algorithm());
        if (challenge.offersAuth()) {
            quoted(text.append(", qop=auth, nc=").append(FIRST_USE).append(", "), "cnonce", cnonce);
        }
        String opaque = challenge.orNull("opaque");
        if (opaque != null) {
            quoted(text.append(", "), "opaque", opaque);
        }
        Use use = challenge.offersAuth() ? new Use("auth", FIRST_USE, cnonce) : Use.NONE;
        return quoted(text.append(", "), "response", response(challenge, credentials, new Target(method, uri), use))
                .toString();
    }

    /** Whether a header that a party sent proves the credentials for this method, with a nonce of ours. */
    static boolean proves(Challenge authorization, Credentials credentials, String method) {
        Use use = authorization.orNull("qop") == null
                ? Use.NONE
                : new Use(authorization.get("qop"), authorization.get("nc"), authorization.get("cnonce"));
        String expected = response(authorization, credentials, new Target(method, authorization.get("uri")), use);
        return authorization.get("username").equals(credentials.username())
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.US_ASCII),
                        authorization.get("response").getBytes(StandardCharsets.UTF_8));
    }

    /** The {@code response} value, lower-case hex (RFC 7616 section 3.4.1; without qop RFC 2069's). */
    static String response(Challenge challenge, Credentials credentials, Target target, Use use) {
        String algorithm = challenge.algorithm();
        String a1 = credentials.username() + ":" + challenge.get("realm") + ":" + credentials.password();
        String a2 = target.method() + ":" + target.uri();
        String middle = use.qop().isEmpty()
                ? challenge.get("nonce")
                : String.join(":", challenge.get("nonce"), use.nc(), use.cnonce(), use.qop());
        return hash(algorithm, hash(algorithm, a1) + ":" + middle + ":" + hash(algorithm, a2));
    }

    private static String hash(String algorithm, String text) {
        try {
            byte[] bytes = MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new WireException("no digest algorithm " + algorithm, e);
        }
    }

    private static StringBuilder quoted(StringBuilder text, String name, String value) {
        return text.append(name)
                .append("=\"")
                .append(value.replace("\\", "\\\\").replace("\"", "\\\""))
                .append('"');
    }

    /** What is asked for. */
    record Target(String method, String uri) {}

    /** How a nonce is used; all empty for a challenge without qop. */
    record Use(String qop, String nc, String cnonce) {
        static final Use NONE = new Use("", "", "");
    }
}
