package org.supertransfer.sip.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Keys and certificates made when a test wants them, by the JDK's own keytool. All passwords are {@link #PASSWORD}. */
public final class Certificates {
    public static final String PASSWORD = "changeit";

    private Certificates() {}

    /** A PKCS12 file with a key that signed itself, for these names ({@code dns:…}, {@code ip:…}). */
    public static Path keystore(Path folder, String name, String subjects, String... more) {
        Path file = folder.resolve(name + ".p12");
        List<String> command = new ArrayList<>(List.of("-genkeypair", "-alias", "sip", "-keyalg", "EC"));
        command.addAll(List.of("-dname", "CN=" + name, "-ext", "SAN=" + subjects, "-storetype", "PKCS12"));
        command.addAll(List.of("-keystore", file.toString(), "-storepass", PASSWORD));
        command.addAll(List.of(more));
        keytool(command);
        return file;
    }

    /** The certificate of such a file, as PEM. */
    public static Path pem(Path keystore) {
        Path file = keystore.resolveSibling(keystore.getFileName() + ".pem");
        keytool(List.of(
                "-exportcert",
                "-rfc",
                "-alias",
                "sip",
                "-keystore",
                keystore.toString(),
                "-storepass",
                PASSWORD,
                "-file",
                file.toString()));
        return file;
    }

    /** A PKCS12 file with the certificate of such a file and no key. */
    public static Path truststore(Path folder, String name, Path keystore) {
        Path file = folder.resolve(name + ".p12");
        List<String> command = new ArrayList<>(List.of("-importcert", "-noprompt", "-alias", "sip"));
        command.addAll(List.of("-file", pem(keystore).toString(), "-storetype", "PKCS12"));
        command.addAll(List.of("-keystore", file.toString(), "-storepass", PASSWORD));
        keytool(command);
        return file;
    }

    private static void keytool(List<String> arguments) {
        List<String> command = new ArrayList<>(arguments);
        command.add(
                0, Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        try {
            Process keytool =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (keytool.waitFor() != 0) {
                throw new AssertionError("keytool: " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
