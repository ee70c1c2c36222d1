package org.supertransfer.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.supertransfer.phones.Phone;
import org.supertransfer.systemtest.Desk.Conversation;

/** What an admin changes on a running server is so at once: for log-ins, phones, callers, numbers and prices. */
@ExtendWith(ServerExtension.class)
class AdminIT {
    private static final int UNPROCESSABLE = 422;

    private final Stage stage;
    private final Api admin;
    private final Agent erkki = new Agent(950);

    AdminIT(Stage stage) {
        this.stage = stage;
        this.admin = Api.loggedIn(stage.http(), Stage.ADMIN);
    }

    @BeforeEach
    void withoutErkki() {
        admin.delete("/api/admin/inbound-numbers/" + erkki.inboundNumber());
        admin.delete("/api/admin/agents/" + erkki.username());
    }

    @Test
    void newAgent_logsInRegistersAndTakesCalls_untilItIsDeleted() {
        assertThat(made("agents", agent("long ago")).path("hasSipPassword").asBoolean())
                .isTrue();
        made(
                "inbound-numbers",
                Map.of("number", erkki.inboundNumber(), "name", "Uusi", "agents", List.of(erkki.username())));
        Desk desk = Desk.open(stage, erkki);
        Conversation talk = desk.answersCallFrom(stage.customer());
        assertThat(registered()).contains(erkki.username());
        assertThat(admin.delete("/api/admin/agents/" + erkki.username()).code()).isEqualTo("in-use");

        talk.call().hangUp();
        Until.isTrue(
                "the agent is free and gone",
                () -> admin.delete("/api/admin/agents/" + erkki.username()).status() == 204);
        Until.isTrue("its socket is closed", () -> desk.live().closeCode() == 1008);
        assertThat(desk.api().get("/api/me").status()).isIn(401, 403);
        assertThat(Api.anonymous(stage.http())
                        .post("/api/session", Map.of("username", erkki.username(), "password", erkki.username()))
                        .code())
                .isEqualTo("wrong-password");
        assertThat(registered()).doesNotContain(erkki.username());
        assertThat(register(desk.phone())).isNotEqualTo(200);
        assertThat(audit("agent", erkki.username())).startsWith("DELETED", "CREATED");
    }

    @Test
    void newRoles_wantANewLogIn() {
        JsonNode made = made("agents", agent("long ago"));
        Api api = Api.loggedIn(stage.http(), erkki.username());
        assertThat(api.get("/api/admin/agents").code()).isEqualTo("forbidden");
        Map<String, Object> promoted = new HashMap<>(agent("x"));
        promoted.put("roles", List.of("agent", "admin"));
        promoted.put("version", made.path("version").asLong());
        assertThat(admin.put("/api/admin/agents/" + erkki.username(), promoted).status())
                .isEqualTo(200);
        assertThat(api.get("/api/me").status()).isEqualTo(401);
        assertThat(Api.loggedIn(stage.http(), erkki.username())
                        .get("/api/admin/agents")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whatIsWrong_isToldFieldByField() {
        Map<String, Object> wrong = new HashMap<>(agent("x"));
        wrong.put("extension", "1301");
        wrong.put("contact", "mailto:x");
        Api.Answer answer = admin.post("/api/admin/agents", wrong);
        assertThat(answer.status()).isEqualTo(UNPROCESSABLE);
        assertThat(answer.body().path("errors")).hasSize(2);
        assertThat(answer.body().path("errors").get(0).path("detail").asText()).contains("Ulla User");
    }

    @Test
    void tariff_pricesTheNumber_theTransferAndTheBill() {
        Phone target = stage.target(MainFlowIT.ANSWERS);
        String prefix = target.user();
        admin.delete("/api/admin/tariffs/" + prefix);
        made("tariffs", Map.of("prefix", prefix, "name", "AdminIT", "pricePerMinute", 0.6, "pricePerCall", 1));
        try (Desk desk = stage.desk()) {
            assertThat(desk.api()
                            .get("/api/numbers/" + prefix)
                            .body()
                            .path("pricePerMinute")
                            .asDouble())
                    .isEqualTo(0.6);
            Conversation talk = desk.answersCallFrom(stage.customer());
            String id = desk.transfers(talk, "ATTENDED", prefix);
            desk.live().message(id, "TRANSFER_SUCCEEDED");
            assertThat(desk.transfer(id, "COMPLETED").path("cost").isNull()).isTrue();
            talk.call().hangUp();
            JsonNode told = desk.live()
                    .await(
                            "the cost",
                            frame -> id.equals(frame.path("id").asText())
                                    && frame.path("cost").isNumber());
            double cost = told.path("cost").asDouble();
            assertThat(cost).isBetween(1.01, 2.0);
            assertThat(bill(desk.agent().username()).path("cost").asDouble()).isEqualTo(cost);
        } finally {
            admin.delete("/api/admin/tariffs/" + prefix);
        }
    }

    @Test
    void setting_isUsedAtOnce_andGoesBack() {
        Api agent = Api.loggedIn(stage.http(), stage.nextAgent().username());
        JsonNode before = setting("whom-to-ask");
        assertThat(admin.put(
                                "/api/admin/settings/whom-to-ask",
                                Map.of(
                                        "value",
                                        "Kysy Sannalta",
                                        "version",
                                        before.path("version").asLong()))
                        .status())
                .isEqualTo(200);
        assertThat(agent.get("/api/numbers/0600123123").body().path("whomToAsk").asText())
                .isEqualTo("Kysy Sannalta");
        assertThat(admin.delete("/api/admin/settings/whom-to-ask").status()).isEqualTo(200);
        assertThat(agent.get("/api/numbers/0600123123").body().path("whomToAsk").isNull())
                .isTrue();
    }

    @Test
    void directory_comesAndGoes_andTrunksAreSeen() {
        JsonNode file = admin.get("/api/admin/directory").body();
        assertThat(file.path("agents")).isNotEmpty();
        assertThat(file.toString()).doesNotContainIgnoringCase("password");
        JsonNode users = Api.JSON.createObjectNode().set("users", file.path("users"));
        JsonNode imported = admin.put("/api/admin/directory", users).body();
        assertThat(imported.path("created").asInt() + imported.path("changed").asInt())
                .isZero();
        assertThat(admin.get("/api/admin/trunks").body().get(0).path("address").asText())
                .contains("127.0.0.1");
    }

    private JsonNode made(String kind, Object thing) {
        Api.Answer answer = admin.post("/api/admin/" + kind, thing);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.body();
    }

    private Map<String, Object> agent(String name) {
        return Map.of(
                "username",
                erkki.username(),
                "name",
                "Erkki " + name,
                "extension",
                erkki.extension(),
                "password",
                erkki.username(),
                "sipPassword",
                erkki.username(),
                "roles",
                List.of("agent"),
                "language",
                "fi");
    }

    private int register(Phone phone) {
        return phone.registration("127.0.0.1", stage.server().sipPort())
                .begin()
                .orTimeout(Desk.SOON.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    private List<String> registered() {
        return admin.get("/api/admin/registrations").body().findValuesAsText("username");
    }

    private List<String> audit(String subject, String id) {
        return admin.get("/api/admin/audit?subject=" + subject + "&id=" + id)
                .body()
                .path("changes")
                .findValuesAsText("action");
    }

    private JsonNode setting(String name) {
        for (JsonNode each : admin.get("/api/admin/settings").body()) {
            if (each.path("name").asText().equals(name)) {
                return each;
            }
        }
        throw new AssertionError("no setting " + name);
    }

    private JsonNode bill(String agent) {
        YearMonth month = YearMonth.now(ZoneId.systemDefault());
        return Until.present("the bill's line of " + agent, () -> {
            for (JsonNode line :
                    admin.get("/api/reports/billing?month=" + month).body().path("lines")) {
                if (line.path("agent").asText().equals(agent)) {
                    return line;
                }
            }
            return null;
        });
    }
}
