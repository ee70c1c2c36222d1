package org.supertransfer.systemtest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.supertransfer.phones.PhoneNetwork;

/**
 * What all stories share: one server with deadlines of two seconds, a network outside that is its trunk, one inside for
 * agents and users. A story takes agents of its own, so that no story sees another's calls.
 */
public final class Stage implements CloseableResource {
    private static final int AGENTS = 120;

    private final PhoneNetwork outside = PhoneNetwork.open();
    private final PhoneNetwork office = PhoneNetwork.open();
    private final AtomicInteger agents = new AtomicInteger();
    private final TestServer server;

    Stage() {
        this.server = TestServer.start("server", environment());
    }

    /** A running server and its addresses. */
    public TestServer server() {
        return server;
    }

    /** Where the portal, REST and the WebSocket are. */
    public URI http() {
        return server.http();
    }

    /** The trunk's side: numbers outside and customers. */
    public PhoneNetwork outside() {
        return outside;
    }

    /** The phones of agents and users. */
    public PhoneNetwork office() {
        return office;
    }

    /** An agent nobody else has, with an inbound number of its own. */
    public Agent nextAgent() {
        int number = agents.getAndIncrement();
        if (number >= AGENTS) {
            throw new IllegalStateException("all " + AGENTS + " agents are taken; raise Stage.AGENTS");
        }
        return new Agent(number);
    }

    @Override
    public void close() throws InterruptedException {
        server.close();
        office.close();
        outside.close();
    }

    private Map<String, String> environment() {
        return Map.ofEntries(
                Map.entry("ST_TRUNK", outside.uri("").replace("sip:@", "sip:")),
                Map.entry("ST_TRUNK_ALLOW", "127.0.0.1"),
                Map.entry("ST_DIRECTORY_FILE", directory().toString()),
                Map.entry("ST_NO_ANSWER_SECONDS", "2"),
                Map.entry("ST_RECALL_SECONDS", "2"),
                Map.entry("ST_SIGNALLING_SECONDS", "4"),
                Map.entry("ST_RING_SECONDS", "2"),
                Map.entry("ST_QUEUE_SECONDS", "4"),
                Map.entry("ST_PULL_BACK_SECONDS", "2"),
                // Cheap password hashes, for many log-ins.
                Map.entry("ST_REHEARSAL", "true"));
    }

    private Path directory() {
        ObjectNode directory = Api.JSON.createObjectNode();
        ArrayNode people = directory.putArray("agents");
        ArrayNode numbers = directory.putArray("inboundNumbers");
        for (int i = 0; i < AGENTS; i++) {
            Agent agent = new Agent(i);
            agent.describe(people.addObject());
            numbers.addObject()
                    .put("number", agent.inboundNumber())
                    .put("name", "Palvelu " + i)
                    .putArray("agents")
                    .add(agent.username());
        }
        ArrayNode users = directory.putArray("users");
        users.addObject().put("name", "Ulla User").put("number", "1301").put("contact", office.uri("1301"));
        users.addObject().put("name", "Eino Etsitty").put("number", "1302").put("contact", office.uri("1302"));
        try {
            Path file = Files.createTempFile("supertransfer-directory", ".json");
            return Files.writeString(file, directory.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An agent of the stories; the password and the phone's password are the username. */
    public record Agent(int number) {
        public String username() {
            return "agent" + (1000 + number);
        }

        public String extension() {
            return Integer.toString(2000 + number);
        }

        /** The service number whose calls come to this agent alone. */
        public String inboundNumber() {
            return "020123" + (6000 + number);
        }

        private void describe(ObjectNode entry) {
            entry.put("username", username())
                    .put("password", username())
                    .put("name", "Agentti " + number)
                    .put("extension", extension())
                    .put("sipPassword", username())
                    .putNull("contact")
                    .put("language", "fi")
                    .putArray("roles")
                    .add("agent");
        }
    }
}
