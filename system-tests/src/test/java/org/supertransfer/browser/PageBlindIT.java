package org.supertransfer.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supertransfer.browser.FakePortal.Reply;

/** A blind transfer: the call is closed, nothing is told, and for a moment it can be pulled back. */
@BrowserTest
class PageBlindIT {
    private PortalPage portal;
    private FakePortal server;

    @BeforeEach
    void begin(Chromium chromium) {
        portal = new PortalPage(chromium.page());
        server = new FakePortal(portal.page);
        server.line.call("CONNECTED");
        server.open();
        portal.transferTo("INBOUND", "Laskutus");
        portal.blind();
        server.line.call("ENDED");
        assertThat(portal.blindCard()).isVisible();
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void blind_closesTheCallAndSaysOnlyTransfer() {
        server.line.message("TRANSFER_STARTED");
        assertThat(portal.blindCard().locator("h2")).hasText("Transfer");
        assertThat(portal.call()).isHidden();
        assertThat(portal.page.locator(".idle")).isVisible();
        assertThat(portal.messages()).isEqualTo(List.of());
    }

    @Test
    void pullBack_cancelsWithTheVersionAndSaysToAnswerThePhone() {
        portal.page.locator(".move-pullback").click();
        FakePortal.Sent cancel =
                server.await("POST /api/transfers/", each -> each.call().endsWith("/cancel"));
        assertThat(cancel.body().path("version").asInt())
                .isEqualTo(server.line.transfer().path("version").asInt());
        assertThat(portal.blindCard()).containsText("Puhelu haetaan takaisin: vastaa puhelimeesi.");
    }

    @Test
    void pullBackThatComesTooLate_saysSo() {
        server.line.transfer().put("state", "CONNECTING").put("version", 999);
        server.next("POST /api/transfers/", Reply.problem(409, "move-rejected"));
        portal.page.locator(".move-pullback").click();
        assertThat(portal.notice()).containsText("Tätä ei voi enää tehdä.");
    }
}
