package org.supertransfer.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ways between screens: who sees which, by address, by mouse and by keyboard, and no call ever out of sight. */
@BrowserTest
class PageScreensIT {
    private PortalPage portal;
    private FakePortal server;
    private Page page;

    @BeforeEach
    void open(Chromium chromium) {
        portal = new PortalPage(chromium.page());
        page = portal.page;
        server = new FakePortal(page);
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void agent_seesItsOwnScreensOnly() {
        server.open();
        assertThat(page.locator(".screens a")).hasText(new String[] {"Puhelu", "Historia", "Asetukset"});
        assertThat(page.locator(".groups")).hasCount(0);
    }

    @ParameterizedTest
    @CsvSource({"agent, call", "supervisor, board", "admin, agents"})
    void person_beginsWhereItsWorkIs(String role, String screen) {
        server.me.putArray("roles").add(role);
        server.open();
        assertThat(page).hasURL(Pattern.compile("#/" + screen + "$"));
        assertThat(page.locator(".screens [aria-current=page]")).hasCount(1);
    }

    @Test
    void supervisorWhoTakesCalls_beginsAtTheCall() {
        server.me.putArray("roles").add("supervisor").add("agent");
        server.open();
        assertThat(page.locator(".idle h1")).hasText("Valmiina");
        assertThat(page.locator(".groups a")).hasText(new String[] {"Oma työ", "Seuranta"});
    }

    @ParameterizedTest
    @CsvSource({"#/agents", "#/nowhere", "#/%zz", "#main"})
    void addressThatIsNotTheirs_leadsToTheirFirstScreen(String address) {
        server.open();
        assertThat(page.locator(".idle h1")).isVisible();
        page.evaluate("hash => { location.hash = hash; }", address);
        page.waitForFunction("() => location.hash === '#/call'");
        assertThat(page.locator(".idle h1")).isVisible();
    }

    @Test
    void screen_isReachedByKeyboard_andItsHeadingHasTheFocus() {
        server.open();
        page.locator(".screens a").first().focus();
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(heading("Asetukset")).isFocused();
        assertThat(page).hasTitle("Asetukset · Super Transfer");
        assertThat(page.locator("[aria-current=page]")).hasText("Asetukset");
        page.goBack();
        assertThat(page.locator(".idle h1")).isFocused();
        assertThat(page).hasTitle("Vapaana · Super Transfer");
    }

    @Test
    void skipLink_leadsToTheContentAndNotToAnotherScreen() {
        server.open();
        page.locator("[aria-current=page]").waitFor();
        page.locator(".skip").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#main")).isFocused();
        assertThat(page).hasURL(Pattern.compile("#/call$"));
    }

    @Test
    void callOnAnotherScreen_showsABarThatLeadsBack() {
        server.open();
        page.getByText("Asetukset").click();
        assertThat(heading("Asetukset")).isFocused();
        assertThat(bar()).isHidden();
        server.line.call("RINGING");
        assertThat(bar()).containsText("Puhelu tulossa");
        assertThat(page).hasTitle(Pattern.compile("^● Puhelu tulossa: Maija Meikäläinen"));
        assertThat(heading("Asetukset")).isFocused();
        server.line.call("CONNECTED");
        assertThat(bar()).containsText("Maija Meikäläinen");
        Accessibility.assertNoViolation(page, "call bar");
        bar().click();
        assertThat(portal.call().locator("h1")).isFocused();
        assertThat(bar()).isHidden();
    }

    @Test
    void hostileName_isTextInTheBarAndTheTitleToo() {
        String hostile = "<img src=x onerror=\"document.title='hacked'\">";
        server.open();
        page.getByText("Asetukset").click();
        server.line.call("RINGING", hostile);
        assertThat(bar()).containsText(hostile);
        assertThat(page.locator(".call-bar img, st-announcer img")).hasCount(0);
        assertThat(page).hasTitle(Pattern.compile("^● Puhelu tulossa: <img"));
    }

    @Test
    void transferOnAnotherScreen_staysInSight_withoutItsCallToo() {
        server.line.call("CONNECTED");
        server.open();
        portal.transferTo("AGENT", "Bertta");
        portal.attended();
        server.await("PUT /api/transfers/");
        page.getByText("Historia").click();
        assertThat(bar()).containsText("Siirretään…");
        server.line.call("ENDED");
        assertThat(bar()).containsText("Bertta Nieminen");
        server.line.end("COMPLETED", "");
        assertThat(bar()).isHidden();
    }

    @Test
    void whatWasBegunAtTheCall_isStillThereAfterAnotherScreen() {
        server.line.call("CONNECTED");
        server.open();
        portal.openTransfer();
        portal.chooseType("NUMBER");
        page.fill("#number", "0401234567");
        page.getByText("Asetukset").click();
        assertThat(heading("Asetukset")).isFocused();
        bar().click();
        assertThat(page.locator("#number")).hasValue("0401234567");
    }

    @Test
    void screenWhoseFilesDoNotCome_saysSoAndCanBeTriedAgain() {
        server.open();
        page.route("**/parts/settings.js*", Route::abort);
        page.getByText("Asetukset").click();
        assertThat(heading("Näkymää ei voitu avata")).isFocused();
        page.unroute("**/parts/settings.js*");
        portal.button("Yritä uudelleen").click();
        assertThat(heading("Asetukset")).isFocused();
    }

    @Test
    void firstPage_loadsNothingOfOtherScreens() {
        server.open();
        page.locator(".idle").waitFor();
        Object files =
                page.evaluate("() => performance.getEntriesByType('resource').map((each) => each.name).join(' ')");
        assertThat(files.toString())
                .contains("/js/parts/call.js")
                .doesNotContain("/parts/settings.js", "/parts/past.js", "/board/", "/admin/", "screens.css");
    }

    private Locator bar() {
        return page.locator(".call-bar");
    }

    private Locator heading(String name) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setLevel(1));
    }
}
