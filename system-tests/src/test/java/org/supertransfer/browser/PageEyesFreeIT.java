package org.supertransfer.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is told without looking: spoken, and signalled by sound. */
@BrowserTest
class PageEyesFreeIT {
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
    void nothingIsHeard_untilItIsSwitchedOn_butTheLiveRegionHasIt() {
        begin();
        server.line.call("RINGING");
        assertThat(page.locator("st-announcer [role=alert]")).containsText("Puhelu tulossa: Maija Meikäläinen");
        assertThat(ears.heard("spoken")).isEmpty();
        assertThat(ears.heard("tones")).isEmpty();
        assertThat(ears.heard("shown")).isEmpty();
        assertThat(page.evaluate("() => asked")).isEqualTo(0);
    }

    @Test
    void speech_saysEachMessageInTheAgentsLanguage() {
        server.preferences.kept.put("speech", true);
        failedTransfer();
        assertThat(ears.heard("spoken"))
                .contains(
                        "fi-FI Puhelussa: Maija Meikäläinen",
                        "fi-FI Transfer",
                        "fi-FI Transfer epäonnistui. Kohde on varattu",
                        "fi-FI Puhelu palautui sinulle");
        portal.button("Svenska").click();
        assertThat(page.locator("html")).hasAttribute("lang", "sv");
        server.line.call("HELD");
        page.waitForCondition(() -> ears.heard("spoken").stream().anyMatch(each -> each.startsWith("sv-SE ")));
    }

    @Test
    void urgentSpeech_cutsNewsShort_andNoUrgentOneBeforeIt() {
        server.preferences.kept.put("speech", true);
        failedTransfer();
        assertThat(ears.heard("cut")).contains("Transfer").noneMatch(each -> each.startsWith("Transfer epäonnistui"));
        page.evaluate("() => { allIsSaid(); cut.length = 0; }");
        server.line.call("HELD");
        page.waitForCondition(() -> ears.heard("spoken").contains("fi-FI Pidossa: Maija Meikäläinen"));
        server.line.message("FELL_BACK");
        page.waitForCondition(() -> ears.heard("cut").contains("Pidossa: Maija Meikäläinen"));
    }

    @Test
    void missingVoice_isNoErrorAndIsSaidInTheSettings() {
        server.preferences.kept.put("speech", true).put("sounds", true);
        page.addInitScript("window.voices = [{ lang: 'de-DE' }];");
        begin();
        server.line.call("RINGING");
        assertThat(portal.call()).isVisible();
        page.waitForCondition(() -> !ears.heard("tones").isEmpty());
        assertThat(ears.heard("spoken")).isEmpty();
        page.getByText("Asetukset").click();
        assertThat(page.locator("#hint-speech")).containsText("ei ole tämän kielen ääntä");
    }

    @Test
    void sounds_tellAnIncomingCall_aFailureAndAReturnApart() {
        server.preferences.kept.put("sounds", true);
        begin();
        server.line.call("RINGING");
        page.waitForCondition(() -> ears.heard("tones").size() == 4);
        List<String> incoming = ears.heard("tones");
        page.evaluate("() => { tones.length = 0; }");
        transfer();
        server.line.message("TRANSFER_FAILED", "busy");
        page.waitForCondition(() -> ears.heard("tones").size() == 2);
        List<String> failure = ears.heard("tones");
        page.evaluate("() => { tones.length = 0; }");
        server.line.end("RETURNED", "busy");
        server.line.message("RETURNED");
        page.waitForCondition(() -> ears.heard("tones").size() == 3);
        assertThat(ears.heard("tones")).isNotEqualTo(incoming.subList(0, 3)).doesNotContainAnyElementsOf(failure);
        assertThat(failure).doesNotContainAnyElementsOf(incoming);
    }

    @Test
    void soundsThatComeTogether_playOneAfterTheOther() {
        server.preferences.kept.put("sounds", true);
        failedTransfer();
        page.waitForCondition(() -> ears.heard("notes").size() == 5);
        List<String> notes = ears.heard("notes");
        for (int i = 1; i < notes.size(); i++) {
            assertThat(begin(notes.get(i))).isGreaterThanOrEqualTo(end(notes.get(i - 1)));
        }
    }

    @Test
    void soundThatTheBrowserHeldBack_isNotPlayedLate() {
        page.clock().install();
        page.addInitScript(
                "AudioContext.prototype.resume = () => new Promise((allowed) => (window.allowed = allowed));");
        server.preferences.kept.put("sounds", true);
        begin();
        server.line.call("RINGING");
        page.waitForFunction("() => window.allowed");
        page.clock().fastForward(4000);
        page.evaluate("() => allowed()");
        assertThat(ears.heard("tones")).isEmpty();
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
        page.waitForCondition(() -> ears.heard("tones").size() == 3);
    }

    private static double begin(String note) {
        return Double.parseDouble(note.replaceAll(",.*", ""));
    }

    private static double end(String note) {
        return Double.parseDouble(note.replaceAll(".*,", ""));
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
}
