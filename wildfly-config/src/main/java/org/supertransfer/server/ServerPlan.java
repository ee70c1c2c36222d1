package org.supertransfer.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a server is started with.
 *
 * @param home the provisioned server's root, the parent of {@code bin}
 * @param base where it keeps configuration, deployments, data and logs; {@code home/standalone} unless several run
 * @param portOffset added to HTTP's 8080 and management's 9990, not to the SIP port
 * @param environment variables on top of this process's own, above all the {@code ST_} ones
 */
public record ServerPlan(Path home, Path base, int portOffset, Map<String, String> environment) {
    public ServerPlan {
        home = home.toAbsolutePath().normalize();
        base = base.toAbsolutePath().normalize();
        environment = Map.copyOf(environment);
    }

    /** A server that lives in its home. */
    public static ServerPlan inPlace(Path home, int portOffset, Map<String, String> environment) {
        return new ServerPlan(home, home.resolve("standalone"), portOffset, environment);
    }

    /**
     * A server with a base directory of its own, made afresh: the configuration and the application copied, no data.
     *
     * @throws IOException when the directory cannot be written
     */
    public static ServerPlan apart(Path home, Path base, int portOffset, Map<String, String> environment)
            throws IOException {
        delete(base);
        Path standalone = home.resolve("standalone");
        copy(standalone.resolve("configuration"), base.resolve("configuration"));
        rename(base.resolve("configuration/logging.properties"), standalone.resolve("log"), base.resolve("log"));
        Files.createDirectories(base.resolve("deployments"));
        Files.copy(standalone.resolve("deployments/supertransfer.ear"), base.resolve("deployments/supertransfer.ear"));
        return new ServerPlan(home, base, portOffset, environment);
    }

    /** The HTTP port of the portal, the REST calls and the WebSocket. */
    public int httpPort() {
        return 8080 + portOffset;
    }

    /** The port of health and management. */
    public int managementPort() {
        return 9990 + portOffset;
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** A server that ran in its home has written its log's absolute path here. */
    private static void rename(Path file, Path from, Path to) throws IOException {
        Files.writeString(file, Files.readString(file).replace(from.toString(), to.toString()));
    }

    private static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
