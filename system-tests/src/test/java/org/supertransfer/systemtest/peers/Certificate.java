package org.supertransfer.systemtest.peers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.Base64;

/**
 * A key for 127.0.0.1 that signed itself, made by the JDK's keytool: for everybody in a test, and what everybody trusts.
 *
 * @param keystore PKCS12, opened by {@link #PASSWORD}
 * @param pem the certificate
 * @param key the private key as PEM, without a password
 */
record Certificate(Path keystore, Path pem, Path key) {
    static final String PASSWORD = "changeit";

    private static final String ALIAS = "sip";

    static Certificate make(Path folder) {
        Path keystore = folder.resolve("sip.p12");
        keytool(keystore, "-genkeypair -keyalg RSA -dname CN=127.0.0.1 -ext SAN=ip:127.0.0.1,dns:localhost");
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(keystore)) {
                store.load(in, PASSWORD.toCharArray());
            }
            Key key = store.getKey(ALIAS, PASSWORD.toCharArray());
            byte[] certificate = store.getCertificate(ALIAS).getEncoded();
            return new Certificate(
                    keystore,
                    pem(folder.resolve("certificate.pem"), "CERTIFICATE", certificate),
                    pem(folder.resolve("key.pem"), "PRIVATE KEY", key.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path pem(Path file, String what, byte[] content) throws IOException {
        String text = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(content);
        return Files.writeString(file, "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n");
    }

    private static void keytool(Path keystore, String arguments) {
        String program =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String store = " -alias " + ALIAS + " -storetype PKCS12 -storepass " + PASSWORD + " -keystore ";
        try {
            Process process = new ProcessBuilder((program + " " + arguments + store + keystore).split(" "))
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError("keytool: " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
