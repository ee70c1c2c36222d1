package org.supertransfer.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page on a phone: everything fits, everything can be hit with a thumb, the panel is a sheet of its own. */
@BrowserTest
class PagePhoneIT {
    /** CSS pixels; what a thumb hits. */
    private static final int THUMB = 44;

    private static final String SMALL =
            """
            (least) => [...document.querySelectorAll('a, button, input, select, [role=option]')]
              .filter((each) => each.checkVisibility() && !each.matches('.skip, .unseen *'))
              .map((each) => (each.matches('input[type=radio], input[type=checkbox]') ? each.closest('label') : each))
              .filter((each) => each.getBoundingClientRect().height < least - 0.5)
              .map((each) => `${each.outerHTML.slice(0, 90)} ${each.getBoundingClientRect().height}`)
            """;
    private static final String CUT =
            """
            () => [...document.querySelectorAll('st-app *')]
              .filter((each) => each.checkVisibility() && !each.closest('.unseen, .skip, .table-box'))
              .filter((each) => each.getBoundingClientRect().right > innerWidth + 1)
              .map((each) => each.outerHTML.slice(0, 90))
            """;

    private PortalPage portal;
    private FakePortal server;
    private Page page;

    @BeforeEach
    void open(Chromium chromium) {
        portal = new PortalPage(chromium.page(390, 780));
        page = portal.page;
        server = new FakePortal(page);
        server.open();
        page.locator(".idle").waitFor();
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void wholeTransfer_isDoneOnASheet_andEndsOnTheCall() {
        fits("idle");
        server.line.call("RINGING");
        assertThat(portal.call()).isVisible();
        fits("ringing");
        server.line.call("CONNECTED");
        portal.openTransfer();
        assertThat(page.locator("header")).isHidden();
        assertThat(portal.call().locator("h1")).isVisible();
        fits("panel");
        portal.chooseType("AGENT");
        portal.option("Bertta").tap();
        portal.go();
        fits("methods");
        portal.attended();
        server.await("PUT /api/transfers/");
        assertThat(page.locator("header")).isVisible();
        server.line.message("TRANSFER_STARTED");
        server.line.state("RINGING");
        assertThat(portal.progress()).isVisible();
        fits("progress");
        server.line.message("TRANSFER_FAILED", "busy");
        server.line.end("RETURNED", "busy");
        server.line.message("RETURNED");
        assertThat(portal.returned().locator("h2")).isVisible();
        fits("returned");
    }

    @Test
    void closedSheet_givesTheFocusBack() {
        server.line.call("CONNECTED");
        portal.openTransfer();
        page.locator("section.panel .round").first().tap();
        assertThat(page.locator(".open-transfer")).isFocused();
        assertThat(page.locator("header")).isVisible();
    }

    @Test
    void historyAndSettings_fit() {
        server.history.add(FakePortal.object("{'id':'h1','method':'ATTENDED','outcome':'RETURNED','reason':'busy',"
                + "'startedAt':'2026-11-23T01:00:00Z','cost':1.5,'chargedSeparately':true,"
                + "'target':{'type':'USER','name':'Hubertus Wolfeschlegelsteinhausenbergerdorff','number':'1301'}}"));
        page.getByText("Historia").tap();
        page.locator(".table tbody tr").waitFor();
        fits("history");
        page.getByText("Asetukset").tap();
        page.locator("#time-zone").waitFor();
        fits("settings");
    }

    private void fits(String screen) {
        assertThat((List<?>) page.evaluate(SMALL, THUMB))
                .as(screen + ": too small")
                .isEmpty();
        assertThat((List<?>) page.evaluate(CUT)).as(screen + ": cut").isEmpty();
        Accessibility.assertNoViolation(page, screen + " on a phone");
        portal.screenshot("phone-" + screen);
    }
}
