package org.supertransfer.sip.wire;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A phone's own digest, worked out from RFC 7616 section 3.4.1 and the text of a challenge. */
public record DigestAnswer(String challenge, String user, String password) {
    /** The challenge of this algorithm in a 401's text. */
    public static DigestAnswer to(String unauthorized, String algorithm) {
        Matcher line = Pattern.compile(
                        "(?mi)^(?:WWW|Proxy)-Authenticate: (.*algorithm=\"?" + algorithm + "\\b.*?)\\r?$")
                .matcher(unauthorized);
        if (!line.find()) {
            throw new AssertionError("no " + algorithm + " challenge in " + unauthorized);
        }
        return new DigestAnswer(line.group(1), "", "");
    }

    public DigestAnswer as(String username, String secret) {
        return new DigestAnswer(challenge, username, secret);
    }

    public String parameter(String name) {
        Matcher found = Pattern.compile("(?i)\\b" + name + "=\"?([^\",\\s]*)").matcher(challenge);
        return found.find() ? found.group(1) : "";
    }

    /** The value of an Authorization header. */
    public String header(String method, String uri, int count) {
        return header(method, uri, count, "c0ffee");
    }

    public String header(String method, String uri, int count, String clientNonce) {
        String algorithm = parameter("algorithm");
        String nc = "%08x".formatted(count);
        String first = hash(algorithm, user + ":" + parameter("realm") + ":" + password);
        String second = hash(algorithm, method + ":" + uri);
        String response =
                hash(algorithm, first + ":" + parameter("nonce") + ":" + nc + ":" + clientNonce + ":auth:" + second);
        return "Digest username=\"%s\",realm=\"%s\",nonce=\"%s\",uri=\"%s\",response=\"%s\",algorithm=%s,qop=auth,nc=%s,cnonce=\"%s\""
                .formatted(user, parameter("realm"), parameter("nonce"), uri, response, algorithm, nc, clientNonce);
    }

    private static String hash(String algorithm, String text) {
        try {
            byte[] digest = MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
