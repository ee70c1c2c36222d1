package org.supertransfer.systemtest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Software of others that some tests need: used when it is on the machine, named when it is not. */
public enum Peer {
    CURL("curl", "Debian's curl", List.of("curl")),
    CHROMIUM("Chromium", "Debian's chromium", List.of("chromium", "chromium-browser", "google-chrome")),
    /** Without a window's frame: shows a page in half the time. Where it is missing the whole browser does its work. */
    CHROMIUM_ENGINE(
            "Chromium's engine",
            "Debian's chromium-headless-shell; without it the whole browser does the work",
            List.of("chromium-headless-shell")),
    SIPP("SIPp", "Debian's sip-tester", List.of("sipp")),
    BARESIP("baresip", "Debian's baresip", List.of("baresip")),
    LINPHONE("linphone", "Debian's linphone-cli", List.of("linphonec")),
    KAMAILIO("Kamailio", "Debian's kamailio", List.of("kamailio")),
    KAMAILIO_TLS("Kamailio's TLS", "Debian's kamailio-tls-modules", List.of("tls.so")),
    POSTGRESQL("PostgreSQL", "Debian's postgresql", List.of("initdb")),
    /** Not of the machine: Maven brings it where peers are required (see the profile), and it stays until a clean. */
    KEYCLOAK("Keycloak", "fetched with -Drequire.peers=true", List.of("kc.sh"));

    private static final List<String> FOLDERS = List.of("/usr/local/bin", "/usr/bin", "/usr/sbin", "/bin", "/snap/bin");

    private final String title;
    private final String source;
    private final List<String> programs;

    Peer(String title, String source, List<String> programs) {
        this.title = title;
        this.source = source;
        this.programs = programs;
    }

    /** Whether a missing peer is a failure: {@code -Drequire.peers=true}. */
    static boolean required() {
        return Boolean.getBoolean("require.peers");
    }

    /** The program, if this machine has it. */
    public Optional<Path> program() {
        return folders()
                .flatMap(folder -> programs.stream().map(folder::resolve))
                .filter(file ->
                        Files.isExecutable(file) || (file.toString().endsWith(".so") && Files.isRegularFile(file)))
                .findFirst();
    }

    /** The program of a test that runs only where it is. */
    public Path found() {
        return program().orElseThrow(() -> new IllegalStateException(title + " is not on this machine"));
    }

    /** What people call it. */
    public String title() {
        return title;
    }

    @Override
    public String toString() {
        return title + " (" + source + ")";
    }

    private static Stream<Path> folders() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        Stream<Path> usual = Stream.concat(Arrays.stream(path.split(":")), FOLDERS.stream())
                .filter(folder -> !folder.isBlank())
                .map(Path::of);
        return Stream.of(usual, postgresFolders(), kamailioFolders(), fetchedFolders())
                .flatMap(each -> each);
    }

    /** Debian keeps PostgreSQL's server programs off the PATH, one folder for each version. */
    private static Stream<Path> postgresFolders() {
        return inEach(Path.of("/usr/lib/postgresql"), "bin");
    }

    /** Modules, one folder for each architecture. */
    private static Stream<Path> kamailioFolders() {
        return inEach(Path.of("/usr/lib"), "kamailio/modules");
    }

    /** What the build unpacked beside the servers' bases. */
    private static Stream<Path> fetchedFolders() {
        return inEach(Path.of(System.getProperty("server.bases", "target")), "bin");
    }

    private static Stream<Path> inEach(Path parent, String folder) {
        if (!Files.isDirectory(parent)) {
            return Stream.empty();
        }
        try (Stream<Path> found = Files.list(parent)) {
            return found.sorted().map(each -> each.resolve(folder)).toList().stream();
        } catch (IOException unreadable) {
            return Stream.empty();
        }
    }

    /** The build's closing line: which peers were missing, so that nobody takes a skipped test for a passed one. */
    public static void main(String[] args) {
        List<Peer> missing =
                Arrays.stream(values()).filter(peer -> peer.program().isEmpty()).toList();
        if (missing.isEmpty()) {
            System.out.println("[INFO] Every peer was found; no test was skipped for want of one.");
            return;
        }
        String names = missing.stream().map(Peer::toString).collect(Collectors.joining(", "));
        System.out.println("[WARNING] Peers not found, their tests were skipped: " + names);
        if (required()) {
            throw new IllegalStateException("-Drequire.peers=true, and these peers are missing: " + names);
        }
    }
}
