package org.supertransfer.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The keys of the transfer's panel: each does what stands beside it, and the same as a press of the mouse. */
@BrowserTest
class PagePanelKeysIT {
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
    void tickedConsultation_countsForTheKeyToo() {
        portal.transferTo("AGENT", "Bertta");
        portal.page.check("input[name=consult]");
        portal.press("a");
        JsonNode order = server.await("PUT /api/transfers/").body();
        assertThat(order.path("method").asText()).isEqualTo("ATTENDED");
        assertThat(order.path("consult").asBoolean()).isTrue();
    }

    @Test
    void tickedConsultation_isNoneOfABlindTransfer() {
        portal.transferTo("AGENT", "Bertta");
        portal.page.check("input[name=consult]");
        portal.press("b");
        JsonNode order = server.await("PUT /api/transfers/").body();
        assertThat(order.path("method").asText()).isEqualTo("BLIND");
        assertThat(order.path("consult").asBoolean()).isFalse();
    }

    @Test
    void keyBesideTheTick_ticksAndUnticks_andSendsNothing() {
        portal.transferTo("AGENT", "Bertta");
        portal.press("k");
        assertThat(consult()).isChecked();
        assertThat(consult()).isFocused();
        portal.press("k");
        assertThat(consult()).not().isChecked();
        assertThat(server.sent("PUT /api/transfers/")).isEmpty();
    }

    @Test
    void keyOfTheTick_beforeTheMethodsAreShown_showsThemTicked() {
        portal.openTransfer();
        portal.option("Bertta").click();
        assertThat(portal.button("Siirrä")).isFocused();
        portal.press("k");
        assertThat(consult()).isChecked();
        assertThat(consult()).isFocused();
        portal.press("a");
        assertThat(server.await("PUT /api/transfers/").body().path("consult").asBoolean())
                .isTrue();
    }

    @Test
    void tickOfOneTarget_isNotTheNextOnes() {
        portal.transferTo("AGENT", "Bertta");
        portal.press("k");
        assertThat(consult()).isChecked();
        portal.option("Daniel").click();
        portal.go();
        assertThat(consult()).not().isChecked();
        portal.press("a");
        assertThat(server.await("PUT /api/transfers/").body().path("consult").asBoolean())
                .isFalse();
    }

    @Test
    void targetThatGoesOffline_leavesTheFocus_andCannotBeTransferredToBlindly() {
        portal.transferTo("AGENT", "Bertta");
        assertThat(portal.button("Siirrä heti")).isFocused();
        server.presence("bertta", "OFFLINE", 2);
        assertThat(portal.page.locator("#blind-why")).isVisible();
        assertThat(portal.button("Siirrä heti")).isFocused();
        assertThat(portal.button("Siirrä heti"))
                .hasAccessibleDescription(Pattern.compile("Kohde ei ole tavoitettavissa: valitse valvottu siirto\\."));
        portal.press("Enter", "b");
        assertThat(portal.button("Siirrä heti")).isFocused();
        portal.press("a");
        assertThat(server.await("PUT /api/transfers/").body().path("method").asText())
                .isEqualTo("ATTENDED");
        assertThat(server.sent("PUT /api/transfers/")).hasSize(1);
    }

    @Test
    void keysWork_afterAClickOnNothing() {
        server.history.add(FakePortal.object("{'id':'h1','method':'ATTENDED','outcome':'COMPLETED',"
                + "'startedAt':'2026-11-22T10:00:00Z',"
                + "'target':{'type':'AGENT','id':'cecilia','name':'Cecilia Lindström','number':'1203'}}"));
        portal.page.reload();
        portal.openTransfer();
        assertThat(portal.quickTargets()).hasCount(1);
        clickOnNothing();
        portal.press("1");
        assertThat(portal.page.locator(".go-step .to")).containsText("Cecilia Lindström");
        assertThat(portal.button("Siirrä")).isFocused();
        clickOnNothing();
        portal.press("k");
        assertThat(consult()).isChecked();
        clickOnNothing();
        portal.press("a");
        assertThat(server.await("PUT /api/transfers/").body().path("consult").asBoolean())
                .isTrue();
    }

    @Test
    void lettersAfterAClickOnNothing_search_andEscapeCloses() {
        portal.openTransfer();
        assertThat(portal.option("Bertta")).isVisible();
        clickOnNothing();
        portal.press("h", "e");
        assertThat(portal.page.locator("#target-search")).hasValue("he");
        assertThat(server.sent("POST /api/calls/")).isEmpty();
        clickOnNothing();
        portal.press("Escape");
        assertThat(portal.panel()).isHidden();
    }

    @Test
    void keysOnAButtonOfTheCall_areTheCalls_andTheRestThePanels() {
        portal.openTransfer();
        portal.button("Pitoon").click();
        server.await("POST /api/calls/call-1/hold");
        server.line.call("HELD");
        assertThat(portal.button("Jatka puhelua")).isFocused();
        portal.press("h");
        server.await("POST /api/calls/call-1/resume");
        portal.press("Escape");
        assertThat(portal.panel()).isHidden();
    }

    @Test
    void keysOfADialog_areNotThePanels() {
        portal.transferTo("AGENT", "Bertta");
        portal.press("?");
        assertThat(portal.page.locator("dialog.keys")).isVisible();
        portal.press("a", "Escape");
        assertThat(portal.page.locator("dialog.keys")).hasCount(0);
        assertThat(portal.panel()).isVisible();
        assertThat(server.sent("PUT /api/transfers/")).isEmpty();
    }

    @Test
    void keysOfAnotherScreen_areNotThePanels() {
        portal.transferTo("AGENT", "Bertta");
        portal.page.evaluate("() => { location.hash = '#/settings'; }");
        assertThat(portal.page.locator("#time-zone")).isVisible();
        portal.press("a", "Escape");
        portal.page.evaluate("() => { location.hash = '#/call'; }");
        assertThat(portal.panel()).isVisible();
        assertThat(server.sent("PUT /api/transfers/")).isEmpty();
    }

    @Test
    void ofTwoPanels_neitherTakesAKeyThatMayBeTheOthers() {
        server.line.call("next", "CONNECTED", "Matti");
        assertThat(portal.page.locator(".open-transfer")).hasCount(2);
        for (Locator open : portal.page.locator(".open-transfer").all()) {
            open.click();
        }
        assertThat(portal.panel()).hasCount(2);
        portal.page.locator("#main").focus();
        portal.press("Escape");
        portal.press("+");
        assertThat(portal.panel()).hasCount(2);
        assertThat(portal.page.locator("#number")).hasCount(0);
    }

    /** As on any empty place of the panel: the focus goes to what is around it. */
    private void clickOnNothing() {
        portal.page.locator("#panel-title").click();
        assertThat(portal.page.locator("#main")).isFocused();
    }

    private Locator consult() {
        return portal.page.locator("input[name=consult]");
    }
}
