package org.supertransfer.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What is told without looking: spoken, signalled by sound, shown by the desktop. The browser's own ears are replaced, so
 * that a test hears what they were given.
 */
@BrowserTest
class PageEyesFreeIT {
    private static final String EARS =
            """
            window.spoken = []; window.tones = []; window.shown = []; window.asked = 0;
            window.voices = [{ lang: 'fi-FI' }, { lang: 'sv-SE' }, { lang: 'en_GB' }];
            speechSynthesis.getVoices = () => window.voices;
            speechSynthesis.speak = ({ lang, text }) => spoken.push(`${lang} ${text}`);
            Object.defineProperty(SpeechSynthesisUtterance.prototype, 'voice', { set() {} });
            const start = OscillatorNode.prototype.start;
            OscillatorNode.prototype.start = function (when) {
              tones.push(this.frequency.value);
              start.call(this, when);
            };
            window.Notification = class {
              static permission = 'default';
              static requestPermission() {
                window.asked++;
                return Promise.resolve((this.permission = window.answer ?? 'granted'));
              }
              constructor(title, { body, tag }) {
                window.shown.push(`${tag} ${body}`);
                window.last = this;
              }
              close() {}
            };
            document.hasFocus = () => !window.away;
            """;

    private PortalPage portal;
    private FakePortal server;
    private Page page;

    @BeforeEach
    void open(Chromium chromium) {
        portal = new PortalPage(chromium.page());
        page = portal.page;
        page.addInitScript(EARS);
        server = new FakePortal(page);
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void nothingIsHeard_untilItIsSwitchedOn_butTheLiveRegionHasIt() {
        begin();
        server.line.call("RINGING");
        assertThat(page.locator("st-announcer [role=alert]")).containsText("Puhelu tulossa: Maija Meikäläinen");
        assertThat(heard("spoken")).isEmpty();
        assertThat(heard("tones")).isEmpty();
        assertThat(heard("shown")).isEmpty();
        assertThat(page.evaluate("() => asked")).isEqualTo(0);
    }

    @Test
    void speech_saysEachMessageInTheAgentsLanguage() {
        server.preferences.kept.put("speech", true);
        failedTransfer();
        assertThat(heard("spoken"))
                .contains(
                        "fi-FI Puhelussa: Maija Meikäläinen",
                        "fi-FI Transfer",
                        "fi-FI Transfer epäonnistui. Kohde on varattu",
                        "fi-FI Puhelu palautui sinulle");
        portal.button("Svenska").click();
        assertThat(page.locator("html")).hasAttribute("lang", "sv");
        server.line.call("HELD");
        page.waitForCondition(() -> heard("spoken").stream().anyMatch(each -> each.startsWith("sv-SE ")));
    }

    @Test
    void missingVoice_isNoErrorAndIsSaidInTheSettings() {
        server.preferences.kept.put("speech", true).put("sounds", true);
        page.addInitScript("window.voices = [{ lang: 'de-DE' }];");
        begin();
        server.line.call("RINGING");
        assertThat(portal.call()).isVisible();
        page.waitForCondition(() -> !heard("tones").isEmpty());
        assertThat(heard("spoken")).isEmpty();
        page.getByText("Asetukset").click();
        assertThat(page.locator("#hint-speech")).containsText("ei ole tämän kielen ääntä");
    }

    @Test
    void sounds_tellAnIncomingCall_aFailureAndAReturnApart() {
        server.preferences.kept.put("sounds", true);
        begin();
        server.line.call("RINGING");
        page.waitForCondition(() -> heard("tones").size() == 4);
        List<String> incoming = heard("tones");
        page.evaluate("() => { tones.length = 0; }");
        transfer();
        server.line.message("TRANSFER_FAILED", "busy");
        page.waitForCondition(() -> heard("tones").size() == 2);
        List<String> failure = heard("tones");
        page.evaluate("() => { tones.length = 0; }");
        server.line.end("RETURNED", "busy");
        server.line.message("RETURNED");
        page.waitForCondition(() -> heard("tones").size() == 3);
        assertThat(heard("tones")).isNotEqualTo(incoming.subList(0, 3)).doesNotContainAnyElementsOf(failure);
        assertThat(failure).doesNotContainAnyElementsOf(incoming);
    }

    @Test
    void switches_areTurnedByKeyboard_andTheSoundsCanBeTried() {
        begin();
        page.getByText("Asetukset").click();
        page.locator("input[name=sounds]").focus();
        page.keyboard().press("Space");
        server.await(
                "PUT /api/me/preferences", each -> each.body().path("sounds").asBoolean());
        portal.button("Puhelu palautui").click();
        page.waitForCondition(() -> heard("tones").size() == 3);
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
        assertThat(heard("shown")).isEmpty();
        server.line.call("ENDED");
        page.evaluate("() => { away = true; }");
        server.line.call("RINGING");
        page.waitForCondition(() -> heard("shown").equals(List.of("call-1 Puhelu tulossa: Maija Meikäläinen")));
    }

    @Test
    void pressedNotification_leadsToTheCall() {
        server.preferences.kept.put("notifications", true);
        page.addInitScript("Notification.permission = 'granted'; window.away = true;");
        begin();
        page.getByText("Asetukset").click();
        page.locator("#time-zone").waitFor();
        server.line.call("RINGING");
        page.waitForCondition(() -> !heard("shown").isEmpty());
        page.evaluate("() => { window.focus = () => { window.focused = true; }; last.onclick(); }");
        assertThat(page).hasURL(Pattern.compile("#/call$"));
        assertThat(page.evaluate("() => focused")).isEqualTo(true);
        assertThat(portal.call()).isVisible();
    }

    @Test
    void returnedCall_isNotifiedToo_andOtherMessagesAreNot() {
        server.preferences.kept.put("notifications", true);
        page.addInitScript("Notification.permission = 'granted'; window.away = true;");
        failedTransfer();
        String id = server.line.transfer().path("id").asText();
        assertThat(heard("shown")).containsExactly(id + " Puhelu palautui sinulle");
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

    private void begin() {
        server.open();
        page.locator(".idle, article.call").first().waitFor();
    }

    private void transfer() {
        server.line.call("CONNECTED");
        portal.transferTo("AGENT", "Bertta");
        portal.attended();
        server.await("PUT /api/transfers/");
        assertThat(portal.progress()).isVisible();
    }

    private void failedTransfer() {
        begin();
        transfer();
        server.line.message("TRANSFER_STARTED");
        server.line.message("TRANSFER_FAILED", "busy");
        server.line.end("RETURNED", "busy");
        server.line.message("RETURNED");
        assertThat(portal.returned()).isVisible();
        assertThat(page.locator("st-announcer [role=alert]")).containsText("Puhelu palautui sinulle");
    }

    private List<String> heard(String what) {
        return ((List<?>) page.evaluate("what => window[what].map(String)", what))
                .stream().map(Object::toString).toList();
    }
}
