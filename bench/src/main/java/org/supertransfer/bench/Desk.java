package org.supertransfer.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.supertransfer.phones.Behaviour;
import org.supertransfer.phones.Phone;
import org.supertransfer.phones.PhoneNetwork;

/** An agent with an inbound number, a customer who calls it, and a target of each kind; shared with no other desk. */
final class Desk {
    private static final int POLL_MILLIS = 20;

    private final int number;
    private final int sipPort;
    private final String contact;
    private final Phone agent;
    private final Phone customer;
    private final List<Phone> targets;
    private @Nullable PortalClient portal;

    Desk(int number, PhoneNetwork outside, PhoneNetwork office, int sipPort) {
        this.number = number;
        this.sipPort = sipPort;
        this.contact = office.uri(username());
        this.agent = office.phone(username()).behaves(Behaviour.answersAfter(Duration.ZERO));
        this.customer = outside.phone(outsideNumber(3));
        this.targets = List.of(
                outside.phone(outsideNumber(4)).behaves(Behaviour.answersAfter(Duration.ofMillis(20))),
                outside.phone(outsideNumber(5)).behaves(Behaviour.busy()),
                outside.phone(outsideNumber(6)).behaves(Behaviour.declinesAfter(Duration.ofMillis(100))),
                outside.phone(outsideNumber(7)).behaves(Behaviour.refuses(404)),
                outside.phone(outsideNumber(8)).behaves(Behaviour.rings()));
    }

    /** Also the password. */
    String username() {
        return "agent" + number;
    }

    private String inbound() {
        return "02012" + (34000 + number);
    }

    private String outsideNumber(int kind) {
        return "+35840" + kind + (201000 + number);
    }

    void logIn(URI base) throws IOException, InterruptedException {
        portal = PortalClient.loggedIn(base, username());
        available();
    }

    void available() throws IOException, InterruptedException {
        portal().send("PUT", "/api/me/state", Map.of("state", "AVAILABLE"));
    }

    PortalClient portal() {
        return Objects.requireNonNull(portal, "logIn first");
    }

    Phone agent() {
        return agent;
    }

    Phone customer() {
        return customer;
    }

    /** The target that answers. */
    Phone target() {
        return targets.get(0);
    }

    /** One that answers, one busy, one that declines, one that does not exist, one that rings for ever. */
    List<Phone> targets() {
        return targets;
    }

    /** What the customer dials. */
    String serviceNumber() {
        return "sip:" + inbound() + "@127.0.0.1:" + sipPort + ";transport=udp";
    }

    /** The id of the agent's call as the page would see it, once it is connected. */
    String connectedCall(Duration limit) throws Exception {
        Instant end = Instant.now().plus(limit);
        while (Instant.now().isBefore(end)) {
            for (JsonNode call : portal().get("/api/calls")) {
                if ("CONNECTED".equals(call.path("state").asText())) {
                    return call.path("id").asText();
                }
            }
            Thread.sleep(POLL_MILLIS);
        }
        throw new TimeoutException("no connected call");
    }

    /** Drops what the phones remember, so that a long run does not slow them down. */
    void forget() {
        agent.forget();
        customer.forget();
        targets.forEach(Phone::forget);
    }

    String agentEntry() {
        return """
                {"username": "%1$s", "password": "%1$s", "name": "Agent %2$d", "extension": "%3$d",
                 "sipPassword": "%1$s", "contact": "%4$s", "roles": ["agent"], "language": "fi"}"""
                .formatted(username(), number, 1200 + number, contact);
    }

    String numberEntry() {
        return """
                {"number": "%s", "name": "Bench %d", "agents": ["%s"]}"""
                .formatted(inbound(), number, username());
    }
}
