package org.supertransfer.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supertransfer.phones.PhoneCall.State.ENDED;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.supertransfer.phones.PhoneCall;
import org.supertransfer.phones.WireMessage;
import org.supertransfer.systemtest.Api.Answer;
import org.supertransfer.systemtest.Method;
import org.supertransfer.systemtest.RehearsalRow;
import org.supertransfer.systemtest.Stage;

/** One number of the rehearsal, transferred to in one way, from the customer's call to the last party's hang-up. */
record RehearsalCase(RehearsalRow row, Method method) {
    /** What a busy machine may add to a time of the table. */
    private static final Duration SLACK = Duration.ofSeconds(8);
    /** What the same machine may take away: a message is noted a moment after its phone has set its own clock. */
    private static final Duration TICK = Duration.ofSeconds(1);

    /** @param story of a customer and an agent who talk */
    void play(Story story, Stage stage) {
        try (story) {
            if (row.forbidden()) {
                refused(story, stage);
                return;
            }
            story.transfers(method, typed());
            if (row.consults(method)) {
                consulted(story);
            }
            story.becomes(row.outcome(method));
            onTheWire(story);
            story.ends(row.outcome(method), row.reason(method));
            assertThat(story.becomes(row.outcome(method))
                            .path("chargedSeparately")
                            .asBoolean())
                    .isEqualTo(row == RehearsalRow.SERVICE);
            told(story);
            assertThat(story.kept().states(story.id())).isEqualTo(row.states(method));
        }
    }

    /** As an agent types or pastes it. */
    private String typed() {
        boolean pasted = method == Method.ATTENDED && row.outside();
        return pasted ? row.number().replaceFirst("0(\\d{2,3})(\\d{3})(\\d{3,4})", "+358 $1 $2-$3") : row.number();
    }

    private void consulted(Story story) {
        story.becomes("CONSULTING");
        story.talk(story.alices(), story.called(row.number()));
        story.bobIsHeld();
        if (row.joins(method)) {
            story.move("complete");
        }
    }

    private void told(Story story) {
        if (method == Method.BLIND) {
            story.toldNothingButTheStart();
            return;
        }
        story.told(row.messages(method).toArray(String[]::new));
        if (row.outcome(method).equals("RETURNED")) {
            assertThat(story.reasonOf(row.failureCode())).isEqualTo(row.reason(method));
        }
    }

    private void onTheWire(Story story) {
        story.bobWasHeld();
        if (method == Method.BLIND) {
            story.alicesCallIsEnded();
            assertThat(story.alices().ending().orElseThrow().reason()).contains("Call transferred");
        }
        switch (row.outcome(method)) {
            case "COMPLETED" -> joined(story);
            case "RETURNED" -> returned(story);
            case "FELL_BACK" -> fellBack(story);
            case "ABANDONED" -> abandoned(story);
            default -> throw new AssertionError(row.outcome(method));
        }
    }

    private void joined(Story story) {
        PhoneCall target = story.called(row.number());
        story.talk(story.bobs(), target);
        story.alicesCallIsEnded();
        showsTheRightCaller(story, target.invite().orElseThrow());
        if (row.time().isZero()) {
            target.hangUp();
        }
        target.await(ENDED, row.time().plus(SLACK));
        assertThat(target.ending().orElseThrow().byFarEnd()).isFalse();
        story.bobs().await(ENDED, Story.SOON);
        assertThat(story.bobs().ending().orElseThrow().byFarEnd()).isTrue();
        lasted(Duration.between(
                first(target, message -> message.is(200, "INVITE")), first(target, message -> message.is("BYE"))));
    }

    /** Outside our own number with Diversion; inside the customer's with Referred-By. */
    private void showsTheRightCaller(Story story, WireMessage invite) {
        String from = invite.header("From").orElseThrow();
        if (row.outside()) {
            assertThat(from).contains(story.alice().agent().inboundNumber().substring(1));
            assertThat(invite.header("Referred-By")).isEmpty();
            assertThat(invite.header("Diversion")).isPresent();
            assertThat(invite.header("History-Info")).isPresent();
        } else {
            assertThat(from).contains(story.bob().user().substring(4));
            assertThat(invite.header("Referred-By")).isPresent();
            assertThat(invite.header("Diversion")).isEmpty();
        }
    }

    private static Instant first(PhoneCall call, Predicate<WireMessage> message) {
        return call.log().first(message).orElseThrow().at();
    }

    private void returned(Story story) {
        story.talk(story.alices(), story.bobs());
        story.aliceSees("CONNECTED");
        assertThat(story.alice().phone().calls()).hasSize(1);
        targetFailed(story);
    }

    private void fellBack(Story story) {
        story.talk(story.alicesNextCall(), story.bobs());
        story.aliceSees("CONNECTED");
        targetFailed(story);
    }

    private void abandoned(Story story) {
        assertThat(story.bobs().ending().orElseThrow().byFarEnd()).isFalse();
        story.alicesCallIsEnded();
        targetFailed(story);
    }

    /** The target's side ended as its row says, and as late. */
    private void targetFailed(Story story) {
        if (row.reached()) {
            PhoneCall target = story.called(row.number()).await(ENDED, Story.SOON);
            assertThat(target.ending().orElseThrow().status()).isEqualTo(row.lastStatus());
        }
        lasted(dialledUntilOver(story.becomes(row.outcome(method)).path("timeline")));
    }

    private Duration dialledUntilOver(JsonNode timeline) {
        String dialled = method == Method.BLIND ? "UNATTENDED" : "DIALING";
        List<String> over = List.of("RETRIEVING", "FELL_BACK", "ABANDONED");
        return Duration.between(at(timeline, dialled::equals), at(timeline, over::contains));
    }

    private static Instant at(JsonNode timeline, Predicate<String> state) {
        for (JsonNode line : timeline) {
            if (state.test(line.path("state").asText())) {
                return Instant.parse(line.path("at").asText());
            }
        }
        throw new AssertionError("no such state in " + timeline);
    }

    private void lasted(Duration time) {
        assertThat(time)
                .isGreaterThan(row.time().minus(TICK))
                .isLessThan(row.time().plus(SLACK));
    }

    private void refused(Story story, Stage stage) {
        String id = UUID.randomUUID().toString();
        int crossed = story.bobs().log().all().size();
        Answer answer = story.alice()
                .api()
                .put(
                        "/api/transfers/" + id,
                        Map.of(
                                "callId",
                                story.callId(),
                                "method",
                                method == Method.BLIND ? "BLIND" : "ATTENDED",
                                "consult",
                                method == Method.CONSULT,
                                "target",
                                Map.of("type", "NUMBER", "number", row.number())));
        assertThat(answer.status()).as("%s", answer).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("number-not-allowed");
        assertThat(stage.rows().transfer(id)).isEmpty();
        assertThat(story.alice().live().frames())
                .noneMatch(frame -> frame.toString().contains(id));
        story.aliceSees("CONNECTED");
        assertThat(story.bobs().talksWith(story.alices())).isTrue();
        assertThat(story.bobs().log().all()).hasSize(crossed);
    }
}
