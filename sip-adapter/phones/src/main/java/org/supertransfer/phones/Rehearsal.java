package org.supertransfer.phones;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Everybody around a server in rehearsal: the trunk with its numbers, the users' and the agents' phones and the
 * customers, on real SIP over loopback.
 *
 * <p>{@link #prepare} binds the phones' ports, so that the server can be told of them before it starts ({@link #trunkUri},
 * {@link #directoryJson}); {@link #start} registers the agents' phones and lets customers call once the server is ready.
 */
public final class Rehearsal implements AutoCloseable {
    private static final Duration AGENT_LIFTS = Duration.ofSeconds(1);
    private static final Duration USER_LIFTS = Duration.ofSeconds(2);
    private static final Duration FAREWELL = Duration.ofSeconds(1);

    private final PhoneNetwork outside = PhoneNetwork.open();
    private final PhoneNetwork office = PhoneNetwork.open();
    private final Customers customers = new Customers(outside);
    private final Trunk trunk = new Trunk(outside, customers);
    private final List<Registration> registrations = new ArrayList<>();
    private @Nullable Visitors visitors;
    private boolean stopped;

    private Rehearsal() {
        office.phone(RehearsalDirectory.USER_ANSWERS).behaves(Behaviour.answersAfter(USER_LIFTS));
        office.phone(RehearsalDirectory.USER_NEVER_ANSWERS).behaves(Behaviour.rings());
    }

    /** Binds the ports of all phones and of the trunk; nothing calls yet. */
    public static Rehearsal prepare() {
        return new Rehearsal();
    }

    /** Where the server's calls to numbers outside go: the value of {@code ST_TRUNK}. */
    public String trunkUri() {
        return outside.uri("");
    }

    /** The directory file's text: sample agents whose password is their username, users and inbound numbers. */
    public String directoryJson() {
        return RehearsalDirectory.json(office);
    }

    /** The trunk's far end, to be looked at. */
    public Trunk trunk() {
        return trunk;
    }

    /**
     * Registers the agents' phones, and lets a customer call 2 s after an agent is available and idle.
     *
     * @param sipHost the server's SIP address
     * @param sipPort its port for UDP
     * @param httpBase where its REST interface is, without {@code /api}, e.g. {@code http://127.0.0.1:8080}
     */
    public synchronized void start(String sipHost, int sipPort, URI httpBase) {
        if (stopped || visitors != null) {
            return;
        }
        for (String agent : RehearsalDirectory.AGENTS_WITH_PHONES) {
            Phone phone = office.phone(agent)
                    .proves(Credentials.of(agent, agent))
                    .behaves(Behaviour.answersAfter(AGENT_LIFTS));
            Registration registration = phone.registration(sipHost, sipPort);
            registrations.add(registration);
            var unused = registration.begin();
        }
        Portal portal = new Portal(httpBase, RehearsalDirectory.SUPERVISOR);
        Visitors calling = new Visitors(portal, () -> customers.call(RehearsalDirectory.INVOICES, sipHost, sipPort));
        visitors = calling;
        calling.start();
    }

    /** Hangs up, unregisters as far as the server still answers within a second, and frees the ports. */
    public synchronized void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        if (visitors != null) {
            visitors.stop();
        }
        customers.hangUpAll();
        CompletableFuture<?>[] farewells =
                registrations.stream().map(Registration::end).toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(farewells)
                .completeOnTimeout(null, FAREWELL.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        // a stack takes two seconds to stop
        CompletableFuture.allOf(CompletableFuture.runAsync(outside::close), CompletableFuture.runAsync(office::close))
                .join();
    }

    @Override
    public void close() {
        stop();
    }
}
