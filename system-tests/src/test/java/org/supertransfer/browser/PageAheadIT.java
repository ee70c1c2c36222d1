package org.supertransfer.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supertransfer.browser.FakePortal.Reply;

/** Who is ahead of a slow server gets the target that was meant, or nobody; and what failed can be asked for again. */
@BrowserTest
class PageAheadIT {
    private static final String EK = "GET /api/targets?type=AGENT&q=ek";

    /** Sooner than the list is read again by itself. */
    private static final int SOON = 4000;

    private PortalPage portal;
    private FakePortal server;

    @BeforeEach
    void open(Chromium chromium) {
        portal = new PortalPage(chromium.page());
        server = new FakePortal(portal.page);
        server.preferences.kept = FakePortal.object(
                "{'favourites':[{'type':'AGENT','id':'cecilia','name':'Cecilia Lindström','number':'1203'}]}");
        server.line.call("CONNECTED");
        server.open();
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void clickAfterEnter_isNotUndoneByTheListThatComes() {
        enterAheadOf(Reply.NOT_YET);
        portal.option("Bertta").click();
        assertThat(portal.page.locator(".go-step .to")).containsText("Bertta");
        listComes();
        assertThat(portal.page.locator(".go-step .to")).containsText("Bertta");
    }

    @Test
    void quickTargetAfterEnter_isNotUndoneByTheListThatComes() {
        enterAheadOf(Reply.NOT_YET);
        portal.page.locator(".quick-target").click();
        assertThat(portal.page.locator(".go-step .to")).containsText("Cecilia");
        listComes();
        assertThat(portal.page.locator(".go-step .to")).containsText("Cecilia");
    }

    @Test
    void enterBeforeAListThatFails_choosesNobodyWhenItComesAfterAll() {
        enterAheadOf(Reply.problem(503, "unavailable"));
        assertThat(portal.page.locator(".go-step .why")).containsText("Valitse");
        assertThat(portal.page.locator("st-target-picker .hint")).containsText("Yritä uudelleen");
        assertThat(portal.page.locator(".target-name")).hasText(new String[] {"Daniel Ek"});
        assertThat(portal.button("Siirrä")).hasAttribute("aria-disabled", "true");
    }

    @Test
    void enterAfterAListThatFailed_asksForItAgain() {
        enterAheadOf(Reply.problem(503, "unavailable"));
        assertThat(portal.page.locator("st-target-picker .hint")).containsText("Yritä uudelleen");
        portal.press("Enter");
        portal.page.waitForCondition(
                () -> server.sent(EK).size() == 2, new Page.WaitForConditionOptions().setTimeout(SOON));
        assertThat(portal.page.locator(".go-step .to")).containsText("Daniel Ek");
        assertThat(portal.button("Siirrä")).isFocused();
    }

    @Test
    void olderListThatFails_isNoProblemOfTheNewerOne() {
        enterAheadOf(Reply.NOT_YET);
        portal.page.fill("#target-search", "cec");
        assertThat(portal.page.locator(".target-name")).hasText(new String[] {"Cecilia Lindström"});
        portal.page.waitForResponse(
                response -> response.status() == 503, () -> server.answerNow(Reply.problem(503, "unavailable")));
        server.presence("cecilia", "AVAILABLE", 2);
        assertThat(portal.option("Cecilia").locator(".badge")).containsText("Vapaa");
        assertThat(portal.page.locator("st-target-picker .hint").textContent()).isBlank();
    }

    @ParameterizedTest
    @ValueSource(ints = {503, 0})
    void enterAfterALookUpThatFailed_looksAgain(int status) {
        server.next("GET /api/numbers/", status == 0 ? new Reply(0, null) : Reply.problem(status, "unavailable"));
        portal.openTransfer();
        portal.chooseType("NUMBER");
        portal.page.fill("#number", "0401234567");
        assertThat(portal.page.locator(".fact")).containsText("Yritä uudelleen");
        portal.page.focus("#number");
        portal.press("Enter");
        assertThat(portal.button("Siirrä")).isFocused();
        assertThat(portal.page.locator(".go-step .to")).containsText("0401234567");
        assertThat(server.sent("GET /api/numbers/")).hasSize(2);
    }

    private void enterAheadOf(Reply list) {
        server.next(EK, list);
        portal.openTransfer();
        assertThat(portal.option("Bertta")).isVisible();
        portal.page.focus("#target-search");
        portal.press("e", "k", "Enter");
        server.await(EK);
    }

    private void listComes() {
        server.answerNow(new Reply(200, server.directory.targets(EK)));
        assertThat(portal.page.locator(".target-name")).hasText(new String[] {"Daniel Ek"});
    }
}
