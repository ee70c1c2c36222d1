package org.supertransfer.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.supertransfer.phones.Behaviour;
import org.supertransfer.phones.Phone;
import org.supertransfer.phones.PhoneCall;
import org.supertransfer.systemtest.Desk;
import org.supertransfer.systemtest.Desk.Conversation;
import org.supertransfer.systemtest.ServerExtension;
import org.supertransfer.systemtest.Stage;

/** What belongs to a person and not to a page: its choices, its past transfers, and one transfer in two tabs. */
@BrowserTest(whole = true)
@ExtendWith(ServerExtension.class)
class PortalPersonIT {
    private final Stage stage;
    private final Chromium chromium;
    private final PortalDesk anna;
    private final PortalPage portal;

    PortalPersonIT(Stage stage, Chromium chromium) {
        this.stage = stage;
        this.chromium = chromium;
        this.anna = PortalDesk.open(stage, chromium);
        this.portal = anna.portal;
    }

    @BeforeEach
    void idle() {
        assertThat(portal.page.locator(".idle")).isVisible();
    }

    @AfterEach
    void close() {
        anna.close();
    }

    @Test
    void choices_followThePersonToAnotherBrowser() {
        screen(portal, "Asetukset");
        portal.page.check("input[value=dark]");
        portal.page.selectOption("#time-zone", "America/New_York");
        assertThat(portal.page.locator("#time-zone-hint")).containsText("America/New_York");
        PortalPage other = anna.elsewhere(chromium);
        assertThat(other.page.locator("html")).hasAttribute("data-theme", "dark");
        screen(other, "Asetukset");
        assertThat(other.page.locator("#time-zone")).hasValue("America/New_York");
        other.close();
    }

    @Test
    void choiceInOneTab_isSeenInTheOther() {
        PortalPage tab = anna.secondTab();
        assertThat(tab.page.locator(".idle")).isVisible();
        screen(portal, "Asetukset");
        portal.page.check("input[value=dark]");
        assertThat(tab.page.locator("html")).hasAttribute("data-theme", "dark");
    }

    @Test
    void finishedTransfer_isFoundInTheHistoryByItsTarget() {
        Phone target = stage.target(Behaviour.busy());
        anna.called(stage.customer());
        portal.transferToNumber(target.user());
        portal.attended();
        assertThat(portal.returned()).isVisible();
        screen(portal, "Historia");
        portal.page.fill("#past-target", target.user().replace("+358", "0"));
        Locator row = portal.page.locator(".table tbody tr");
        assertThat(row).hasCount(1);
        assertThat(row).containsText("Palautui");
        assertThat(portal.page.locator(".call-bar")).containsText("Puhelussa");
        portal.page.selectOption("#past-outcome", "COMPLETED");
        assertThat(portal.page.locator(".empty")).isVisible();
    }

    @Test
    void transferInTwoTabs_isTheSameInBoth_andEitherCanFinishIt() {
        Phone target = stage.target(Behaviour.answersAfter(Duration.ofMillis(300)));
        Conversation talk = anna.called(stage.customer());
        PortalPage tab = anna.secondTab();
        portal.transferToNumber(target.user());
        portal.consult();
        assertThat(tab.progress().locator("h2")).hasText("Puhut kohteen kanssa");
        assertThat(portal.progress().locator("h2")).hasText("Puhut kohteen kanssa");
        assertThat(tab.page.locator(".message-text"))
                .hasText(new String[] {"Transfer", "Kohde hälyttää", "Kohde vastasi"});
        tab.button("Yhdistä").click();
        target.awaitCall(call -> call.connected() && call.talksWith(talk.call()), Desk.SOON);
        for (PortalPage page : new PortalPage[] {portal, tab}) {
            assertThat(page.call()).isHidden();
            assertThat(page.history().first().locator(".badge").first()).hasText("Onnistui");
        }
        talk.call().await(PhoneCall.State.CONNECTED, Desk.SOON);
        talk.call().hangUp();
    }

    @Test
    void soundsOfTwoTabs_areMadeByOneOfThem() {
        portal.page
                .context()
                .addInitScript("window.tones = 0; const start = OscillatorNode.prototype.start;"
                        + "OscillatorNode.prototype.start = function (when) { tones++; start.call(this, when); };");
        portal.page.reload();
        PortalPage tab = anna.secondTab();
        screen(tab, "Asetukset");
        tab.page.locator("input[name=sounds]").check();
        portal.page.waitForFunction("() => import('/js/preferences.js').then((all) => all.pref('sounds', false))");
        anna.called(stage.customer());
        assertThat(tab.page.locator(".call-bar")).containsText("Puhelussa");
        portal.page.waitForCondition(() -> tones(portal) + tones(tab) > 0);
        // An incoming call is four notes.
        assertThat(tones(portal) + tones(tab)).isEqualTo(4);
    }

    private static int tones(PortalPage page) {
        return (int) page.page.evaluate("() => tones");
    }

    private static void screen(PortalPage page, String name) {
        page.page
                .locator(".screens")
                .getByText(name, new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(page.page.locator("st-screen h1")).isFocused();
    }
}
