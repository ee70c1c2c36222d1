package org.supertransfer.phones;

/**
 * What a phone proves itself with (RFC 7616).
 *
 * @param algorithm the one it answers, when a server offers several: {@code SHA-256} or {@code MD5}
 */
public record Credentials(String username, String password, String algorithm) {
    /** With SHA-256, or MD5 when the server knows nothing better. */
    public static Credentials of(String username, String password) {
        return new Credentials(username, password, "SHA-256");
    }

    /** For a phone that knows MD5 alone. */
    public static Credentials md5(String username, String password) {
        return new Credentials(username, password, "MD5");
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "Credentials[" + username + ", " + algorithm + "]";
    }
}
