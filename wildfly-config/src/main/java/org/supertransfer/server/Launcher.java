package org.supertransfer.server;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.supertransfer.phones.Rehearsal;

/**
 * The one command: ends what an earlier run left behind, starts the server in rehearsal with virtual phones around it,
 * and ends all together. Runs in Maven's own JVM, so that Ctrl-C reaches it.
 */
public final class Launcher {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int REFUSED = 1;

    private final Path home;
    private final Path pidFile;
    private final RehearsalSettings settings;
    private final PrintStream out;
    private volatile boolean ending;

    private Launcher(Path home, Path pidFile, Map<String, String> environment, PrintStream out) {
        this.home = home;
        this.pidFile = pidFile;
        this.settings = new RehearsalSettings(environment);
        this.out = out;
    }

    /** @param args the provisioned server's root and the file that keeps its process number */
    public static void main(String[] args) throws IOException, InterruptedException {
        Launcher launcher = new Launcher(
                Path.of(args[0]).toAbsolutePath(), Path.of(args[1]).toAbsolutePath(), System.getenv(), System.out);
        int status = launcher.run();
        if (status != 0) {
            // Not an exception: Maven would put thirty lines of its own under the one that matters.
            System.exit(status);
        }
    }

    private int run() throws IOException, InterruptedException {
        LeftOver.end(pidFile, home)
                .ifPresent(pid -> out.println("Ended the server that an earlier run left behind, process " + pid));
        List<String> busy = settings.ports().busy();
        if (!busy.isEmpty()) {
            busy.forEach(out::println);
            return REFUSED;
        }
        try (Rehearsal phones = Rehearsal.prepare()) {
            return rehearse(phones);
        }
    }

    private int rehearse(Rehearsal phones) throws IOException, InterruptedException {
        ServerPlan plan = plan(phones);
        Server server = Server.start(plan, out::println);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(phones, server), "end-server"));
        try {
            server.awaitReady(PATIENCE);
        } catch (ServerFailed failed) {
            server.stop();
            if (!ending) {
                out.println(failed.line());
            }
            return REFUSED;
        }
        phones.start(settings.sipAddress(), settings.sipPort(), server.httpBase());
        welcome(server);
        return server.await();
    }

    private ServerPlan plan(Rehearsal phones) throws IOException {
        Path data = home.resolve("standalone/data");
        Path directory = data.resolve("rehearsal-directory.json");
        Files.createDirectories(data);
        Files.writeString(directory, phones.directoryJson());
        // Every rehearsal begins with an empty database; another one is used, and kept, when ST_DB_URL names it.
        Path database = data.resolve("rehearsal");
        Files.deleteIfExists(data.resolve("rehearsal.mv.db"));
        return ServerPlan.inPlace(
                home, settings.portOffset(), settings.server(pidFile, phones.trunkUri(), directory, database));
    }

    private void welcome(Server server) {
        out.printf(
                """

                Super Transfer is ready: %s/
                  agents      anna / anna, bertta / bertta   (make yourself available, and a customer calls)
                  supervisor  sanna / sanna
                  admin       aatu / aatu
                Numbers to transfer to are in README.md. Ctrl-C stops everything.

                """,
                server.httpBase());
        out.flush();
    }

    private void end(Rehearsal phones, Server server) {
        ending = true;
        phones.stop();
        try {
            server.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
