package org.supertransfer.systemtest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.supertransfer.phones.Behaviour;
import org.supertransfer.phones.Customers;
import org.supertransfer.phones.Phone;
import org.supertransfer.phones.PhoneNetwork;
import org.supertransfer.phones.Trunk;

/**
 * What stories need around them: a server, usually with deadlines of two seconds, a network outside that is its trunk, one
 * inside for agents and users. A story takes {@link Desk}s and outside numbers of its own, so that no story sees another's calls.
 */
public final class Stage implements CloseableResource, AutoCloseable {
    /** Sees everybody's transfers; the password is the username. */
    public static final String SUPERVISOR = "sanna";

    /** Keeps the house; the password is the username. */
    public static final String ADMIN = "aatu";

    private static final int AGENTS = 400;
    /** The rehearsal's numbers take a quarter of their time, to stay within the quick deadlines. */
    private static final double HASTE = 0.25;

    private static final Map<String, String> QUICK = Map.of(
            "ST_NO_ANSWER_SECONDS", "2",
            "ST_RECALL_SECONDS", "2",
            "ST_SIGNALLING_SECONDS", "4",
            "ST_RING_SECONDS", "2",
            "ST_QUEUE_SECONDS", "4",
            "ST_PULL_BACK_SECONDS", "2");

    private final PhoneNetwork outside = PhoneNetwork.open();
    private final PhoneNetwork office = PhoneNetwork.open();
    private final AtomicInteger desks = new AtomicInteger();
    private final AtomicInteger numbers = new AtomicInteger();
    private final Customers customers = new Customers(outside);
    private final Trunk trunk;
    private final SippPorts sipp = SippPorts.choose();
    private final ProxiedPhones proxied = ProxiedPhones.choose();
    private final Map<String, Phone> users;
    private final TestServer server;
    private final Rows rows;
    private final Duration patience;

    private Stage(String name, double pace, Map<String, String> extra) {
        this.patience = Duration.ofSeconds(pace < 1 ? 10 : 40);
        this.trunk = new Trunk(outside, customers, pace);
        Duration lifts = Duration.ofMillis((long) (2000 * pace));
        Phone answers = office.phone("1301", "Ulla User").behaves(Behaviour.answersAfter(lifts));
        Phone rings = office.phone("1302", "Eino Etsitty").behaves(Behaviour.rings());
        this.users = Map.of(answers.user(), answers, rings.user(), rings);
        Map<String, String> environment = new HashMap<>(environment());
        environment.put("ST_DB_URL", Rows.sharedUrl(TestServer.base(name)));
        environment.putAll(extra);
        this.rows = Rows.of(environment);
        this.server = TestServer.start(name, environment);
    }

    /**
     * A stage of its own.
     *
     * @param name of the server's base directory
     * @param extra {@code ST_} variables in place of the usual ones or beside them
     */
    public static Stage open(String name, Map<String, String> extra) {
        Map<String, String> all = new HashMap<>(QUICK);
        all.putAll(extra);
        return new Stage(name, HASTE, all);
    }

    /** A stage of its own with the product's deadlines, where the rehearsal's numbers take their time. */
    public static Stage openUnhurried(String name) {
        return new Stage(name, 1, Map.of());
    }

    /** Longer than any deadline of the server. */
    public Duration patience() {
        return patience;
    }

    /** The server's database. */
    public Rows rows() {
        return rows;
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

    /** The far end of the trunk, with the numbers of the rehearsal. */
    public Trunk trunk() {
        return trunk;
    }

    /** The phones of agents and users. */
    public PhoneNetwork office() {
        return office;
    }

    /** The addresses at which SIPp plays an agent's and a user's phone. */
    public SippPorts sipp() {
        return sipp;
    }

    /** The agents whose phones are behind a proxy, and where that is expected. */
    public ProxiedPhones proxied() {
        return proxied;
    }

    /** An agent nobody else has, logged in and available, with a registered phone and an inbound number of its own. */
    public Desk desk() {
        return Desk.open(this, nextAgent());
    }

    /** An agent nobody else has, not logged in, without a phone. */
    public Agent nextAgent() {
        int number = desks.getAndIncrement();
        if (number >= AGENTS) {
            throw new IllegalStateException("all " + AGENTS + " agents are taken; raise Stage.AGENTS");
        }
        return new Agent(number);
    }

    /** A phone outside with a number nobody else has, as dialled: a mobile number of Finland. */
    public Phone target(Behaviour behaviour) {
        return outside.phone(number("+35840200")).behaves(behaviour);
    }

    /** A user's phone: 1301 answers after a moment, 1302 never. */
    public Phone user(String number) {
        return Objects.requireNonNull(users.get(number));
    }

    /** A customer outside with a number nobody else has, who only calls. */
    public Phone customer() {
        return customers.known(outside.caller(number("+35840300"), null));
    }

    @Override
    public void close() {
        server.close();
        office.close();
        outside.close();
    }

    private String number(String prefix) {
        return prefix + (1000 + numbers.getAndIncrement());
    }

    private Map<String, String> environment() {
        return Map.of(
                "ST_TRUNK",
                outside.uri(""),
                "ST_TRUNK_ALLOW",
                "127.0.0.1",
                "ST_DIRECTORY_FILE",
                directory().toString(),
                // Cheap password hashes, for many log-ins.
                "ST_REHEARSAL",
                "true");
    }

    private Path directory() {
        ObjectNode directory = Api.JSON.createObjectNode();
        ArrayNode people = directory.putArray("agents");
        ArrayNode inbound = directory.putArray("inboundNumbers");
        for (int i = 0; i < AGENTS; i++) {
            new Agent(i).describe(people.addObject(), inbound.addObject(), null);
        }
        SippPorts.AGENT.describe(people.addObject(), inbound.addObject(), sipp.agentUri());
        proxied.describe(people, inbound);
        person(people.addObject().put("username", SUPERVISOR), "Sanna Valvoja", "1203", "supervisor");
        person(people.addObject().put("username", ADMIN), "Aatu Koski", "1204", "admin");
        ArrayNode users = directory.putArray("users");
        user(users.addObject(), "Ulla User", "1301", office.uri("1301"));
        user(users.addObject(), "Eino Etsitty", "1302", office.uri("1302"));
        user(users.addObject(), "Sippe User", SippPorts.TARGET, sipp.targetUri());
        try {
            Path file = Files.createTempFile("supertransfer-directory", ".json");
            file.toFile().deleteOnExit();
            return Files.writeString(file, directory.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void person(ObjectNode entry, String name, String extension, String role) {
        String username = entry.path("username").asText();
        entry.put("password", username)
                .put("name", name)
                .put("extension", extension)
                .put("sipPassword", username)
                .putNull("contact")
                .put("language", "fi")
                .putArray("roles")
                .add(role);
    }

    private static void user(ObjectNode entry, String name, String number, String contact) {
        entry.put("name", name).put("number", number).put("contact", contact);
    }
}
