package org.supertransfer.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the desktop shows while the page is not looked at, and takes back when it is no longer so. */
@BrowserTest
class PageNotifiedIT {
    private static final String AWAY = "Notification.permission = 'granted'; window.away = true;";
    /** As in a phone's browser. */
    private static final String BY_WORKER_ALONE =
            """
            window.Notification = class { static permission = 'granted'; constructor() { throw new TypeError(); } };
            const kept = [];
            const worker = {
              showNotification: (title, words) => kept.push(new Shown(title, words)),
              getNotifications: async ({ tag }) => kept.filter((each) => each.tag === tag),
            };
            Object.defineProperty(navigator, 'serviceWorker', {
              value: { ready: Promise.resolve(worker), getRegistration: async () => worker },
            });
            """;

    private PortalPage portal;
    private FakePortal server;
    private Page page;
    private Ears ears;

    @BeforeEach
    void open(Chromium chromium) {
        portal = new PortalPage(chromium.page());
        page = portal.page;
        ears = Ears.of(page);
        server = new FakePortal(page);
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void notification_isAskedForByThePressOnly_andShownWhileThePageIsNotLookedAt() {
        begin();
        page.getByText("Asetukset").click();
        assertThat(page.evaluate("() => asked")).isEqualTo(0);
        page.locator("input[name=notifications]").check();
        server.await(
                "PUT /api/me/preferences",
                each -> each.body().path("notifications").asBoolean());
        assertThat(page.evaluate("() => asked")).isEqualTo(1);
        server.line.call("RINGING");
        assertThat(page.locator(".call-bar")).isVisible();
        assertThat(ears.heard("shown")).isEmpty();
        server.line.call("ENDED");
        page.evaluate("() => { away = true; }");
        server.line.call("RINGING");
        page.waitForCondition(() -> ears.heard("shown").equals(List.of("call-1 Puhelu tulossa: Maija Meikäläinen")));
    }

    @Test
    void pressedNotification_leadsToTheCall() {
        server.preferences.kept.put("notifications", true);
        page.addInitScript(AWAY);
        begin();
        page.getByText("Asetukset").click();
        page.locator("#time-zone").waitFor();
        server.line.call("RINGING");
        page.waitForCondition(() -> !ears.heard("shown").isEmpty());
        page.evaluate("() => { window.focus = () => { window.focused = true; }; last.onclick(); }");
        assertThat(page).hasURL(Pattern.compile("#/call$"));
        assertThat(page.evaluate("() => focused")).isEqualTo(true);
        assertThat(portal.call()).isVisible();
    }

    @Test
    void returnedCall_isNotifiedToo_untilItEnds_andOtherMessagesAreNot() {
        server.preferences.kept.put("notifications", true);
        page.addInitScript(AWAY);
        begin();
        server.line.call("CONNECTED");
        portal.transferTo("AGENT", "Bertta");
        portal.attended();
        server.await("PUT /api/transfers/");
        server.line.message("TRANSFER_FAILED", "busy");
        server.line.end("RETURNED", "busy");
        server.line.message("RETURNED");
        page.waitForCondition(() -> ears.heard("shown").equals(List.of("call-1 Puhelu palautui sinulle")));
        assertThat(ears.heard("withdrawn")).isEmpty();
        server.line.call("ENDED");
        page.waitForCondition(() -> ears.heard("withdrawn").equals(List.of("call-1")));
    }

    @Test
    void refusedPermission_leavesTheSwitchOffAndSaysWhatToDo() {
        page.addInitScript("window.answer = 'denied';");
        begin();
        page.getByText("Asetukset").click();
        page.locator("input[name=notifications]").click();
        assertThat(page.locator("#hint-notifications")).containsText("Selain on estänyt ilmoitukset.");
        assertThat(page.locator("input[name=notifications]")).not().isChecked();
    }

    @Test
    void answeredCall_isNoLongerShown_andTheSameOneRingsAgain() {
        server.preferences.kept.put("notifications", true);
        page.addInitScript(AWAY);
        begin();
        answeredAndRingingAgain();
    }

    @Test
    void notificationsOfTheWorker_areTakenBackToo() {
        server.preferences.kept.put("notifications", true);
        page.addInitScript(AWAY);
        page.addInitScript(BY_WORKER_ALONE);
        begin();
        answeredAndRingingAgain();
    }

    private void answeredAndRingingAgain() {
        server.line.call("RINGING");
        page.waitForCondition(() -> ears.heard("shown").size() == 1);
        assertThat(ears.heard("withdrawn")).isEmpty();
        server.line.call("CONNECTED");
        page.waitForCondition(() -> ears.heard("withdrawn").equals(List.of("call-1")));
        server.line.call("RINGING");
        page.waitForCondition(() -> ears.heard("shown").size() == 2);
        assertThat(page.evaluate("() => last.renotify")).isEqualTo(true);
        server.line.call("ENDED");
        page.waitForCondition(() -> ears.heard("withdrawn").size() == 2);
    }

    private void begin() {
        server.open();
        page.locator(".idle").waitFor();
    }
}
