package org.supertransfer.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supertransfer.browser.FakePortal.Reply;

/** The log-in's life as the page tells it: its end, what stands before it, and the password. */
@BrowserTest
class PageSessionIT {
    private PortalPage portal;
    private FakePortal server;

    @BeforeEach
    void prepare(Chromium chromium) {
        portal = new PortalPage(chromium.page());
        server = new FakePortal(portal.page);
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void nearEnd_isTold_andPutOffByOnePress() {
        portal.page.clock().install();
        endsIn(3600);
        server.next("PUT /api/session", Reply.NOT_YET);
        open();
        assertThat(warning()).isHidden();
        portal.page.clock().fastForward("56:00");
        assertThat(warning()).containsText("Istuntosi päättyy kello");
        assertThat(warning()).not().containsText("Puheesi kulkee silti.");
        noViolations();
        portal.button("Pysy kirjautuneena").click();
        server.await("PUT /api/session");
        endsIn(43_200);
        server.answerNow(new Reply(204, null));
        assertThat(warning()).isHidden();
    }

    @Test
    void farEnd_isNotTold() {
        endsIn(43_200);
        open();
        assertThat(warning()).isHidden();
    }

    @Test
    void endDuringACall_isExplained_voiceGoesOn_sameScreenAfterwards() {
        server.line.call("CONNECTED");
        endsIn(3);
        open();
        assertThat(portal.call()).isVisible();
        portal.page.navigate("http://portal.test/#/history");
        assertThat(portal.page.locator("st-past h1")).isVisible();
        assertThat(why()).hasText(new String[] {
            "Istunto päättyi, koska et tehnyt mitään pitkään aikaan. Kirjaudu uudelleen, niin pääset takaisin samaan"
                    + " näkymään.",
            "Puhelusi jatkuu: ääni kulkee puhelimessasi, vaikka et näe sitä tässä."
        });
        noViolations();
        endsIn(43_200);
        portal.logIn("anna", "anna");
        assertThat(portal.page.locator("st-past h1")).isVisible();
        assertThat(portal.page.locator(".call-bar")).isVisible();
    }

    @Test
    void endThatAnotherTabMade_isNoExpiry() {
        endsIn(43_200);
        open();
        server.loggedIn = false;
        server.drop();
        assertThat(why()).containsText(new String[] {"Istunto päättyi muualta"});
    }

    @Test
    void logOutOfOnesOwn_needsNoExplanation() {
        open();
        portal.button("Kirjaudu ulos").click();
        assertThat(portal.page.locator("#username")).isFocused();
        assertThat(why()).hasCount(0);
    }

    @Test
    void tooManyWrongPasswords_areCountedDown() {
        server.loggedIn = false;
        server.open();
        server.headers.put("Retry-After", "2");
        server.next("POST /api/session", Reply.problem(429, "too-many-attempts"));
        portal.logIn("anna", "guess");
        assertThat(portal.page.locator(".login-card .error")).containsText("Liian monta väärää yritystä.");
        assertThat(portal.button("Odota 2 s").or(portal.button("Odota 1 s"))).isVisible();
        portal.page.fill("#password", "anna");
        portal.page.keyboard().press("Enter");
        assertThat(portal.button("Kirjaudu")).isVisible();
        assertThat(server.sent("POST /api/session")).hasSize(1);
        portal.page.keyboard().press("Enter");
        assertThat(portal.page.locator("st-header")).isVisible();
    }

    @Test
    void password_isChanged_byKeyboard() {
        openSettings();
        server.next("PUT /api/me/password", new Reply(204, null));
        portal.page.locator("#password-old").focus();
        for (String word : List.of("anna", "pitkä salasana", "pitkä salasana")) {
            portal.page.keyboard().type(word);
            portal.page.keyboard().press("Tab");
        }
        portal.page.keyboard().press("Enter");
        assertThat(server.await("PUT /api/me/password").body())
                .isEqualTo(FakePortal.object("{'old':'anna','new':'pitkä salasana'}"));
        assertThat(portal.page.locator("st-password .done")).hasText("Salasana vaihdettiin.");
        assertThat(portal.page.locator("#password-old")).hasValue("");
    }

    @Test
    void passwordThatWillNotDo_isExplainedAtItsField() {
        openSettings();
        ObjectNode refusal = FakePortal.object("{'status':422,'code':'invalid','detail':'x','errors':"
                + "[{'field':'old','code':'wrong','detail':'The old password is wrong.'}]}");
        server.next("PUT /api/me/password", new Reply(422, refusal));
        change("guess", "pitkä salasana", "toinen salasana");
        assertThat(portal.page.locator("#password-again-error")).hasText("Salasanat eivät ole samat.");
        assertThat(server.sent("PUT /api/me/password")).isEmpty();
        change("guess", "pitkä salasana", "pitkä salasana");
        assertThat(portal.page.locator("#password-old-error")).hasText("Nykyinen salasana ei ole oikein.");
        assertThat(portal.page.locator("#password-old")).isFocused();
        noViolations();
    }

    @Test
    void desksFilesThatDoNotCome_areToldAtTheLogIn_andAskedForAgain() {
        server.loggedIn = false;
        portal.page.route("**/js/parts/desk.js", Route::abort);
        server.open();
        portal.logIn("anna", "anna");
        assertThat(portal.page.locator(".login .error")).hasText("Palvelin ei vastannut. Yritä uudelleen.");
        portal.page.unroute("**/js/parts/desk.js");
        portal.logIn("anna", "anna");
        assertThat(portal.page.locator(".idle")).isVisible();
    }

    @Test
    void desksFilesThatDoNotCome_afterAReload_areWaitedFor() {
        server.open();
        assertThat(portal.page.locator(".idle")).isVisible();
        portal.page.route("**/css/call.css", Route::abort);
        portal.page.reload();
        assertThat(portal.page.locator(".waiting h1")).hasText("Palvelin ei vastaa. Yritetään uudelleen…");
        portal.page.unroute("**/css/call.css");
        assertThat(portal.page.locator(".idle")).isVisible();
    }

    @Test
    void providersLogIn_isOffered_andNoPasswordOfOurs() {
        server.next("GET /api/me", new Reply(401, FakePortal.object("{'code':'not-logged-in','login':'OIDC'}")));
        server.open();
        assertThat(portal.page.locator("#username")).hasCount(0);
        noViolations();
        Request asked = portal.page.waitForRequest(
                "http://portal.test/login", portal.button("Kirjaudu organisaation tunnuksella")::click);
        assertThat(asked.isNavigationRequest()).isTrue();
    }

    @Test
    void providersPeople_areOfferedNoPasswordChange() {
        server.me.put("login", "OIDC");
        openSettings();
        assertThat(portal.page.locator("st-password")).hasCount(0);
    }

    @Test
    void stranger_isToldWhatToDo() {
        server.next(
                "GET /api/me",
                new Reply(403, FakePortal.object("{'code':'not-admitted','username':'<b>olga</b>','login':'OIDC'}")));
        server.open();
        assertThat(portal.page.locator("st-stranger h1")).hasText("Sinulla ei ole pääsyä");
        assertThat(portal.page.locator("st-stranger .lead")).containsText("<b>olga</b>");
        noViolations();
        portal.button("Kirjaudu ulos").click();
        assertThat(portal.page.locator("st-login")).isVisible();
    }

    @Test
    void logInThatCameToNothing_isSaid() {
        server.next("GET /api/me", new Reply(401, FakePortal.object("{'code':'not-logged-in','login':'OIDC'}")));
        portal.page.navigate("http://portal.test/?log-in=failed");
        assertThat(why()).hasText(new String[] {"Kirjautuminen ei onnistunut. Yritä uudelleen."});
        assertThat(portal.page.url()).isEqualTo("http://portal.test/");
    }

    private void open() {
        server.open();
        assertThat(portal.page.locator("st-header")).isVisible();
    }

    private void openSettings() {
        open();
        portal.page.navigate("http://portal.test/#/settings");
        assertThat(portal.page.locator("st-settings h1")).isVisible();
    }

    private void change(String old, String wanted, String again) {
        portal.page.fill("#password-old", old);
        portal.page.fill("#password-new", wanted);
        portal.page.fill("#password-again", again);
        portal.button("Vaihda salasana").click();
    }

    private void endsIn(int seconds) {
        server.sessionEnd = Instant.now().plusSeconds(seconds);
        server.headers.put("Session-Ends", server.sessionEnd.toString());
    }

    private void noViolations() {
        Accessibility.assertNoViolation(portal.page, "session");
    }

    private Locator warning() {
        return portal.page.locator(".banner.expiry");
    }

    private Locator why() {
        return portal.page.locator(".login-card .why");
    }
}
