package org.supertransfer.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every screen in every language, judged by axe-core. */
@BrowserTest
class PageAccessIT {
    @ParameterizedTest
    @ValueSource(strings = {"fi", "sv", "en"})
    void everyScreen_hasNoViolation(String language, Chromium chromium) {
        Page page = chromium.page();
        Walk walk = new Walk(page, new FakePortal(page), language);
        walk.logIn();
        walk.between();
        walk.call();
        walk.panel();
        walk.progress();
        new PortalPage(page).close();
    }

    private record Walk(Page page, FakePortal server, String language) {
        void logIn() {
            server.me.put("language", language);
            past("Cecilia Lindström", "'outcome':'COMPLETED'");
            past("Ulla User", "'outcome':'RETURNED','reason':'busy'");
            past("Laskutus", "'outcome':'ABANDONED','reason':'transferee-hung-up','chargedSeparately':true");
            past("Niilo", "'outcome':null");
            server.loggedIn = false;
            server.open();
            page.locator(".language button[lang=" + language + "]").click();
            judge("login", "#username");
            page.fill("#username", "anna");
            page.fill("#password", "wrong");
            page.keyboard().press("Enter");
            judge("login-wrong", ".error");
            page.fill("#password", "anna");
            page.keyboard().press("Enter");
        }

        void between() {
            judge("available", ".idle-available");
            page.locator(".choice-AWAY").click();
            judge("away", ".idle-away");
            server.line.call("RINGING");
            judge("ringing", ".call-RINGING");
        }

        void call() {
            server.line.call("HELD");
            judge("held", ".call-HELD");
            server.line.call("CONNECTED");
            judge("connected", ".call-CONNECTED");
        }

        void panel() {
            server.line.handedOver("CONNECTED", "Bertta Nieminen", "Lasku 4711");
            judge("handover", ".handover");
            page.locator(".open-transfer").click();
            judge("panel", ".target");
            page.check("input[value=NUMBER]");
            page.fill("#number", "0600123123");
            judge("number-refused", ".fact-no");
            page.fill("#number", "112");
            judge("emergency", ".emergency");
            page.fill("#number", "0300123123");
            page.locator(".fact-ok").waitFor();
            page.locator(".go").click();
            judge("second-look", ".second-look");
            page.check("input[value=AGENT]");
            page.locator(".target").last().click();
            page.locator(".go").click();
            judge("methods", "st-methods");
        }

        void progress() {
            page.check("input[name=consult]");
            page.locator(".attended button").click();
            server.await("PUT /api/transfers/");
            server.line.message("TRANSFER_STARTED");
            for (String state :
                    new String[] {"HOLDING", "RINGING", "CONSULTING", "ASIDE", "CONNECTING", "RETRIEVING"}) {
                server.line.state(state);
                judge(state, ".progress[data-state=" + state + "]");
            }
            server.line.message("TRANSFER_FAILED", "busy");
            server.line.end("RETURNED", "busy");
            judge("returned", ".returned");
            server.drop();
            judge("reconnected", ".banner.back");
            page.keyboard().press("?");
            judge("keys", "dialog.keys");
        }

        private void past(String target, String outcome) {
            ObjectNode entry = FakePortal.object("{'method':'ATTENDED'," + outcome + "}")
                    .put("id", target)
                    .put("startedAt", Instant.now().toString());
            entry.putObject("target").put("type", "AGENT").put("name", target).put("number", "1203");
            server.history.add(entry);
        }

        private void judge(String screen, String shown) {
            assertThat(page.locator(shown).first()).isVisible();
            Accessibility.assertNoViolation(page, language + " " + screen);
            new PortalPage(page).screenshot("mock-" + language + "-" + screen);
        }
    }
}
