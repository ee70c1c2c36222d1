package org.supertransfer.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.supertransfer.phones.Behaviour;
import org.supertransfer.phones.Phone;
import org.supertransfer.phones.PhoneCall;
import org.supertransfer.systemtest.Desk;
import org.supertransfer.systemtest.Desk.Conversation;
import org.supertransfer.systemtest.RehearsalRow;
import org.supertransfer.systemtest.ServerExtension;
import org.supertransfer.systemtest.Stage;

/** The transfer's panel with the real server: by keyboard alone, with a note, and told the truth before and after. */
@BrowserTest(whole = true)
@ExtendWith(ServerExtension.class)
class PortalPanelIT {
    private static final Duration MOMENT = Duration.ofMillis(300);
    private static final Pattern BILLED_APART = Pattern.compile("erikseen", Pattern.CASE_INSENSITIVE);

    private final Stage stage;
    private final PortalDesk anna;
    private final PortalPage portal;

    PortalPanelIT(Stage stage, Chromium chromium) {
        this.stage = stage;
        this.anna = PortalDesk.open(stage, chromium);
        this.portal = anna.portal;
    }

    @AfterEach
    void close() {
        anna.close();
    }

    @Test
    void keyboardAlone_transfersWithANote_thatTheTargetReadsWhileItRingsAndWhileTheyTalk(Chromium chromium) {
        try (PortalDesk bertta = PortalDesk.open(stage, chromium)) {
            bertta.desk.phone().behaves(Behaviour.answersAfter(Duration.ofMillis(1200)));
            Conversation talk = anna.called(stage.customer());
            portal.press("t");
            portal.page.keyboard().type(bertta.desk.agent().extension());
            portal.press("Enter");
            assertThat(portal.button("Siirrä")).isFocused();
            portal.press("n");
            portal.page.keyboard().type("Lasku 4711 <b>kahdesti</b>");
            portal.press("Control+Enter", "a");

            Locator told = bertta.portal.page.locator(".handover");
            assertThat(told.locator(".handover-note")).hasText("Lasku 4711 <b>kahdesti</b>");
            assertThat(bertta.portal.call().locator(".call-state")).hasText("Puhelu tulossa");
            assertThat(told).containsText(anna.desk.agent().extension());
            bertta.portal.screenshot("portal-handover");
            assertThat(bertta.portal.call().locator(".call-state")).hasText("Puhelussa");
            assertThat(told.locator(".handover-note")).hasText("Lasku 4711 <b>kahdesti</b>");
            assertThat(portal.page.locator(".message-text").last()).hasText("Transfer onnistui");
            bertta.desk.phone().awaitCall(call -> call.talksWith(talk.call()), Desk.SOON);
        }
    }

    @Test
    void targetOfBefore_isOneDigitAway_withWhatIsKnownOfIt() {
        try (Desk bertta = stage.desk()) {
            anna.called(stage.customer());
            portal.transferTo("AGENT", bertta.agent().extension());
            portal.attended();
            assertThat(portal.page.locator(".message-text").last()).hasText("Transfer onnistui");
            bertta.phone().liveCall().orElseThrow().hangUp();

            anna.called(stage.customer());
            portal.press("t");
            assertThat(portal.quickTargets())
                    .containsText(new String[] {bertta.agent().extension()});
            portal.press("1");
            assertThat(portal.page.locator("#go-why .target-answered"))
                    .hasText(Pattern.compile("Vastasi 1 kertaa viimeisestä 1 siirrosta, yleensä \\d+ sekunnissa"));
            assertThat(portal.page.locator("#go-why .since")).hasText(Pattern.compile("juuri nyt|\\d+ min"));
            portal.screenshot("portal-quick");
            portal.press("f");
            assertThat(portal.button("Suosikki")).hasAttribute("aria-pressed", "true");
            portal.press("a");
            assertThat(portal.page.locator(".message-text").last()).hasText("Transfer onnistui");
        }
    }

    @Test
    void changedKeyAndFavourite_areThereAfterALogOut() {
        anna.called(stage.customer());
        portal.transferTo("USER", "Ulla User");
        portal.press("f");
        assertThat(portal.button("Suosikki")).hasAttribute("aria-pressed", "true");
        portal.press("?");
        portal.page.locator("[data-action=transfer]").click();
        portal.press("m");
        assertThat(portal.page.locator(".keys-said")).hasText("M: Siirrä puhelu: avaa ja sulje");
        portal.press("Escape");
        portal.button("Kirjaudu ulos").click();
        portal.logIn(anna.desk.agent().username(), anna.desk.agent().username());
        assertThat(portal.button("Siirrä puhelu")).isVisible();
        portal.press("m");
        assertThat(portal.quickTargets().first()).containsText("Ulla User");
    }

    @Test
    void emergencyNumber_isKnownInEverySpelling() {
        anna.called(stage.customer());
        portal.openTransfer();
        portal.chooseType("NUMBER");
        for (String spelling : List.of("112", "1 1 2", "+358112", "0112", "112#", "00358 112", "+358 (0)112")) {
            portal.page.fill("#number", "");
            assertThat(portal.page.locator(".emergency")).isHidden();
            portal.page.fill("#number", spelling);
            assertThat(portal.page.locator(".emergency")).containsText("Pyydä asiakasta soittamaan itse 112.");
            assertThat(portal.button("Siirrä")).hasAttribute("aria-disabled", "true");
        }
        portal.press("Enter", "Space", "Enter", "b");
        assertThat(portal.page.locator("#blind-why")).hasText("Hätänumeroon siirretään vain valvotusti.");
        assertThat(portal.call().locator(".call-state")).hasText("Puhelussa");
    }

    @Test
    void busyTarget_returnsTheCallWithItsReason_andTryAgainReachesIt() {
        Phone target = stage.target(Behaviour.busy());
        Conversation talk = anna.called(stage.customer());
        portal.transferToNumber(target.user());
        portal.attended();
        assertThat(portal.returned().locator("h2")).hasText("Puhelu palautui sinulle");
        assertThat(portal.page.locator(".message-reason")).hasText("Kohde on varattu");
        portal.screenshot("portal-returned");
        target.behaves(Behaviour.answersAfter(MOMENT));
        assertThat(portal.button("Yritä uudelleen")).isVisible();
        portal.press("y");
        assertThat(portal.page.locator(".message-text").last()).hasText("Transfer onnistui");
        target.awaitCall(call -> call.talksWith(talk.call()), Desk.SOON);
        assertThat(portal.history()).hasCount(2);
    }

    @Test
    void serviceNumber_isLookedAtTwice_andEndsWithItsCost() {
        Conversation talk = anna.called(stage.customer());
        portal.openTransfer();
        portal.chooseType("NUMBER");
        portal.page.fill("#number", RehearsalRow.SERVICE.number());
        portal.page.locator(".fact-ok").waitFor();
        portal.press("Enter");
        assertThat(portal.button("Siirrä")).isFocused();
        portal.press("Enter");
        assertThat(portal.secondLook()).containsText("Tämä numero laskutetaan erikseen");
        portal.screenshot("portal-second-look");
        portal.press("Enter", "a");
        assertThat(portal.progress()).hasAttribute("data-state", "COMPLETED");
        assertThat(portal.progress().locator(".cost")).containsText(BILLED_APART);
        talk.call().hangUp();
        talk.call().await(PhoneCall.State.ENDED, Desk.SOON);
        assertThat(portal.history().locator(".cost")).containsText(BILLED_APART);
    }
}
