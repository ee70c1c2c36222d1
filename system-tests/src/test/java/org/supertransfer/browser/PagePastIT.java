package org.supertransfer.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supertransfer.browser.FakePortal.Reply;

/** The history of a person's own transfers, and its search. */
@BrowserTest
class PagePastIT {
    private static final String LIST = "GET /api/transfers?agent=anna";

    private PortalPage portal;
    private FakePortal server;
    private Page page;

    @BeforeEach
    void open(Chromium chromium) {
        portal = new PortalPage(chromium.page());
        page = portal.page;
        server = new FakePortal(page);
        server.next(LIST, found(120, entry("Ulla User", "RETURNED"), entry("<b>Pete</b>", "COMPLETED")));
        server.open();
        page.getByText("Historia").click();
        rows().first().waitFor();
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void transfers_areShownWithTimeOutcomeReasonAndCost() {
        assertThat(rows().first()).containsText("Ulla User");
        assertThat(rows().first()).containsText("Palautui");
        assertThat(rows().first()).containsText("Kohde on varattu");
        assertThat(rows().first()).containsText("0,12\u00a0€");
        assertThat(rows().first().locator("time")).hasText("23.11.2026 klo 3.00.00");
        assertThat(rows().nth(1)).containsText("<b>Pete</b>");
        assertThat(page.locator(".table b")).hasCount(0);
    }

    @Test
    void search_goesByTargetOutcomeAndWholeDaysOfTheTimeZone() {
        server.next(LIST, found(0));
        page.fill("#past-target", "040 123");
        asked(each -> each.equals("agent=anna&target=40123"));
        page.fill("#past-from", "2026-11-20");
        page.fill("#past-to", "2026-11-21");
        page.selectOption("#past-outcome", "RETURNED");
        asked(each -> each.equals("agent=anna&target=40123&outcome=RETURNED&from=2026-11-19T22:00:00.000Z"
                + "&to=2026-11-21T22:00:00.000Z"));
    }

    @Test
    void nothingFound_saysSo_andAllComesBackByOnePress() {
        server.next(LIST, found(0));
        page.fill("#past-target", "zzz");
        assertThat(page.locator(".empty")).hasText("Haulla ei löytynyt siirtoja.");
        server.next(LIST, found(1, entry("Ulla User", "RETURNED")));
        portal.button("Näytä kaikki").click();
        assertThat(rows()).hasCount(1);
        assertThat(page.locator("#past-target")).hasValue("");
    }

    @Test
    void pages_leadOnAndBack_andANewSearchBeginsAtTheFirst() {
        assertThat(page.locator(".pager")).containsText("Sivu 1/3, yhteensä 120");
        server.next(LIST, found(120, entry("Toinen", "COMPLETED")));
        portal.button("Seuraava").click();
        asked(each -> each.endsWith("&page=1"));
        assertThat(rows()).hasCount(1);
        page.selectOption("#past-outcome", "FAILED");
        asked(each -> each.equals("agent=anna&outcome=FAILED"));
    }

    @Test
    void refusal_isSaidAndTheListStays() {
        server.next(LIST, Reply.problem(503, "unavailable"));
        page.selectOption("#past-outcome", "FAILED");
        assertThat(page.locator("st-past .error")).containsText("Palvelu on hetken poissa käytöstä.");
        assertThat(rows()).hasCount(2);
    }

    private Locator rows() {
        return page.locator(".table tbody tr");
    }

    private void asked(Predicate<String> query) {
        server.await("GET /api/transfers?", each -> query.test(query(each.call())));
    }

    private static String query(String call) {
        return URLDecoder.decode(call.substring(call.indexOf('?') + 1), StandardCharsets.UTF_8);
    }

    private static Reply found(int total, ObjectNode... entries) {
        ObjectNode answer = FakePortal.JSON.createObjectNode().put("page", 0).put("total", total);
        answer.putArray("transfers").addAll(List.of(entries));
        return new Reply(200, answer);
    }

    private static ObjectNode entry(String target, String outcome) {
        ObjectNode entry = FakePortal.object("{'method':'ATTENDED','startedAt':'2026-11-23T01:00:00Z',"
                        + "'reason':'busy','cost':0.12,'chargedSeparately':true}")
                .put("id", target)
                .put("outcome", outcome);
        entry.putObject("target").put("type", "USER").put("name", target).put("number", "1301");
        return entry;
    }
}
