package org.supertransfer.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Response;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.supertransfer.systemtest.Agent;
import org.supertransfer.systemtest.ServerExtension;
import org.supertransfer.systemtest.Stage;

/** Log-ins at the real server, in real pages: a password changed, guesses, and an end that can be put off. */
@BrowserTest(whole = true)
@ExtendWith(ServerExtension.class)
class PortalSessionIT {
    private final Stage stage;
    private final Agent agent;
    private final PortalPage portal;
    private final PortalPage elsewhere;

    PortalSessionIT(Stage stage, Chromium chromium) {
        this.stage = stage;
        this.agent = stage.nextAgent();
        this.portal = new PortalPage(chromium.page());
        this.elsewhere = new PortalPage(chromium.page());
    }

    @AfterEach
    void close() {
        portal.page.context().close();
        elsewhere.page.context().close();
    }

    @Test
    void changedPassword_endsTheOtherSessions_andCountsFromThenOn() {
        logIn(portal);
        assertThat(header(portal)).isVisible();
        logIn(elsewhere);
        assertThat(header(elsewhere)).isVisible();
        portal.page.navigate(stage.http() + "/#/settings");
        change("guess", "a new password");
        assertThat(portal.page.locator("#password-old-error")).hasText("Nykyinen salasana ei ole oikein.");
        change(agent.username(), "a new password");
        assertThat(portal.page.locator("st-password .done")).isVisible();

        assertThat(elsewhere.page.locator(".login-card .why")).containsText("Istunto päättyi muualta");
        elsewhere.logIn(agent.username(), agent.username());
        assertThat(elsewhere.page.locator(".login-card .error")).hasText("Väärä tunnus tai salasana.");
        elsewhere.logIn(agent.username(), "a new password");
        assertThat(header(elsewhere)).isVisible();
        portal.page.reload();
        assertThat(header(portal)).isVisible();
    }

    @Test
    void guesses_makeThePageWait_andSaySo() {
        portal.page.navigate(stage.http() + "/");
        portal.page.locator("#username").waitFor();
        Response answer = guess();
        // The fifth is the first to be followed by a wait; on a slow machine that one has passed before the next guess.
        for (int i = 0; i < 10 && answer.status() == 401; i++) {
            answer = guess();
        }
        assertThat(answer.status()).isEqualTo(429);
        assertThat(Integer.parseInt(answer.headerValue("retry-after"))).isBetween(1, 8);
        assertThat(portal.page.locator(".login-card button.primary")).containsText("Odota");
        assertThat(portal.button("Kirjaudu")).isVisible();
        portal.logIn(agent.username(), agent.username());
        assertThat(header(portal)).isVisible();
    }

    @Test
    void everyAnswer_saysWhenTheLogInEnds() {
        logIn(portal);
        assertThat(header(portal)).isVisible();
        Instant read = end("GET", "/api/me");
        assertThat(end("GET", "/api/calls")).isEqualTo(read);
        assertThat((String) portal.page.evaluate("async () => (await (await fetch('/api/me')).json()).sessionEndsAt"))
                .startsWith(end("GET", "/api/me").toString().substring(0, 19));
    }

    private Instant end(String method, String path) {
        return Instant.parse((String) portal.page.evaluate(
                "async ([method, path]) => (await fetch(path, { method, headers: { 'X-Requested-With': 'test' } }))"
                        + ".headers.get('Session-Ends')",
                new String[] {method, path}));
    }

    private void logIn(PortalPage page) {
        page.page.navigate(stage.http() + "/");
        page.page.locator("#username").waitFor();
        page.logIn(agent.username(), agent.username());
    }

    private Response guess() {
        return portal.page.waitForResponse("**/api/session", () -> portal.logIn(agent.username(), "guess"));
    }

    private void change(String old, String wanted) {
        portal.page.fill("#password-old", old);
        portal.page.fill("#password-new", wanted);
        portal.page.fill("#password-again", wanted);
        portal.button("Vaihda salasana").click();
    }

    private static Locator header(PortalPage page) {
        return page.page.locator("st-header");
    }
}
