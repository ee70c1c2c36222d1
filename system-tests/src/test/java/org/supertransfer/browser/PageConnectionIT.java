package org.supertransfer.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The line to the server breaks; the page says so, comes back by itself, and shows what is true then. */
@BrowserTest
class PageConnectionIT {
    private PortalPage portal;
    private FakePortal server;

    @BeforeEach
    void open(Chromium chromium) {
        portal = new PortalPage(chromium.page());
        server = new FakePortal(portal.page);
        server.line.call("CONNECTED");
        server.open();
        assertThat(portal.call()).isVisible();
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void lostLine_isSaidAndComesBackWithTheTruth() {
        server.reachable = false;
        server.drop();
        assertThat(portal.page.locator(".banner.lost")).containsText("Yhteys palvelimeen katkesi.");
        assertThat(portal.call()).isVisible();
        server.line.call("ENDED");
        server.reachable = true;
        assertThat(portal.page.locator(".banner.back")).hasText("Yhteys palautui");
        assertThat(portal.call()).isHidden();
        assertThat(portal.page.locator(".idle")).isVisible();
    }

    @Test
    void transferThatWentOnMeanwhile_isShownWithAllItsMessagesOnce() {
        portal.transferTo("AGENT", "Bertta");
        portal.attended();
        assertThat(portal.progress()).isVisible();
        server.line.message("TRANSFER_STARTED");
        server.reachable = false;
        server.drop();
        assertThat(portal.page.locator(".banner.lost")).isVisible();
        server.line.message("TRANSFER_FAILED", "busy");
        server.line.message("RECONNECTING");
        server.line.end("RETURNED", "busy");
        server.line.message("RETURNED");
        server.reachable = true;
        assertThat(portal.returned()).isVisible();
        assertThat(portal.page.locator(".message-text")).hasText(new String[] {
            "Transfer", "Transfer epäonnistui", "Uudelleen yhdistetään puhelu", "Puhelu palautui sinulle"
        });
    }

    @Test
    void reload_showsTheSameCallAndTransfer() {
        portal.transferTo("USER", "Ulla");
        portal.consult();
        server.line.state("CONSULTING");
        server.line.message("TARGET_ANSWERED");
        portal.page.reload();
        assertThat(portal.progress()).hasAttribute("data-state", "CONSULTING");
        assertThat(portal.page.locator(".message-text")).hasText(new String[] {"Kohde vastasi"});
        assertThat(portal.button("Yhdistä")).isVisible();
    }

    @Test
    void serverThatIsDownAtFirst_isWaitedFor() {
        server.reachable = false;
        portal.page.reload();
        assertThat(portal.page.locator(".waiting h1")).hasText("Palvelin ei vastaa. Yritetään uudelleen…");
        server.reachable = true;
        assertThat(portal.call()).isVisible();
    }

    @Test
    void newerPageOfTheServer_isOfferedInACall_andTakenAfterIt() {
        String[] version = {"1"};
        portal.page.route(
                "**/shell.json",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody("{\"version\":\"" + version[0] + "\",\"files\":[]}")));
        portal.page.waitForResponse("**/shell.json", () -> portal.page.reload());
        assertThat(portal.call()).isVisible();
        portal.page.evaluate("() => { window.old = true; }");
        version[0] = "2";
        server.drop();
        assertThat(portal.page.locator(".banner.outdated")).containsText("Sivusta on uusi versio.");
        assertThat(portal.call()).isVisible();
        server.line.call("ENDED");
        portal.page.waitForFunction("() => !window.old");
        assertThat(portal.page.locator(".idle")).isVisible();
        assertThat(portal.page.locator(".banner.outdated")).isHidden();
    }

    @Test
    void lineThatDiedWithoutAWord_isReplaced_whateverRestAnswers() {
        withItsOwnClock();
        server.mute();
        server.line.call("HELD");
        later(61);
        assertThat(portal.call().locator(".call-state")).hasText("Pidossa");
        assertThat(portal.page.locator(".banner.back")).hasText("Yhteys palautui");
    }

    @Test
    void quietLine_isKept_whileTheServerSaysThatItIsThere() {
        withItsOwnClock();
        int lines = server.lines;
        for (int i = 0; i < 4; i++) {
            later(25);
            server.push(FakePortal.object("{'type':'alive'}"));
        }
        server.line.call("HELD");
        assertThat(portal.call().locator(".call-state")).hasText("Pidossa");
        assertThat(server.lines).isEqualTo(lines);
    }

    @Test
    void pageThatWakes_doesNotWaitForALineThatIsMuteForTooLong() {
        withItsOwnClock();
        server.mute();
        server.line.call("HELD");
        later(36);
        assertThat(portal.call().locator(".call-state")).hasText("Puhelussa");
        portal.page.evaluate("() => document.dispatchEvent(new Event('visibilitychange'))");
        assertThat(portal.call().locator(".call-state")).hasText("Pidossa");
    }

    @Test
    void logOutElsewhere_leadsToTheLogIn() {
        server.loggedIn = false;
        server.drop();
        assertThat(portal.page.locator("#username")).isVisible();
    }

    private void withItsOwnClock() {
        portal.page.clock().install();
        portal.page.reload();
        assertThat(portal.call()).isVisible();
    }

    /** So many seconds at once, and what was asked for in them has been answered. */
    private void later(int seconds) {
        portal.page.clock().fastForward(seconds * 1000L);
        portal.page.evaluate("() => fetch('/api/me').then(() => {})");
    }
}
