package org.supertransfer.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.supertransfer.phones.Behaviour;
import org.supertransfer.phones.Phone;
import org.supertransfer.phones.PhoneCall;
import org.supertransfer.systemtest.Api;
import org.supertransfer.systemtest.Desk;
import org.supertransfer.systemtest.ServerExtension;
import org.supertransfer.systemtest.Stage;
import org.supertransfer.systemtest.Until;

/** The admin's page and the real server: what is kept there counts at once, and is taken back at the end. */
@BrowserTest(whole = true)
@ExtendWith(ServerExtension.class)
class PortalAdminIT {
    private Stage stage;
    private Api api;
    private AdminHouse house;

    @BeforeEach
    void logIn(Stage shared, Chromium chromium) {
        stage = shared;
        api = Api.loggedIn(stage.http(), Stage.ADMIN);
        house = new AdminHouse(chromium.page(), stage.http());
        house.logIn(Stage.ADMIN);
    }

    @AfterEach
    void close() {
        api.delete("/api/admin/agents/paula.admin");
        api.delete("/api/admin/users/7802");
        api.delete("/api/admin/tariffs/%2B88299");
        api.delete("/api/admin/settings/whom-to-ask");
        house.page.context().close();
    }

    @Test
    void agentThatIsAdded_logsInUntilDeleted() {
        house.open("agents");
        house.button("Lisää agentti").click();
        house.fill(Map.of(
                "username", "paula.admin", "name", "Paula Uusi", "extension", "7801", "password", "paula.admin"));
        house.save();
        assertThat(house.said()).containsText("Paula Uusi");
        assertThat(Api.loggedIn(stage.http(), "paula.admin")
                        .get("/api/me")
                        .body()
                        .path("extension")
                        .asText())
                .isEqualTo("7801");
        house.page.fill("#admin-search", "paula");
        assertThat(house.rows()).hasCount(1);
        house.button("Poista Paula Uusi").click();
        house.dialog().locator("button.danger").click();
        assertThat(house.said()).containsText("Poistettu");
        assertThat(Api.anonymous(stage.http())
                        .post("/api/session", Map.of("username", "paula.admin", "password", "paula.admin"))
                        .status())
                .isEqualTo(401);
        house.open("audit");
        house.page.selectOption("#audit-subject", "agent");
        assertThat(house.rows().filter(text("paula.admin")).first()).containsText(Stage.ADMIN);
    }

    @Test
    void extensionOfSomebodyElse_isRefusedAtItsField() {
        house.open("users");
        house.button("Lisää käyttäjä").click();
        house.fill(Map.of("number", "1204", "name", "Toinen", "contact", "ei osoite"));
        house.save();
        assertThat(house.error("number")).hasText("Tämä on jo käytössä.");
        assertThat(house.error("contact")).hasText("Tätä ei voi käyttää: tarkista muoto.");
        assertThat(house.page.locator("#field-number")).isFocused();
        house.screenshot("portal-admin-refused");
    }

    @Test
    void overtakenForm_namesWhoWasFasterAndKeepsWhatWasTyped() {
        api.post("/api/admin/users", Map.of("number", "7802", "name", "Alku", "contact", "sip:7802@127.0.0.1:7999"));
        house.open("users/7802");
        house.fill(Map.of("name", "Minun"));
        api.put("/api/admin/users/7802", Map.of("name", "Toisen", "contact", "sip:7802@127.0.0.1:7998", "version", 0));
        house.save();
        assertThat(house.dialog().locator(".error")).containsText(Stage.ADMIN + " muutti tätä");
        house.button("Hae uudet tiedot").click();
        assertThat(house.page.locator("#field-contact")).hasValue("sip:7802@127.0.0.1:7998");
        house.save();
        assertThat(house.said()).containsText("Minun");
    }

    @Test
    void tariff_isThePriceBeforeTheTransfer() throws IOException {
        house.open("tariffs");
        house.button("Lisää hinta").click();
        house.fill(Map.of("prefix", "+88299", "name", "Satelliitti", "pricePerMinute", "4,25", "pricePerCall", "0"));
        house.save();
        assertThat(house.said()).containsText("Satelliitti");
        assertThat(house.rows().filter(text("+88299"))).containsText(Pattern.compile("4,25\\s€"));
        Download csv = house.page.waitForDownload(
                () -> house.page.getByText("Tallenna CSV").click());
        assertThat(Files.readString(csv.path())).contains("+88299,Satelliitti,4.25,0");
    }

    @Test
    void setting_countsAtOnceAndGoesBack() {
        house.open("rules");
        Locator rule = house.rule("whom-to-ask");
        rule.locator("input").fill("Paula, 7801");
        rule.getByText("Tallenna").click();
        assertThat(rule.locator(".badge")).hasText("Pääkäyttäjän asettama");
        Locator deadline = house.rule("no-answer-seconds");
        deadline.locator("input").fill("99999");
        deadline.getByText("Tallenna").click();
        assertThat(deadline.locator(".field-error")).hasText("Arvo ei ole sallituissa rajoissa.");
        rule.getByText("Palauta ympäristön arvo").click();
        assertThat(rule.locator("input")).hasValue("");
    }

    @Test
    void trunkAndPhones_areShown() {
        Desk desk = stage.desk();
        try {
            house.open("lines");
            assertThat(house.rows().filter(text("sip:")).first()).isVisible();
            Until.isTrue("a trunk", () -> api.get("/api/admin/trunks").body().size() == 1);
            String trunk =
                    api.get("/api/admin/trunks").body().path(0).path("address").asText();
            assertThat(house.rows().filter(text(trunk))).hasCount(1);
        } finally {
            desk.close();
        }
    }

    @Test
    void chargedTransfer_isOnTheMonthsBill() {
        Phone target = stage.target(Behaviour.answersAfter(Duration.ZERO));
        String tariff = "/api/admin/tariffs/" + URLEncoder.encode(target.user(), StandardCharsets.UTF_8);
        api.post(
                "/api/admin/tariffs",
                Map.of("prefix", target.user(), "name", "Kallis", "pricePerMinute", 0, "pricePerCall", 3.21));
        Desk desk = stage.desk();
        try {
            desk.transfers(desk.answersCallFrom(stage.customer()), "BLIND", target.user());
            target.awaitCall(PhoneCall::connected, Desk.SOON).hangUp();
            String service = desk.agent().inboundNumber();
            Until.isTrue("the bill has it", () -> api.get("/api/reports/billing?month=" + YearMonth.now())
                    .body()
                    .toString()
                    .contains(service));
            house.open("billing");
            house.page.selectOption("#billing-by", "inbound");
            assertThat(house.rows().filter(text(service))).containsText(Pattern.compile("3,21\\s€"));
            house.screenshot("portal-billing");
        } finally {
            desk.close();
            api.delete(tariff);
        }
    }

    @Test
    void policy_showsWhatAgentsMay() {
        house.open("policies");
        assertThat(house.page.getByLabel("Agentti: Matkapuhelin")).isChecked();
        assertThat(house.page.getByLabel("Agentti: Lisämaksullinen numero"))
                .not()
                .isChecked();
        assertThat(house.page.getByLabel("Pääkäyttäjä: Lisämaksullinen numero")).isChecked();
    }

    @Test
    void agent_findsNoAdminsPageAndIsRefusedByTheServer(Chromium chromium) {
        String username = stage.nextAgent().username();
        AdminHouse agents = new AdminHouse(chromium.page(), stage.http());
        agents.logIn(username);
        agents.page.navigate(stage.http() + "/#/agents");
        assertThat(agents.page.locator(".idle")).isVisible();
        assertThat(agents.page.locator("st-admin-agents")).hasCount(0);
        agents.page.context().close();
        Api agent = Api.loggedIn(stage.http(), username);
        for (String path : List.of("agents", "tariffs", "policies", "settings", "audit", "teams")) {
            assertThat(agent.get("/api/admin/" + path).status()).as(path).isEqualTo(403);
        }
    }

    private static Locator.FilterOptions text(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
