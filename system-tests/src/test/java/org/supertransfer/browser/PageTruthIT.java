package org.supertransfer.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an agent is told before the press: who can be reached and how fast, and what it costs; and afterwards, what it cost. */
@BrowserTest
class PageTruthIT {
    /** How often a page asks what a transfer has cost. */
    private static final int CALM = 30_000;

    private PortalPage portal;
    private FakePortal server;

    @BeforeEach
    void open(Chromium chromium) {
        portal = new PortalPage(chromium.page());
        server = new FakePortal(portal.page);
        server.line.call("CONNECTED");
        server.open();
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void agents_showSinceWhenAndHowTheyAnswered() {
        portal.openTransfer();
        assertThat(portal.option("Bertta").locator(".badge")).hasText("Vapaa 12 min");
        assertThat(portal.option("Cecilia").locator(".badge")).hasText("Varattu 2 t");
        assertThat(portal.option("Ville").locator(".badge")).hasText("Ei tavoitettavissa 3 pv");
        assertThat(portal.option("Bertta").locator(".target-answered")).hasText("vastasi 7/10 · 6 s");
        portal.option("Bertta").click();
        assertThat(portal.page.locator("#go-why"))
                .containsText("Vastasi 7 kertaa viimeisestä 10 siirrosta, yleensä 6 sekunnissa");
    }

    @Test
    void inboundNumber_showsItsQueueAndWhoIsFree() {
        portal.openTransfer();
        portal.chooseType("INBOUND");
        assertThat(portal.option("Laskutus")).containsText("3 jonossa");
        assertThat(portal.option("Laskutus").locator("st-timer")).hasText(Pattern.compile("1:(3[5-9]|[45]\\d)"));
        assertThat(portal.option("Laskutus")).containsText("0 vapaana");
        assertThat(portal.option("Laskutus").locator(".target-answered")).hasText("vastasi 0/4");
    }

    @Test
    void usersPhone_isNotCalledFree_forNobodyKnows() {
        portal.openTransfer();
        portal.chooseType("USER");
        assertThat(portal.option("Ulla")).isVisible();
        assertThat(portal.option("Ulla").locator(".badge")).hasCount(0);
    }

    @Test
    void numberWithoutAKnownPrice_saysSo() {
        number("0401234567");
        assertThat(portal.page.locator(".fact")).containsText("Hinta ei tiedossa");
        number("1301");
        assertThat(portal.page.locator(".fact")).containsText("Sisäinen numero");
        assertThat(portal.page.locator(".fact .badge")).hasCount(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0300123123; 0,0835\u00a0€/min + 0,05\u00a0€/puhelu",
                "020012345; 2,00\u00a0€/puhelu",
                "0501234567; 0,09\u00a0€/min"
            })
    void price_isThatOfTheMinuteAndThatOfTheCall(String number, String price) {
        number(number);
        assertThat(portal.page.locator(".fact .price")).hasText(price);
        assertThat(portal.page.locator("#go-why .price")).hasText(price);
        portal.button("Siirrä").click();
        portal.page.locator("st-methods, .second-look").waitFor();
        assertThat(portal.page.locator(".second-look .price"))
                .hasText(number.startsWith("05") ? new String[0] : new String[] {price});
    }

    @Test
    void refusedNumber_saysWhomToAsk() {
        number("0600123123");
        assertThat(portal.page.locator(".fact-no")).containsText("Lisämaksullisiin numeroihin ei saa siirtää.");
        assertThat(portal.page.locator(".fact-ask")).hasText("Kysy esimieheltäsi.");
        server.directory.whomToAsk = "Kysy <b>Sannalta</b>, 1210.";
        number("0600999999");
        assertThat(portal.page.locator(".fact-ask")).hasText("Kysy <b>Sannalta</b>, 1210.");
        assertThat(portal.page.locator(".fact-ask b")).hasCount(0);
    }

    @Test
    void serviceNumber_takesASecondLook_byKeyboardToo() {
        number("0300123123");
        portal.page.locator(".fact-ok").waitFor();
        portal.press("Enter", "Enter");
        assertThat(portal.secondLook()).containsText("Tämä numero laskutetaan erikseen");
        assertThat(portal.secondLook()).containsText("0,0835\u00a0€/min");
        assertThat(portal.button("Oikea numero, jatka")).isFocused();
        Accessibility.assertNoViolation(portal.page, "second look");
        portal.press("a");
        assertThat(portal.page.locator("st-methods")).isHidden();
        portal.press("Enter");
        assertThat(portal.button("Siirrä heti")).isFocused();
        assertThat(server.sent("PUT /api/transfers/")).isEmpty();
        portal.press("a");
        server.await("PUT /api/transfers/");
    }

    @Test
    void secondLookThatIsTakenBack_transfersNothing() {
        number("0300123123");
        portal.page.locator(".fact-ok").waitFor();
        portal.button("Siirrä").click();
        portal.button("Takaisin").click();
        assertThat(portal.secondLook()).isHidden();
        assertThat(portal.button("Siirrä")).isFocused();
        assertThat(server.sent("PUT /api/transfers/")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0.21; 60; false; Siirron hinta 0,21\u00a0€",
                "0.5; 60; true; Siirron hinta 0,50\u00a0€, laskutetaan erikseen",
                "; 60; true; Laskutus erikseen, hinta ei ole tiedossa",
                "; 60; false; Siirron hinta ei ole tiedossa",
                "; ; true; Laskutus erikseen, hinta selviää, kun puhelu päättyy",
                "; ; false; Siirron hinta selviää, kun puhelu päättyy"
            })
    void externalTransfer_endsWithItsCost(
            @Nullable BigDecimal cost, @Nullable Integer seconds, boolean charged, String line) {
        portal.transferToNumber("0401234567");
        portal.attended();
        server.await("PUT /api/transfers/");
        server.line.transfer().put("cost", cost).put("billedSeconds", seconds).put("chargedSeparately", charged);
        server.line.end("COMPLETED", "");
        server.line.call("ENDED");
        assertThat(portal.progress().locator(".cost")).hasText(line);
        ObjectNode past = server.line.transfer().deepCopy();
        server.history.add(past);
        portal.page.reload();
        assertThat(portal.history().locator(".cost")).hasText(line);
    }

    @Test
    void blindTransfer_tellsItsCostWhenItIsKnown_andAsksNoLonger() {
        ObjectNode past = FakePortal.object("{'id':'t1','callId':'call-0','method':'BLIND','state':'COMPLETED',"
                + "'outcome':'COMPLETED','version':4,'startedAt':'2026-11-22T10:00:00Z',"
                + "'target':{'type':'NUMBER','number':'0401234567'}}");
        server.history.add(past);
        portal.page.clock().install();
        portal.page.reload();
        assertThat(portal.history().locator(".cost")).hasText("Siirron hinta selviää, kun puhelu päättyy");
        portal.page.clock().fastForward(1000);
        portal.page.waitForTimeout(1000);
        past.put("version", 5).put("billedSeconds", 60);
        portal.page.clock().fastForward(CALM);
        assertThat(portal.history().locator(".cost")).hasText("Siirron hinta ei ole tiedossa");
        int asked = server.sent("GET /api/transfers").size();
        portal.page.clock().fastForward(10 * CALM);
        portal.page.waitForTimeout(500);
        assertThat(server.sent("GET /api/transfers")).hasSize(asked);
    }

    @Test
    void endedTransfer_showsTheNewestThatIsKnownOfIt() {
        portal.page.clock().install();
        portal.page.reload();
        portal.transferToNumber("0401234567");
        portal.attended();
        server.await("PUT /api/transfers/");
        server.line.end("COMPLETED", "");
        server.line.call("ENDED");
        assertThat(portal.progress().locator(".cost")).hasText("Siirron hinta selviää, kun puhelu päättyy");
        server.history.add(server.line.transfer().deepCopy().put("version", 99).put("cost", 0.21));
        portal.page.clock().fastForward(CALM);
        assertThat(portal.history().locator(".cost")).hasText("Siirron hinta 0,21\u00a0€");
        assertThat(portal.progress().locator(".cost")).hasText("Siirron hinta 0,21\u00a0€");
        server.line.transfer().put("cost", 0.5);
        for (int version = 0; version < 100; version++) {
            server.line.state("COMPLETED");
        }
        assertThat(portal.history().locator(".cost")).hasText("Siirron hinta 0,50\u00a0€");
    }

    @Test
    void serviceNumberThatIsBusy_hasNoCost() {
        portal.transferToNumber("0300123123");
        portal.attended();
        server.await("PUT /api/transfers/");
        server.line.transfer().put("chargedSeparately", true);
        server.line.message("TRANSFER_FAILED", "busy");
        server.line.end("RETURNED", "busy");
        assertThat(portal.returned()).isVisible();
        assertThat(portal.page.locator(".cost")).hasCount(0);
    }

    @Test
    void transferInTheHouse_hasNoCost() {
        portal.transferTo("AGENT", "Bertta");
        portal.attended();
        server.await("PUT /api/transfers/");
        server.line.end("COMPLETED", "");
        server.line.call("ENDED");
        assertThat(portal.progress()).hasAttribute("data-state", "COMPLETED");
        assertThat(portal.page.locator(".cost")).hasCount(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"112", "1 1 2", "+358112", "0112", "00358 112", "112#"})
    void emergencyNumber_isGuardedInEverySpelling(String spelling) {
        number(spelling);
        assertThat(portal.page.locator(".emergency"))
                .containsText(
                        "Hätäkeskus paikantaa soittajan hänen omasta puhelustaan. Pyydä asiakasta soittamaan itse 112.");
        portal.press("Enter");
        assertThat(portal.page.locator("input[name=confirmed]")).isFocused();
        portal.press("Space", "Enter", "b");
        assertThat(portal.page.locator("#blind-why")).hasText("Hätänumeroon siirretään vain valvotusti.");
        assertThat(server.sent("PUT /api/transfers/")).isEmpty();
        portal.press("a");
        JsonNode order = server.await("PUT /api/transfers/").body();
        assertThat(order.path("confirmed").asBoolean()).isTrue();
        assertThat(order.path("method").asText()).isEqualTo("ATTENDED");
    }

    private void number(String number) {
        if (!portal.panel().isVisible()) {
            portal.openTransfer();
            portal.chooseType("NUMBER");
        }
        portal.page.fill("#number", number);
    }
}
