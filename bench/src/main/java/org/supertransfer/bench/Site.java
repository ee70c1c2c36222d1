package org.supertransfer.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.supertransfer.phones.PhoneNetwork;
import org.supertransfer.server.FreePorts;
import org.supertransfer.server.Server;
import org.supertransfer.server.ServerPlan;

/** A server of its own with agents, customers and targets, all of them virtual phones on real SIP. */
final class Site implements AutoCloseable {
    private static final Duration BOOT = Duration.ofMinutes(5);
    /** Of the crowd's extensions. */
    private static final int FIRST_EXTENSION = 50_000;

    private final PhoneNetwork outside = PhoneNetwork.open();
    private final PhoneNetwork office = PhoneNetwork.open();
    private final int sipPort = FreePorts.sip();
    private final List<Desk> desks = new ArrayList<>();
    private final List<String> crowd;
    private final Server server;

    private Site(Path home, Path work, Staff staff, Map<String, String> extra) throws IOException {
        for (int number = 0; number < staff.desks(); number++) {
            desks.add(new Desk(number, outside, office, sipPort));
        }
        crowd = IntStream.range(0, staff.crowd())
                .mapToObj(number -> "crowd" + number)
                .toList();
        Path base = work.resolve("bench-server");
        Path directory = work.resolve("bench-directory.json");
        Files.createDirectories(work);
        Files.writeString(directory, directory());
        Map<String, String> environment = new HashMap<>(environment(directory));
        environment.putAll(extra);
        this.server = Server.start(ServerPlan.apart(home, base, FreePorts.offset(), environment), line -> {});
    }

    /**
     * Who works here.
     *
     * @param desks how many agents with customers and targets of their own
     * @param crowd how many agents that nobody calls
     */
    record Staff(int desks, int crowd) {
        static Staff desks(int desks) {
            return new Staff(desks, 0);
        }
    }

    /**
     * Starts all of it and waits until the server takes calls.
     *
     * @param home of the provisioned server
     * @param work a directory for what the run leaves behind
     * @param staff whose desks are logged in and available, and whose crowd is not logged in
     * @param extra {@code ST_} variables beside the usual ones
     */
    static Site open(Path home, Path work, Staff staff, Map<String, String> extra)
            throws IOException, InterruptedException {
        Site site = new Site(home, work, staff, extra);
        try {
            site.server.awaitReady(BOOT);
            for (Desk desk : site.desks) {
                desk.logIn(site.server.httpBase());
            }
            return site;
        } catch (IOException | RuntimeException e) {
            site.close();
            throw e;
        }
    }

    /** Where the server listens for SIP, on 127.0.0.1. */
    int sipPort() {
        return sipPort;
    }

    URI httpBase() {
        return server.httpBase();
    }

    List<Desk> desks() {
        return desks;
    }

    /** The usernames of those whom nobody calls; the password is the username. */
    List<String> crowd() {
        return crowd;
    }

    @Override
    public void close() throws InterruptedException {
        server.stop();
        office.close();
        outside.close();
    }

    private Map<String, String> environment(Path directory) {
        return Map.of(
                "ST_SIP_PORT", Integer.toString(sipPort),
                "ST_TRUNK", outside.uri(""),
                "ST_TRUNK_ALLOW", "127.0.0.1",
                "ST_DIRECTORY_FILE", directory.toAbsolutePath().toString(),
                // A password that is the username, which only a rehearsal may have.
                "ST_REHEARSAL", "true");
    }

    private String directory() {
        String agents = Stream.concat(
                        desks.stream().map(Desk::agentEntry), crowd.stream().map(this::crowdEntry))
                .collect(Collectors.joining(","));
        String numbers = desks.stream().map(Desk::numberEntry).collect(Collectors.joining(","));
        return "{\"agents\": [" + agents + "], \"users\": [], \"inboundNumbers\": [" + numbers + "]}";
    }

    private String crowdEntry(String username) {
        return """
                {"username": "%1$s", "password": "%1$s", "name": "%1$s", "extension": "%2$d",
                 "sipPassword": "%1$s", "contact": "%3$s", "roles": ["agent"], "language": "fi"}"""
                .formatted(username, FIRST_EXTENSION + crowd.indexOf(username), office.uri(username));
    }
}
