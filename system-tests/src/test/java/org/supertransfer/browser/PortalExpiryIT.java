package org.supertransfer.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Response;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.supertransfer.systemtest.Agent;
import org.supertransfer.systemtest.Stage;

/** A log-in that ends by itself, at a real server whose log-ins are the shortest that it can be told. */
@BrowserTest(whole = true)
class PortalExpiryIT {
    private final PortalPage portal;

    PortalExpiryIT(Chromium chromium) {
        portal = new PortalPage(chromium.page());
    }

    @Test
    void logInThatNobodyUses_isWarnedOf_putOff_andEndsWithItsReason() {
        try (Stage stage = Stage.open("server-expiry", Map.of("ST_SESSION_SECONDS", "10"))) {
            Agent agent = stage.nextAgent();
            portal.page.navigate(stage.http() + "/#/settings");
            portal.logIn(agent.username(), agent.username());
            assertThat(heading("Asetukset")).isVisible();

            assertThat(warning()).isVisible();
            Instant end = end(portal.page.waitForResponse("**/api/me", () -> portal.page.evaluate("fetch('/api/me')")));
            Response stays = portal.page.waitForResponse(
                    "**/api/session", () -> portal.button("Pysy kirjautuneena").click());
            assertThat(end(stays)).isAfter(end);
            assertThat(warning()).isHidden();
            assertThat(heading("Asetukset")).isVisible();

            Response told = portal.page.waitForResponse(
                    answer -> answer.status() == 401,
                    () -> assertThat(portal.page.locator(".login-card .why")).containsText("et tehnyt mitään"));
            assertThat(told.headerValue("content-type")).startsWith("application/problem+json");
            portal.logIn(agent.username(), agent.username());
            assertThat(heading("Asetukset")).isVisible();
        } finally {
            portal.close();
        }
    }

    private static Instant end(Response answer) {
        return Instant.parse(answer.headerValue("session-ends"));
    }

    private Locator warning() {
        return portal.page.locator(".banner.expiry");
    }

    private Locator heading(String name) {
        return portal.page.locator("h1").filter(new Locator.FilterOptions().setHasText(name));
    }
}
