package org.supertransfer.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supertransfer.browser.FakePortal.Reply;

/** Log-in, the agent's state and language, and a call before any transfer. */
@BrowserTest
class PageCallIT {
    private PortalPage portal;
    private FakePortal server;

    @BeforeEach
    void open(Chromium chromium) {
        portal = new PortalPage(chromium.page());
        server = new FakePortal(portal.page);
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void wrongPassword_saysSoAndStays() {
        server.loggedIn = false;
        server.open();
        portal.logIn("anna", "wrong");
        assertThat(portal.page.locator(".login .error")).hasText("Väärä tunnus tai salasana.");
        assertThat(portal.page.locator("#password")).isFocused();
    }

    @Test
    void rightPassword_opensTheDesk() {
        server.loggedIn = false;
        server.open();
        portal.logIn("anna", "anna");
        assertThat(portal.page.locator("header .name")).hasText("Anna Virtanen");
        assertThat(portal.page.locator(".idle h1")).hasText("Valmiina");
    }

    @Test
    void everyChangingRequest_carriesTheHeaderAgainstForgery() {
        server.open();
        portal.button("Poissa").click();
        assertThat(server.await("PUT /api/me/state").headers()).containsKey("x-requested-with");
        assertThat(server.await("PUT /api/me/state").body().path("state").asText())
                .isEqualTo("AWAY");
        assertThat(portal.page.locator(".idle h1")).hasText("Poissa");
    }

    @Test
    void languageChoice_switchesEveryWordAtOnceAndIsKept() {
        server.open();
        server.line.call("CONNECTED");
        assertThat(portal.call().locator(".call-state")).hasText("Puhelussa");
        portal.button("Svenska").click();
        assertThat(portal.call().locator(".call-state")).hasText("I samtal");
        portal.button("English").click();
        assertThat(portal.call().locator(".call-state")).hasText("On a call");
        assertThat(portal.page.locator("html")).hasAttribute("lang", "en");
        assertThat(server.await(
                                "PUT /api/me/language",
                                sent -> sent.body().path("language").asText().equals("en"))
                        .call())
                .isEqualTo("PUT /api/me/language");
    }

    @Test
    void endedSession_leadsBackToTheLogIn() {
        server.open();
        assertThat(portal.page.locator(".idle")).isVisible();
        server.next("PUT /api/me/state", Reply.problem(401, "not-logged-in"));
        portal.button("Poissa").click();
        assertThat(portal.page.locator("#username")).isFocused();
    }

    @Test
    void logOut_endsTheSession() {
        server.open();
        portal.button("Kirjaudu ulos").click();
        assertThat(portal.page.locator("#username")).isVisible();
        assertThat(server.sent("DELETE /api/session")).hasSize(1);
    }

    @Test
    void incomingCall_ringsAnswersHoldsAndEnds() {
        server.open();
        assertThat(portal.page.locator(".idle")).isVisible();
        server.line.call("RINGING");
        assertThat(portal.call().locator(".call-state")).hasText("Puhelu tulossa");
        assertThat(portal.call().locator("h1")).hasText("Maija Meikäläinen");
        assertThat(portal.call().locator(".via")).containsText("Laskutus");
        assertThat(portal.page).hasTitle(Pattern.compile("Puhelu tulossa: Maija"));
        server.line.call("CONNECTED");
        assertThat(portal.call().locator(".clock")).hasText(Pattern.compile("0:0[1-9]"));
        portal.button("Pitoon").click();
        server.await("POST /api/calls/call-1/hold");
        server.line.call("HELD");
        assertThat(portal.call().locator(".call-state")).hasText("Pidossa");
        portal.button("Jatka puhelua").click();
        server.await("POST /api/calls/call-1/resume");
        portal.button("Katkaise").click();
        server.await("POST /api/calls/call-1/hangup");
        server.line.call("ENDED");
        assertThat(portal.page.locator(".idle")).isVisible();
    }

    @Test
    void hangUp_doesNotWaitForTheHoldBeforeIt() {
        server.open();
        server.line.call("CONNECTED");
        server.next("POST /api/calls/call-1/hold", Reply.NOT_YET);
        portal.button("Pitoon").click();
        server.await("POST /api/calls/call-1/hold");
        portal.button("Katkaise").click();
        server.await("POST /api/calls/call-1/hangup");
    }

    @Test
    void secondPress_whileTheFirstIsUnderWay_isTheSameOrWaitsForItsTurn() {
        server.open();
        server.next(
                "PUT /api/me/state",
                Reply.NOT_YET,
                new Reply(200, server.me.deepCopy().put("version", 3)));
        portal.button("Poissa").click();
        portal.button("Poissa").click();
        portal.button("Vapaana").click();
        assertThat(server.sent("PUT /api/me/state")).hasSize(1);
        server.answerNow(new Reply(
                200,
                server.me.deepCopy().put("state", "AWAY").put("wanted", "AWAY").put("version", 2)));
        server.await(
                "PUT /api/me/state", sent -> sent.body().path("state").asText().equals("AVAILABLE"));
        assertThat(portal.page.locator(".choice-AVAILABLE")).hasAttribute("aria-pressed", "true");
        assertThat(server.sent("PUT /api/me/state")).hasSize(2);
    }

    @Test
    void hostileName_isShownAsTextAndRunsNothing() {
        String hostile = "<img src=x onerror=\"document.title='hacked'\"><script>alert(1)</script>";
        server.open();
        server.line.call("CONNECTED", hostile);
        assertThat(portal.call().locator("h1")).hasText(hostile);
        assertThat(portal.call().locator("h1 img, h1 script")).hasCount(0);
        assertThat(portal.page.title()).doesNotStartWith("hacked");
    }

    @Test
    void numberInTheBox_placesACall() {
        server.open();
        portal.page.fill("#dial", "0401000001");
        portal.button("Soita").click();
        assertThat(server.await("POST /api/calls").body().path("to").asText()).isEqualTo("0401000001");
        assertThat(portal.call().locator(".call-state")).hasText("Soitetaan…");
    }

    @Test
    void refusedCall_saysWhyInWords() {
        server.open();
        server.next("POST /api/calls", Reply.problem(409, "no-phone"));
        portal.page.fill("#dial", "0401000001");
        portal.button("Soita").click();
        assertThat(portal.notice()).containsText("Puhelimesi ei ole yhteydessä.");
    }

    @Test
    void unknownProblem_showsTheServersOwnSentence() {
        server.open();
        server.next("PUT /api/me/state", Reply.problem(503, "something-new"));
        portal.button("Poissa").click();
        assertThat(portal.notice()).containsText("in English");
    }

    @Test
    void todaysTransfers_areListedWithOutcomeAndCharge() {
        server.history.add(FakePortal.object("{'id':'h1','method':'ATTENDED','outcome':'RETURNED','reason':'busy',"
                + "'startedAt':'2026-11-22T09:30:00Z','chargedSeparately':true,"
                + "'target':{'type':'NUMBER','number':'0300123123'}}"));
        server.open();
        Locator entry = portal.history();
        assertThat(entry).containsText("0300123123");
        assertThat(entry).containsText("Palautui");
        assertThat(entry).containsText("Kohde on varattu");
        assertThat(entry).containsText("Erikseen laskutettava");
        assertThat(entry.locator("time")).hasText("11.30.00");
    }

    @Test
    void narrowScreen_needsNoSidewaysScrolling(Chromium chromium) {
        Page narrow = chromium.page(360, 740);
        FakePortal its = new FakePortal(narrow);
        PortalPage page = new PortalPage(narrow);
        its.open();
        its.line.call("CONNECTED");
        page.transferTo("AGENT", "Bertta");
        assertThat(narrow.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
        page.screenshot("mock-narrow-panel");
        page.consult();
        its.line.state("CONSULTING");
        assertThat(page.progress()).isVisible();
        assertThat(narrow.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
        page.screenshot("mock-narrow-consult");
        page.close();
    }
}
