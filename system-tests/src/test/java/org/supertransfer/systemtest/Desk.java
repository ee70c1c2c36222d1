package org.supertransfer.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.supertransfer.phones.Behaviour;
import org.supertransfer.phones.Credentials;
import org.supertransfer.phones.Phone;
import org.supertransfer.phones.PhoneCall;
import org.supertransfer.systemtest.Api.Answer;

/** An agent at work: logged in, available, the page open, a registered phone that answers. */
public final class Desk implements AutoCloseable {
    public static final Duration SOON = Duration.ofSeconds(10);

    private final Stage stage;
    private final Agent agent;
    private final Phone phone;
    private final Portal portal;

    private Desk(Stage stage, Agent agent) {
        this.stage = stage;
        this.agent = agent;
        this.phone = registered(stage, agent);
        this.portal = Portal.open(stage.http(), agent);
    }

    static Desk open(Stage stage, Agent agent) {
        Desk desk = new Desk(stage, agent);
        desk.becomes("AVAILABLE");
        return desk;
    }

    public Agent agent() {
        return agent;
    }

    public Phone phone() {
        return phone;
    }

    public Api api() {
        return portal.api();
    }

    public Live live() {
        return portal.live();
    }

    /** Sets the state and expects to see it. */
    public void becomes(String state) {
        portal.becomes(state);
    }

    /** What a customer calls to reach this agent. */
    public String uriOfItsNumber() {
        return "sip:" + agent.inboundNumber() + "@127.0.0.1:" + stage.server().sipPort() + ";transport=udp";
    }

    /** A customer calls this agent's number, the agent's phone answers, and both talk. */
    public Conversation answersCallFrom(Phone customer) {
        PhoneCall call = customer.call(uriOfItsNumber());
        call.await(PhoneCall.State.CONNECTED, SOON);
        Until.isTrue("customer and agent talk", () -> phone.talksWith(customer));
        return new Conversation(customer, call, connected().path("id").asText());
    }

    /** The agent's call in state CONNECTED, as REST shows it, waiting for it. */
    public JsonNode connected() {
        return portal.connected();
    }

    /** Begins a transfer that must be accepted; returns its id. */
    public String transfers(String callId, String method, boolean consult, Map<String, String> target) {
        return portal.transfers(callId, method, consult, target);
    }

    /** Begins a transfer to a number as typed. */
    public String transfers(Conversation conversation, String method, String number) {
        return transfers(conversation.callId(), method, false, Map.of("type", "NUMBER", "number", number));
    }

    /** A move of a live transfer ({@code complete}, {@code cancel} or {@code swap}) with the version as it is now. */
    public Answer moves(String transferId, String move) {
        return portal.moves(transferId, move);
    }

    /** The transfer as REST shows it. */
    public JsonNode transfer(String id) {
        return portal.transfer(id);
    }

    /** The transfer once it has this state. */
    public JsonNode transfer(String id, String state) {
        Until.seen(
                "transfer " + id,
                stage.patience(),
                () -> transfer(id).path("state").asText(),
                state);
        return transfer(id);
    }

    @Override
    public void close() {
        phone.calls().stream().filter(PhoneCall::live).forEach(PhoneCall::hangUp);
        portal.close();
    }

    private static Phone registered(Stage stage, Agent agent) {
        Phone phone = stage.office()
                .phone(agent.username())
                .proves(Credentials.of(agent.username(), agent.username()))
                .behaves(Behaviour.answersAfter(Duration.ofMillis(100)));
        int status = phone.registration("127.0.0.1", stage.server().sipPort())
                .begin()
                .orTimeout(SOON.toSeconds(), TimeUnit.SECONDS)
                .join();
        assertThat(status).as("REGISTER of " + agent.username()).isEqualTo(200);
        return phone;
    }

    /**
     * A customer and an agent who talk.
     *
     * @param call the customer's side
     * @param callId as REST names the call
     */
    public record Conversation(Phone customer, PhoneCall call, String callId) {}
}
