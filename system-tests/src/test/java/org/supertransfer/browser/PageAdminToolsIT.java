package org.supertransfer.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supertransfer.browser.FakePortal.Reply;
import org.supertransfer.browser.FakePortal.Sent;

/** The admin's pages that are no lists: policy, deadlines, lines, the audit, files, and the month's bill. */
@BrowserTest
class PageAdminToolsIT {
    private AdminDesk desk;

    @BeforeEach
    void logIn(Chromium chromium) {
        desk = new AdminDesk(chromium.page());
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void policy_sendsTheRoleThatWasChanged() {
        desk.open("policies");
        desk.page.getByLabel("Agentti: Lisämaksullinen numero").check();
        desk.button("Tallenna").click();
        Sent sent = desk.server.await("PUT /api/admin/policies/");
        assertThat(sent.call()).endsWith("/agent");
        assertThat(sent.body().path("classes")).hasToString("[\"EMERGENCY\",\"INTERNAL\",\"MOBILE\",\"PREMIUM\"]");
        assertThat(sent.body().path("version").asInt()).isEqualTo(1);
        assertThat(desk.said()).hasText("Numerosäännöt tallennettu.");
        assertThat(desk.server.sent("PUT /api/admin/policies/")).hasSize(1);
    }

    @Test
    void overtakenPolicy_keepsTheTicksOnTopOfTheNewer() {
        desk.open("policies");
        desk.page.getByLabel("Agentti: Lisämaksullinen numero").check();
        desk.admin.put("policies", "{'role':'agent','classes':['INTERNAL','FREE'],'version':5}");
        desk.button("Tallenna").click();
        assertThat(desk.said()).containsText("muutti tätä");
        assertThat(desk.page.getByLabel("Agentti: Maksuton numero")).isChecked();
        assertThat(desk.page.getByLabel("Agentti: Matkapuhelin")).not().isChecked();
        desk.button("Tallenna").click();
        assertThat(desk.said()).hasText("Numerosäännöt tallennettu.");
        assertThat(desk.admin.thing("policies", "agent").path("classes"))
                .hasToString("[\"FREE\",\"INTERNAL\",\"PREMIUM\"]");
    }

    @Test
    void deadline_isChangedWithTheVersionThatWasSeen() {
        desk.open("rules");
        Locator rule = desk.rule("no-answer-seconds");
        assertThat(rule.locator(".badge")).hasText("Pääkäyttäjän asettama");
        assertThat(rule.locator(".hint")).containsText("1–3600");
        rule.locator("input").fill("30");
        rule.getByText("Tallenna").click();
        JsonNode sent =
                desk.server.await("PUT /api/admin/settings/no-answer-seconds").body();
        assertThat(sent.path("value").asInt()).isEqualTo(30);
        assertThat(sent.path("version").asInt()).isEqualTo(2);
        assertThat(rule.locator(".said")).hasText("Tallennettu.");
    }

    @Test
    void deadlineOutOfRange_saysSoAtItsField() {
        desk.server.next(
                "PUT /api/admin/settings/no-answer-seconds",
                new Reply(
                        422,
                        FakePortal.object("{'status':422,'code':'invalid','errors':[{'field':'value',"
                                + "'code':'some-new-code','detail':'from 1 to 3600'}]}")));
        desk.open("rules");
        Locator rule = desk.rule("no-answer-seconds");
        rule.locator("input").fill("0");
        rule.locator("input").press("Enter");
        assertThat(rule.locator(".field-error")).hasText("from 1 to 3600");
        assertThat(rule.locator("input")).hasAttribute("aria-invalid", "true");
        assertThat(rule.locator("input")).isFocused();
        assertThat(rule.locator("input")).hasValue("0");
    }

    @Test
    void trunkThatGoesDown_isSeenByItself() {
        desk.page.clock().install();
        desk.open("lines");
        assertThat(desk.page.locator(".trunk-UP")).hasText("Toimii");
        desk.admin.views.put(
                "trunks", AdminDesk.list("{'address':'10.0.0.1:5060','state':'DOWN','since':null,'registered':false}"));
        desk.page.clock().fastForward(6000);
        assertThat(desk.page.locator(".trunk-DOWN")).hasText("Ei vastaa");
    }

    @Test
    void audit_showsOnlyWhatDiffers() {
        desk.admin.change(
                "aatu",
                "agent",
                "bertta",
                "{'before':{'name':'B','roles':['agent'],'extension':'1202','version':1},"
                        + "'after':{'name':'B','roles':['agent','admin'],'extension':'1202','version':2}}");
        desk.open("audit");
        assertThat(desk.rows().first().locator("dt")).hasText("Roolit");
        assertThat(desk.rows().first().locator("del")).hasText("agent");
        assertThat(desk.rows().first().locator("ins")).hasText("admin, agent");
        desk.page.fill("#audit-actor", "sanna");
        desk.page.selectOption("#audit-subject", "agent");
        desk.server.await("GET /api/admin/audit?page=0&actor=sanna&subject=agent");
    }

    @Test
    void directoryFile_saysWhatItWouldChangeBeforeItDoes() {
        desk.admin.views.put(
                "directory",
                FakePortal.object("{'agents':[{'username':'anna','name':'Anna','roles':['agent','admin']},"
                        + "{'username':'bertta','name':'Bertta'}],'users':[],'inboundNumbers':[]}"));
        desk.open("directory");
        String file = "{\"agents\":[{\"username\":\"anna\",\"name\":\"Anna\",\"roles\":[\"admin\",\"agent\"],"
                + "\"password\":\"x\"},{\"username\":\"bertta\",\"name\":\"Bertta Uusi\"},"
                + "{\"username\":\"daniel\",\"name\":\"Daniel\"}]}";
        desk.choose("house.json", file);
        assertThat(desk.page.locator(".preview")).containsText("Uusia 1, muuttuvia 1, ennallaan 1");
        assertThat(desk.server.sent("PUT /api/admin/directory")).isEmpty();
        desk.button("Tuo nämä").click();
        assertThat(desk.said()).hasText("Tuotu: house.json. Uusia 1, muutettuja 2.");
        assertThat(desk.server.sent("PUT /api/admin/directory").get(0).body()).isEqualTo(FakePortal.object(file));
    }

    @Test
    void wrongDirectoryFile_saysWhere() {
        desk.open("directory");
        desk.choose("broken.json", "{\"agents\": [");
        assertThat(desk.page.locator(".errors")).containsText("broken.json: Tiedosto ei ole kelvollista JSONia.");
        desk.server.next(
                "PUT /api/admin/directory",
                new Reply(
                        422,
                        FakePortal.object("{'status':422,'code':'invalid','errors':[{'field':'agents[0].extension',"
                                + "'code':'taken','detail':'x'}]}")));
        desk.choose("taken.json", "{\"agents\":[{\"username\":\"e\",\"extension\":\"1201\"}]}");
        desk.button("Tuo nämä").click();
        assertThat(desk.page.locator(".errors li")).containsText("agents[0].extension: Tämä on jo käytössä.");
        assertThat(desk.button("Tuo nämä")).isVisible();
    }

    @Test
    void tariffFile_replacesAllAfterOneQuestion() {
        desk.open("tariffs");
        String csv = "prefix,name,pricePerMinute,pricePerCall\n+35840,Mobile,0.07,0\n+358300,Service,0.08,0.1\n";
        desk.choose("prices.csv", csv);
        assertThat(desk.dialog()).containsText("prices.csv on 2 riviä");
        desk.dialog().locator("button.danger").click();
        Sent sent = desk.server.await("PUT /api/admin/tariffs");
        assertThat(sent.body().asText()).isEqualTo(csv);
        assertThat(sent.headers().get("content-type")).startsWith("text/csv");
        assertThat(desk.page.locator("a.button[download]")).hasAttribute("href", "/api/admin/tariffs?format=csv");
    }

    @Test
    void billing_sumsTheMonthAndItsParts() {
        desk.open("billing/2026-11");
        assertThat(desk.page.locator("#billing-month")).hasValue("2026-11");
        assertThat(desk.rows()).hasCount(2);
        assertThat(desk.page.locator("tfoot")).containsText("7,62");
        assertThat(desk.page.locator("tfoot")).containsText("1:07:25");
        assertThat(desk.page.locator("a.button[download]"))
                .hasAttribute("href", "/api/reports/billing?month=2026-11&format=csv");
        desk.page.selectOption("#billing-by", "class");
        assertThat(desk.rows().first()).hasText(Pattern.compile("^\\s*Maksullinen palvelunumero"));
    }
}
