package org.supertransfer.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.List;
import java.util.Map;
import org.supertransfer.phones.PhoneCall;
import org.supertransfer.systemtest.Desk;
import org.supertransfer.systemtest.Method;
import org.supertransfer.systemtest.RehearsalRow;
import org.supertransfer.systemtest.Stage;
import org.supertransfer.systemtest.Until;

/** An agent at the page who transfers calls to one number of the rehearsal. */
final class RowSeat {
    /** As the product's guide has them; the page's own file is not asked. */
    private static final Map<String, String> WORDS = Map.of(
            "TRANSFER_STARTED", "Transfer",
            "TARGET_RINGING", "Kohde hälyttää",
            "TARGET_ANSWERED", "Kohde vastasi",
            "TRANSFER_SUCCEEDED", "Transfer onnistui",
            "TARGET_NO_ANSWER", "Kohde ei vastannut",
            "TRANSFER_FAILED", "Transfer epäonnistui",
            "RECONNECTING", "Uudelleen yhdistetään puhelu",
            "RETURNED", "Puhelu palautui sinulle",
            "TRANSFEREE_HUNG_UP", "Transferattu katkaisi puhelun");

    private static final Map<String, String> REASONS = Map.of(
            "busy", "Kohde on varattu",
            "no-answer", "Kohde ei vastannut ajoissa",
            "declined", "Kohde hylkäsi puhelun",
            "not-found", "Numeroa ei löytynyt",
            "unreachable", "Kohteeseen ei saatu yhteyttä",
            "target-hung-up", "Kohde katkaisi puhelun",
            "transferee-hung-up", "Asiakas katkaisi puhelun");

    private static final Map<String, String> OUTCOMES = Map.of(
            "COMPLETED", "Onnistui", "RETURNED", "Palautui", "ABANDONED", "Asiakas katkaisi", "FELL_BACK", "Jonoon");

    /** The page reads today's transfers again every ten seconds while one is under way. */
    private static final double HISTORY_MILLIS = 25000;

    private final RehearsalRow row;
    private final Stage stage;
    private final Desk desk;
    private final PortalPage portal;

    RowSeat(RehearsalRow row, Stage stage, PortalPage portal) {
        this.row = row;
        this.stage = stage;
        this.desk = stage.desk();
        this.portal = portal;
    }

    void logIn() {
        portal.page.navigate(stage.http() + "/");
        portal.logIn(desk.agent().username(), desk.agent().username());
        assertThat(portal.page.locator(".idle h1")).hasText("Valmiina");
    }

    /** A customer calls and the agent's phone answers; nothing of the page is touched. */
    void takeACall() {
        desk.answersCallFrom(stage.customer());
    }

    void transfer(Method method) {
        assertThat(portal.call().locator(".call-state")).hasText("Puhelussa");
        if (row.forbidden()) {
            isRefused();
            return;
        }
        portal.transferToNumber(row.number());
        assertThat(portal.page.getByText("Laskutetaan erikseen")).hasCount(row == RehearsalRow.SERVICE ? 1 : 0);
        switch (method) {
            case BLIND -> blind();
            case ATTENDED -> portal.attended();
            case CONSULT -> consult();
        }
    }

    void showsTheEnding(Method method) {
        if (row.forbidden()) {
            assertThat(portal.call().locator(".call-state")).hasText("Puhelussa");
            assertThat(portal.history()).hasCount(0);
            return;
        }
        if (method == Method.BLIND) {
            assertThat(portal.page.locator(".message")).hasCount(0);
        } else {
            tellsTheMessages(method);
        }
        showsTheCall(method);
        showsTheHistory(method);
        portal.screenshot("portal-row-" + row.number() + "-" + method);
    }

    /** Hangs up whoever is still there, and waits until the agent is free again. */
    void endTheCall() {
        desk.phone().calls().stream().filter(PhoneCall::live).forEach(PhoneCall::hangUp);
        Until.seen("me", () -> desk.api().get("/api/me").body().path("state").asText(), "AVAILABLE");
        assertThat(portal.page.locator(".idle h1")).hasText("Valmiina");
    }

    void close() {
        portal.close();
        desk.close();
    }

    private void isRefused() {
        portal.openTransfer();
        portal.chooseType("NUMBER");
        portal.page.fill("#number", row.number());
        assertThat(portal.page.locator(".fact-no")).containsText("Lisämaksullinen numero");
        assertThat(portal.button("Siirrä")).hasAttribute("aria-disabled", "true");
    }

    private void blind() {
        portal.blind();
        assertThat(portal.blindCard().locator("h2")).hasText("Transfer");
        if (row.joins(Method.BLIND)) {
            assertThat(portal.call()).isHidden();
        }
    }

    private void consult() {
        portal.consult();
        if (row.consults(Method.CONSULT) && row.joins(Method.CONSULT)) {
            assertThat(portal.progress().locator("h2")).hasText("Puhut kohteen kanssa");
            portal.button("Yhdistä").click();
        }
    }

    private void tellsTheMessages(Method method) {
        List<String> codes = row.messages(method);
        assertThat(portal.page.locator(".message-text"))
                .hasText(codes.stream().map(WORDS::get).toArray(String[]::new));
        Locator reasons = portal.page.locator(".message-reason");
        if (codes.contains("RETURNED")) {
            assertThat(reasons).hasText(REASONS.getOrDefault(row.reason(method), ""));
        } else {
            assertThat(reasons).hasCount(0);
        }
    }

    private void showsTheCall(Method method) {
        String outcome = row.outcome(method);
        if (outcome.equals("COMPLETED") || outcome.equals("ABANDONED")) {
            assertThat(portal.call()).isHidden();
            assertThat(portal.page.locator(".idle h1")).hasText("Valmiina");
            return;
        }
        assertThat(portal.call().locator(".call-state")).hasText("Puhelussa");
        if (outcome.equals("RETURNED")) {
            assertThat(portal.returned().locator("h2")).hasText("Puhelu palautui sinulle");
        } else {
            assertThat(portal.returned()).isHidden();
        }
    }

    private void showsTheHistory(Method method) {
        Locator entry = portal.history().first();
        assertThat(entry.locator(".entry-method")).hasText(method == Method.BLIND ? "Blind" : "Attended");
        assertThat(entry.locator(".badge").first())
                .hasText(
                        OUTCOMES.getOrDefault(row.outcome(method), ""),
                        new LocatorAssertions.HasTextOptions().setTimeout(HISTORY_MILLIS));
        if (!row.joins(method)) {
            assertThat(entry.locator(".entry-reason")).hasText(REASONS.getOrDefault(row.reason(method), ""));
        }
        assertThat(entry.locator(".badge.charged")).hasCount(row == RehearsalRow.SERVICE ? 1 : 0);
    }
}
