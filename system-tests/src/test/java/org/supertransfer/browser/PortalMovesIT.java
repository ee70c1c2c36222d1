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
import org.supertransfer.phones.Direction;
import org.supertransfer.phones.Phone;
import org.supertransfer.phones.PhoneCall;
import org.supertransfer.systemtest.Desk;
import org.supertransfer.systemtest.Desk.Conversation;
import org.supertransfer.systemtest.ServerExtension;
import org.supertransfer.systemtest.Stage;

/** What an agent does with a call and a transfer on the page, seen there and on the phones. */
@BrowserTest(whole = true)
@ExtendWith(ServerExtension.class)
class PortalMovesIT {
    private final Stage stage;
    private final PortalDesk anna;
    private final PortalPage portal;
    private final Conversation talk;

    PortalMovesIT(Stage stage, Chromium chromium) {
        this.stage = stage;
        this.anna = PortalDesk.open(stage, chromium);
        this.portal = anna.portal;
        this.talk = anna.called(stage.customer());
    }

    @BeforeEach
    void callIsShown() {
        assertThat(portal.button("Siirrä puhelu")).isVisible();
    }

    @AfterEach
    void close() {
        anna.close();
    }

    @Test
    void holdAndResume_reachBothPhones() {
        PhoneCall own = anna.desk.phone().liveCall().orElseThrow();
        portal.button("Pitoon").click();
        assertThat(portal.call().locator(".call-state")).hasText("Pidossa");
        talk.call().await("held", call -> call.flow() == Direction.INACTIVE, Desk.SOON);
        portal.button("Jatka puhelua").click();
        assertThat(portal.call().locator(".call-state")).hasText("Puhelussa");
        talk.call().await("talks again", call -> call.talksWith(own), Desk.SOON);
    }

    @Test
    void emergencyNumber_asksForAConfirmation_andIsNeverBlind() {
        portal.openTransfer();
        portal.chooseType("NUMBER");
        portal.page.fill("#number", "+358 112");
        assertThat(portal.page.locator(".emergency")).containsText("Pyydä asiakasta soittamaan itse 112.");
        assertThat(portal.button("Siirrä")).hasAttribute("aria-disabled", "true");
        portal.page.check("input[name=confirmed]");
        portal.go();
        assertThat(portal.button("Siirrä heti")).isDisabled();
        assertThat(portal.page.locator("#blind-why")).hasText("Hätänumeroon siirretään vain valvotusti.");
        portal.screenshot("portal-emergency");
        Phone centre = stage.outside().phone("112").behaves(Behaviour.answersAfter(Duration.ofMillis(300)));
        portal.attended();
        assertThat(last(".message-text")).hasText("Transfer onnistui");
        PhoneCall answered = centre.awaitCall(PhoneCall::connected, Desk.SOON);
        talk.call().await("talks to 112", call -> call.talksWith(answered), Desk.SOON);
    }

    @Test
    void agentOfTheList_getsTheCall() {
        try (Desk bertta = stage.desk()) {
            portal.transferTo("AGENT", bertta.agent().extension());
            portal.attended();
            assertThat(last(".message-text")).hasText("Transfer onnistui");
            talksTo(bertta.phone());
            assertThat(portal.page.locator(".idle")).isVisible();
        }
    }

    @Test
    void serviceNumber_isAnsweredByItsAgent() {
        try (Desk bertta = stage.desk()) {
            portal.transferTo("INBOUND", bertta.agent().inboundNumber());
            portal.attended();
            assertThat(portal.page.locator(".message-text"))
                    .hasText(new String[] {"Transfer", "Kohde hälyttää", "Kohde vastasi", "Transfer onnistui"});
            talksTo(bertta.phone());
        }
    }

    @Test
    void userOfTheList_getsTheCallBlind() {
        portal.transferTo("USER", "Ulla User");
        portal.blind();
        assertThat(portal.blindCard().locator("h2")).hasText("Transfer");
        assertThat(portal.history().first().locator(".badge").first()).hasText("Onnistui");
        talksTo(stage.user("1301"));
        assertThat(portal.page.locator(".message")).hasCount(0);
    }

    @Test
    void language_changesEveryWord_andIsRememberedByTheServer() {
        portal.button("English").click();
        assertThat(portal.call().locator(".call-state")).hasText("On a call");
        assertThat(portal.button("Transfer call")).isVisible();
        portal.page.reload();
        assertThat(portal.button("Transfer call")).isVisible();
        assertThat(anna.desk.api().get("/api/me").body().path("language").asText())
                .isEqualTo("en");
        portal.button("Svenska").click();
        assertThat(portal.page.locator("html")).hasAttribute("lang", "sv");
    }

    @Test
    void logOut_leavesTheCallAlone_andLogInShowsItAgain() {
        PhoneCall own = anna.desk.phone().liveCall().orElseThrow();
        portal.button("Kirjaudu ulos").click();
        assertThat(portal.page.locator("#username")).isVisible();
        assertThat(own.talksWith(talk.call())).isTrue();
        portal.logIn(anna.desk.agent().username(), anna.desk.agent().username());
        assertThat(portal.call().locator(".call-state")).hasText("Puhelussa");
        portal.button("Katkaise").click();
        talk.call().await(PhoneCall.State.ENDED, Desk.SOON);
    }

    @Test
    void secondTab_showsTheSame_andTheFirstSeesWhatItDoes() {
        PortalPage other = anna.secondTab();
        assertThat(other.call().locator(".call-state")).hasText("Puhelussa");
        other.button("Pitoon").click();
        assertThat(portal.call().locator(".call-state")).hasText("Pidossa");
        portal.button("Kirjaudu ulos").click();
        assertThat(other.page.locator("#username")).isVisible();
    }

    private void talksTo(Phone phone) {
        PhoneCall answered = phone.awaitCall(call -> call.connected() && call.talksWith(talk.call()), Desk.SOON);
        assertThat(answered.hears(talk.call())).isTrue();
    }

    private Locator last(String selector) {
        return portal.page.locator(selector).last();
    }
}
