package org.supertransfer.sip.registrar;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What both sides put into a digest (RFC 7616 section 3.4, always with {@code qop=auth}).
 *
 * @param algorithm {@code SHA-256} or {@code MD5}
 * @param uri as written in the credentials
 * @param count the nonce count, from 1
 */
record DigestTerms(
        String algorithm, String realm, String nonce, String method, String uri, int count, String clientNonce) {
    static final String SHA_256 = "SHA-256";
    static final String MD5 = "MD5";

    /** The response of somebody who knows this password. */
    String response(String username, String password) {
        String secret = hash(username + ":" + realm + ":" + password);
        return hash(secret + ":" + nonce + ":" + countText() + ":" + clientNonce + ":auth:" + hash(method + ":" + uri));
    }

    /** Eight hexadecimal digits. */
    String countText() {
        return HexFormat.of().toHexDigits(count);
    }

    private String hash(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalArgumentException(algorithm, e);
        }
    }
}
