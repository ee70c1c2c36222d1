package org.supertransfer.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.supertransfer.phones.Behaviour;
import org.supertransfer.phones.Changes;
import org.supertransfer.phones.Direction;
import org.supertransfer.phones.Phone;
import org.supertransfer.phones.PhoneCall;
import org.supertransfer.phones.WireMessage;
import org.supertransfer.systemtest.Api.Answer;
import org.supertransfer.systemtest.Desk;
import org.supertransfer.systemtest.Desk.Conversation;
import org.supertransfer.systemtest.Method;
import org.supertransfer.systemtest.Stage;

/** One transfer: Bob has called Alice and they talk when it begins. */
final class Story implements AutoCloseable {
    static final Duration SOON = Desk.SOON;

    private final Stage stage;
    private final Desk alice;
    private final Phone bob;
    private final Conversation talk;
    private final PhoneCall alices;
    private String id = "";

    private Story(Stage stage) {
        this.stage = stage;
        this.alice = stage.desk();
        this.bob = stage.customer();
        this.talk = alice.answersCallFrom(bob);
        this.alices = alice.phone().liveCall().orElseThrow();
    }

    static Story begin(Stage stage) {
        return new Story(stage);
    }

    Desk alice() {
        return alice;
    }

    Phone bob() {
        return bob;
    }

    /** Bob's side of the call, the same from beginning to end. */
    PhoneCall bobs() {
        return talk.call();
    }

    /** Alice's side of the first call. */
    PhoneCall alices() {
        return alices;
    }

    String callId() {
        return talk.callId();
    }

    String id() {
        return id;
    }

    /** The target's side of this story's call to a number of the rehearsal, as dialled at home; it may have ended. */
    PhoneCall called(String number) {
        Phone phone = number.startsWith("0") ? stage.trunk().phone() : stage.user(number);
        Changes.await("call to " + number, () -> calls(phone).findFirst().isPresent(), SOON);
        return calls(phone).findFirst().orElseThrow();
    }

    private Stream<PhoneCall> calls(Phone phone) {
        return phone.calls().stream().filter(this::ours);
    }

    /** A new number outside. */
    Phone carol(Behaviour behaviour) {
        return stage.target(behaviour);
    }

    Story transfers(Method method, String number) {
        return switch (method) {
            case BLIND -> blind(number);
            case ATTENDED -> attended(number);
            case CONSULT -> consult(number);
        };
    }

    Story blind(String number) {
        return transfer("BLIND", false, number);
    }

    /** Attended, handed over on answer. */
    Story attended(String number) {
        return transfer("ATTENDED", false, number);
    }

    /** Attended, consulting first. */
    Story consult(String number) {
        return transfer("ATTENDED", true, number);
    }

    private Story transfer(String method, boolean consult, String number) {
        id = alice.transfers(callId(), method, consult, Map.of("type", "NUMBER", "number", number));
        return this;
    }

    /** To what was picked from a list. */
    void to(String method, Map<String, String> target) {
        id = alice.transfers(callId(), method, false, target);
    }

    /** A move of the transfer that must be taken, with a second look when the transfer has moved on meanwhile. */
    void move(String move) {
        Answer answer = alice.moves(id, move);
        for (int again = 0; again < 3 && answer.code().equals("stale"); again++) {
            answer = alice.moves(id, move);
        }
        assertThat(answer.status()).as("%s: %s", move, answer).isEqualTo(202);
    }

    /** Waits for a live state or an ending. */
    JsonNode becomes(String state) {
        return alice.transfer(id, state);
    }

    /**
     * Waits for an ending, with its outcome and reason: as REST shows it and as the database keeps it.
     *
     * @param reason empty for none
     */
    void ends(String outcome, String reason) {
        JsonNode transfer = becomes(outcome);
        assertThat(transfer.path("outcome").asText()).isEqualTo(outcome);
        assertThat(transfer.path("reason").asText("")).isEqualTo(reason);
        assertThat(transfer.hasNonNull("endedAt")).isTrue();
        kept().asShown(transfer);
    }

    /** The database's side. */
    Kept kept() {
        return new Kept(stage.rows(), stage.patience());
    }

    /** Exactly these messages, in this order, the last of them awaited. */
    void told(String... codes) {
        String last = codes[codes.length - 1];
        alice.live().message(id, last, stage.patience());
        assertThat(alice.live().codes(id)).containsExactly(codes);
    }

    /** The reason under a message. */
    String reasonOf(String code) {
        return alice.live().message(id, code).path("params").path("reason").asText();
    }

    /** After TRANSFER_STARTED neither a message nor a frame of the transfer. */
    void toldNothingButTheStart() {
        told("TRANSFER_STARTED");
        List<JsonNode> frames = alice.live().frames();
        int start = 0;
        while (!frames.get(start).path("code").asText().equals("TRANSFER_STARTED")) {
            start++;
        }
        assertThat(frames.subList(start + 1, frames.size()))
                .noneMatch(frame -> frame.toString().contains(id));
    }

    /** Both hear each other. */
    void talk(PhoneCall one, PhoneCall other) {
        Changes.await(one + " and " + other + " talk", () -> one.talksWith(other), SOON);
    }

    /** Bob was put on hold at some time. */
    void bobWasHeld() {
        bobs().log().await(Story::isHold, SOON);
    }

    /** Bob hears nobody now. */
    void bobIsHeld() {
        bobs().await("held", call -> call.flow() == Direction.INACTIVE, SOON);
    }

    static boolean isHold(WireMessage message) {
        return message.received()
                && message.is("INVITE")
                && message.sdp()
                        .filter(sdp -> sdp.direction() == Direction.INACTIVE)
                        .isPresent();
    }

    /** Alice's first call was ended by us. */
    void alicesCallIsEnded() {
        alices.await(PhoneCall.State.ENDED, SOON);
        assertThat(alices.ending().orElseThrow().byFarEnd()).isTrue();
    }

    /** Alice's phone rang again and she answers; the new call. */
    PhoneCall alicesNextCall() {
        return alice.phone().awaitCall(call -> call != alices && call.connected(), SOON);
    }

    /** The state of the call on Alice's page. */
    void aliceSees(String state) {
        JsonNode call = alice.connected();
        assertThat(call.path("id").asText()).isEqualTo(callId());
        assertThat(call.path("state").asText()).isEqualTo(state);
    }

    /** Nobody broke the protocol; everybody hangs up. */
    @Override
    public void close() {
        List<String> outside = stage.outside().takeFaults();
        List<String> office = stage.office().takeFaults();
        bob.calls().stream().filter(PhoneCall::live).forEach(PhoneCall::hangUp);
        stage.trunk().phone().calls().stream()
                .filter(PhoneCall::live)
                .filter(this::ours)
                .forEach(PhoneCall::hangUp);
        alice.close();
        assertThat(outside).isEmpty();
        assertThat(office).isEmpty();
        kept().nothingOpen(callId());
    }

    /** Whether a target is called by this story: it is shown Alice's number, or inside the house Bob's. */
    private boolean ours(PhoneCall target) {
        String from = target.invite().flatMap(invite -> invite.header("From")).orElse("");
        return from.contains(alice.agent().inboundNumber().substring(1))
                || from.contains(bob.user().substring(4));
    }
}
