package org.supertransfer.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.supertransfer.phones.Behaviour;
import org.supertransfer.phones.Phone;
import org.supertransfer.phones.PhoneNetwork;
import org.supertransfer.server.FreePorts;
import org.supertransfer.server.Server;
import org.supertransfer.server.ServerPlan;

/** A server of its own with one agent, one customer and one target, all of them virtual phones on real SIP. */
final class Site implements AutoCloseable {
    static final String AGENT = "anna";
    static final String TARGET = "+358402001000";
    private static final String INBOUND = "0201234500";
    private static final Duration BOOT = Duration.ofMinutes(3);

    private final PhoneNetwork outside = PhoneNetwork.open();
    private final PhoneNetwork office = PhoneNetwork.open();
    private final int sipPort = FreePorts.sip();
    private final Phone agent = office.phone(AGENT).behaves(Behaviour.answersAfter(Duration.ZERO));
    private final Phone customer = outside.phone("+358403001000");
    private final Phone target = outside.phone(TARGET).behaves(Behaviour.answersAfter(Duration.ofMillis(20)));
    private final Server server;

    private Site(Path home, Path work) throws IOException {
        Path base = work.resolve("bench-server");
        Path directory = work.resolve("bench-directory.json");
        Files.createDirectories(work);
        Files.writeString(directory, directory(office.uri(AGENT)));
        ServerPlan plan = ServerPlan.apart(home, base, FreePorts.offset(), environment(directory));
        this.server = Server.start(plan, line -> {});
    }

    /**
     * Starts all of it and waits until the server takes calls.
     *
     * @param home of the provisioned server
     * @param work a directory for what the run leaves behind
     */
    static Site open(Path home, Path work) throws IOException, InterruptedException {
        Site site = new Site(home, work);
        try {
            site.server.awaitReady(BOOT);
            return site;
        } catch (RuntimeException e) {
            site.close();
            throw e;
        }
    }

    PortalClient portal() throws IOException, InterruptedException {
        return PortalClient.loggedIn(server.httpBase(), AGENT);
    }

    Phone agent() {
        return agent;
    }

    Phone customer() {
        return customer;
    }

    Phone target() {
        return target;
    }

    /** What the customer dials. */
    String serviceNumber() {
        return "sip:" + INBOUND + "@127.0.0.1:" + sipPort + ";transport=udp";
    }

    /** Drops what the phones remember, so that a long run does not slow them down. */
    void forget() {
        agent.forget();
        customer.forget();
        target.forget();
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

    private static String directory(String contact) {
        return """
                {"agents": [{"username": "%1$s", "password": "%1$s", "name": "Anna Virtanen", "extension": "1201",
                             "sipPassword": "%1$s", "contact": "%2$s", "roles": ["agent"], "language": "fi"}],
                 "users": [],
                 "inboundNumbers": [{"number": "%3$s", "name": "Bench", "agents": ["%1$s"]}]}
                """
                .formatted(AGENT, contact, INBOUND);
    }
}
