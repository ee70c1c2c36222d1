package org.supertransfer.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supertransfer.browser.FakePortal.Reply;

/** What a person chooses: it counts at once, is kept by the server, and comes back with the person. */
@BrowserTest
class PageSettingsIT {
    private PortalPage portal;
    private FakePortal server;
    private Page page;

    @BeforeEach
    void open(Chromium chromium) {
        portal = new PortalPage(chromium.page());
        page = portal.page;
        server = new FakePortal(page);
        server.preferences.kept = FakePortal.object("{'shortcuts':{'blind':'b'}}");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        server.open();
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void theme_followsTheChoice_isKept_andComesBack() {
        settings();
        page.check("input[value=dark]");
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        server.await("PUT /api/me/preferences");
        assertThat(server.preferences.kept.toString())
                .isEqualTo("{\"shortcuts\":{\"blind\":\"b\"},\"theme\":\"dark\"}");
        page.reload();
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        assertThat(page.locator("input[value=dark]")).isChecked();
    }

    @Test
    void themeOfTheSystem_isFollowedWhenItChanges() {
        assertThat(page.locator("html")).hasAttribute("data-theme", "light");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    }

    @Test
    void choiceThatTheServerRefuses_goesBackAndSaysWhy() {
        settings();
        server.next("PUT /api/me/preferences", Reply.problem(503, "unavailable"));
        page.locator("input[value=dark]").click();
        assertThat(portal.notice()).containsText("Palvelu on hetken poissa käytöstä.");
        assertThat(page.locator("html")).hasAttribute("data-theme", "light");
        assertThat(page.locator("input[value=system]")).isChecked();
    }

    @Test
    void timeZone_isTheBrowsersUntilAnotherIsChosen_andAllTimesFollow() {
        server.history.add(FakePortal.object("{'id':'h1','method':'BLIND','outcome':'COMPLETED',"
                + "'startedAt':'2026-11-23T01:30:00Z','target':{'type':'USER','name':'Ulla User','number':'1301'}}"));
        page.reload();
        assertThat(portal.history().locator("time")).hasText("3.30.00");
        settings();
        assertThat(page.locator("#time-zone option:checked")).containsText("Europe/Helsinki");
        page.selectOption("#time-zone", "America/New_York");
        assertThat(page.locator("#time-zone-hint")).containsText("America/New_York");
        page.getByText("Puhelu").first().click();
        assertThat(portal.history().locator("time")).hasText("20.30.00");
        page.getByText("Historia").click();
        assertThat(page.locator(".table time")).hasText(Pattern.compile("^22\\.11\\.2026.*20\\.30\\.00$"));
    }

    @Test
    void dayOfTheList_beginsAtMidnightOfTheTimeZone() {
        server.preferences.kept.put("timeZone", "Asia/Kolkata");
        page.reload();
        String from = server.await(
                        "GET /api/transfers?from=", each -> each.call().contains("T18%3A30"))
                .call();
        assertThat(from).contains("T18%3A30%3A00.000Z");
    }

    @Test
    void unknownTimeZone_isNoReasonToShowNothing() {
        server.preferences.kept.put("timeZone", "Mars/Olympus");
        page.reload();
        assertThat(page.locator(".idle h1")).hasText("Valmiina");
        settings();
        assertThat(page.locator("#time-zone-hint")).containsText("Europe/Helsinki");
    }

    @Test
    void language_isChosenHereToo() {
        settings();
        page.locator("input[name=language][value=sv]").click();
        assertThat(page.locator("st-settings h1")).hasText("Inställningar");
        assertThat(server.await("PUT /api/me/language").body().path("language").asText())
                .isEqualTo("sv");
    }

    private void settings() {
        page.getByText("Asetukset").click();
        page.locator("#time-zone").waitFor();
    }
}
