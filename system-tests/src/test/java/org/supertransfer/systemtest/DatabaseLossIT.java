package org.supertransfer.systemtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supertransfer.systemtest.Orders.fresh;
import static org.supertransfer.systemtest.Orders.order;
import static org.supertransfer.systemtest.Orders.problem;
import static org.supertransfer.systemtest.Orders.state;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.supertransfer.phones.Behaviour;
import org.supertransfer.phones.Phone;
import org.supertransfer.systemtest.Api.Answer;
import org.supertransfer.systemtest.Desk.Conversation;

/** What an agent is told while the database is away: nothing begins, nothing breaks, and the same order works later. */
@RequiresPeer(Peer.POSTGRESQL)
class DatabaseLossIT {
    @Test
    void databaseAway_refusesANewTransfer_andTheSamePutWorksLater() throws IOException, InterruptedException {
        try (Postgres postgres = Postgres.start()) {
            Stage stage = Stage.open("server-database-loss", postgres.environment());
            try (Desk desk = stage.desk()) {
                lose(stage, desk, postgres);
            } finally {
                stage.close();
            }
        }
    }

    private static void lose(Stage stage, Desk desk, Postgres postgres) throws IOException, InterruptedException {
        Phone target = stage.target(Behaviour.answersAfter(Duration.ofMillis(100)));
        Conversation talk = desk.answersCallFrom(stage.customer());
        String path = fresh();
        Map<String, Object> order = order(talk.callId(), "ATTENDED", target.user());

        postgres.goDown();
        assertThat(problem(desk.api().put(path, order))).isEqualTo("503 unavailable");
        assertThat(problem(desk.api().get("/api/transfers"))).isEqualTo("503 unavailable");
        assertThat(ready(stage)).isEqualTo(503);
        rightPasswordIsNotCalledWrong(stage, desk.agent().username());
        assertThat(state(desk, talk.callId())).isEqualTo("CONNECTED");
        assertThat(desk.phone().talksWith(talk.customer())).isTrue();

        postgres.comeUp();
        Until.isTrue("ready again", () -> ready(stage) == 200);
        Api.loggedIn(stage.http(), desk.agent().username());
        Answer again = Until.present("accepted", () -> accepted(desk.api().put(path, order)));
        desk.transfer(again.body().path("id").asText(), "COMPLETED");
        assertThat(desk.live().codes(again.body().path("id").asText())).containsOnlyOnce("TRANSFER_STARTED");
    }

    /** Nor does it count as a guess: the sixth is answered as the first. */
    private static void rightPasswordIsNotCalledWrong(Stage stage, String username) {
        Map<String, String> right = Map.of("username", username, "password", username);
        for (int i = 0; i < 6; i++) {
            assertThat(problem(Api.anonymous(stage.http()).post("/api/session", right)))
                    .isEqualTo("503 unavailable");
        }
        assertThat(Http.code(new Http(stage.http()).send("GET", "/api/me", null, Http.basic(username, username))))
                .isEqualTo("503 unavailable");
    }

    private static @Nullable Answer accepted(Answer answer) {
        return answer.status() == 202 ? answer : null;
    }

    private static int ready(Stage stage) {
        return new Http(stage.server().management())
                .send("GET", "/health/ready", null, List.of())
                .statusCode();
    }
}
