package org.supertransfer.sip;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * The files that TLS needs, by the variables that name them.
 *
 * @param keystore PKCS12 with our private key and its certificate
 * @param password opens it; empty for none
 * @param truststore whom to trust: certificates as PEM, or a PKCS12 file with the same password; null for those that Java
 *     trusts
 */
record TlsFiles(String keystore, String password, @Nullable String truststore) {
    private static final String KEYSTORE = "ST_SIP_TLS_KEYSTORE";
    private static final String PASSWORD = "ST_SIP_TLS_PASSWORD";
    private static final String TRUSTSTORE = "ST_SIP_TLS_TRUSTSTORE";
    private static final String PEM = "-----BEGIN CERTIFICATE-----";

    /** @throws BadSetting for the file or password that cannot be used, and for a certificate out of its time */
    SSLContext context() {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(checked(ours()), password.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trusted(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new BadSetting(KEYSTORE, keystore, "a PKCS12 file with a key of the password " + PASSWORD);
        }
    }

    private KeyStore ours() {
        return opened(KEYSTORE, keystore, read(KEYSTORE, keystore));
    }

    /** The file must hold one private key at least, and no key's certificate may be out of its time. */
    private KeyStore checked(KeyStore store) throws GeneralSecurityException {
        int keys = 0;
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias) && store.getCertificate(alias) instanceof X509Certificate certificate) {
                keys++;
                checkTime(certificate);
            }
        }
        if (keys == 0) {
            throw new BadSetting(KEYSTORE, keystore, "a PKCS12 file with a private key and its certificate");
        }
        return store;
    }

    private void checkTime(X509Certificate certificate) {
        try {
            certificate.checkValidity();
        } catch (CertificateExpiredException e) {
            throw new BadSetting(
                    KEYSTORE,
                    keystore,
                    "a certificate that has not expired; this one has, on "
                            + certificate.getNotAfter().toInstant());
        } catch (CertificateNotYetValidException e) {
            throw new BadSetting(
                    KEYSTORE,
                    keystore,
                    "a certificate that is valid now; this one will be, from "
                            + certificate.getNotBefore().toInstant());
        }
    }

    private TrustManager @Nullable [] trusted() throws GeneralSecurityException {
        if (truststore == null) {
            return null;
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(authorities(truststore));
        return trust.getTrustManagers();
    }

    private KeyStore authorities(String file) throws GeneralSecurityException {
        byte[] bytes = read(TRUSTSTORE, file);
        KeyStore store = new String(bytes, StandardCharsets.ISO_8859_1).contains(PEM)
                ? ofPem(file, bytes)
                : opened(TRUSTSTORE, file, bytes);
        if (store.size() == 0) {
            throw new BadSetting(TRUSTSTORE, file, "a file with at least one certificate");
        }
        return store;
    }

    private static KeyStore ofPem(String file, byte[] bytes) throws GeneralSecurityException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(bytes))) {
                store.setCertificateEntry("trusted-" + store.size(), certificate);
            }
            return store;
        } catch (IOException | CertificateException e) {
            throw new BadSetting(TRUSTSTORE, file, "PEM certificates, or a PKCS12 file of the password " + PASSWORD);
        }
    }

    private KeyStore opened(String variable, String file, byte[] bytes) {
        try (InputStream in = new ByteArrayInputStream(bytes)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password.toCharArray());
            return store;
        } catch (IOException e) {
            if (e.getCause() instanceof UnrecoverableKeyException) {
                throw new BadSetting(PASSWORD, "(not shown)", "the password of " + file);
            }
            throw new BadSetting(variable, file, "a PKCS12 file");
        } catch (GeneralSecurityException e) {
            throw new BadSetting(variable, file, "a PKCS12 file");
        }
    }

    private static byte[] read(String variable, String file) {
        try {
            return Files.readAllBytes(Path.of(file));
        } catch (IOException | InvalidPathException e) {
            throw new BadSetting(variable, file, "a file that this process can read");
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "TlsFiles[" + List.of(keystore, String.valueOf(truststore)) + "]";
    }
}
