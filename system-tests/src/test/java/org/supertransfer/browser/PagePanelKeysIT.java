package org.supertransfer.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
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

    private Locator consult() {
        return portal.page.locator("input[name=consult]");
    }
}
