package org.supertransfer.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.supertransfer.phones.Behaviour;
import org.supertransfer.phones.Phone;
import org.supertransfer.systemtest.Stage;

/** The server crashes in the middle of a transfer and starts again: what the agent's page tells meanwhile and after. */
@BrowserTest(whole = true)
class PortalRestartIT {
    @Test
    void crashInAConsultation_isToldAndTheTransferIsEndedInTheHistory(Chromium chromium) {
        try (Stage stage = Stage.open("portal-restart", Map.of())) {
            PortalDesk anna = PortalDesk.open(stage, chromium);
            PortalPage portal = anna.portal;
            Phone target = stage.target(Behaviour.answersAfter(Duration.ofMillis(300)));
            anna.called(stage.customer());
            portal.transferToNumber(target.user());
            portal.consult();
            assertThat(portal.progress().locator("h2")).hasText("Puhut kohteen kanssa");
            CompletableFuture<Void> restart = CompletableFuture.runAsync(() -> crash(stage));
            assertThat(portal.page.locator(".banner.lost")).containsText("Puheesi kulkee silti.");
            assertThat(portal.progress()).isVisible();
            restart.join();
            assertThat(portal.page.locator(".banner.lost"))
                    .isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(30_000));
            assertThat(portal.call()).isHidden();
            assertThat(portal.page.locator(".idle")).isVisible();
            assertThat(portal.page.locator("header .who")).isVisible();
            assertThat(portal.history().first().locator(".badge").first()).hasText("Epäonnistui");
            portal.close();
        }
    }

    private static void crash(Stage stage) {
        try {
            stage.server().crashAndRestart();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
