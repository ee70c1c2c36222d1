package org.supertransfer.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.supertransfer.phones.Behaviour;
import org.supertransfer.phones.Phone;
import org.supertransfer.phones.PhoneCall;
import org.supertransfer.systemtest.Desk;
import org.supertransfer.systemtest.Desk.Conversation;
import org.supertransfer.systemtest.Stage;

/** What takes an agent a while: to leave a transfer that goes on, to pull a blind one back. On a server that waits for it. */
@BrowserTest(whole = true)
@TestInstance(Lifecycle.PER_CLASS)
class PortalPaceIT {
    private final Chromium chromium;
    private Stage stage;
    private PortalDesk anna;
    private Conversation talk;

    PortalPaceIT(Chromium chromium) {
        this.chromium = chromium;
    }

    @BeforeAll
    void start() {
        stage = Stage.open("server-pace", Map.of("ST_PULL_BACK_SECONDS", "40", "ST_NO_ANSWER_SECONDS", "60"));
    }

    @AfterAll
    void end() {
        stage.close();
    }

    @BeforeEach
    void talk() {
        anna = PortalDesk.open(stage, chromium);
        talk = anna.called(stage.customer());
    }

    @AfterEach
    void close() {
        anna.close();
    }

    @Test
    void leaving_closesTheAgentsCallAndTheTransferGoesOn() {
        Phone target = stage.target(Behaviour.rings());
        PhoneCall own = anna.desk.phone().liveCall().orElseThrow();
        anna.portal.transferToNumber(target.user());
        anna.portal.attended();
        PhoneCall ringing = target.awaitCall(call -> call.state() == PhoneCall.State.RINGING, Desk.SOON);
        assertThat(anna.portal.progress().locator("h2")).hasText("Kohde hälyttää");
        anna.portal.button("Poistu, siirto jatkuu").click();
        own.await(PhoneCall.State.ENDED, Desk.SOON);
        assertThat(anna.portal.call()).isHidden();
        assertThat(anna.portal.progress()).hasAttribute("data-state", "UNATTENDED");
        ringing.answer();
        assertThat(anna.portal.page.locator(".message-text").last()).hasText("Transfer onnistui");
        talk.call().await("talks to the target", call -> call.talksWith(ringing), Desk.SOON);
        anna.portal.screenshot("portal-left");
    }

    @Test
    void pullBack_cancelsTheTargetAndBringsTheCallBack() {
        PhoneCall ringing = transferBlind();
        button(anna.portal).click();
        cameBack(anna.portal, ringing);
        anna.portal.screenshot("portal-pulled-back");
    }

    @Test
    void reload_keepsTheButton() {
        PhoneCall ringing = transferBlind();
        anna.portal.page.reload();
        assertThat(anna.portal.blindCard().locator("h2")).hasText("Transfer");
        button(anna.portal).click();
        cameBack(anna.portal, ringing);
    }

    @Test
    void otherComputer_hasTheButtonToo_andNoneAfterwards() {
        PhoneCall ringing = transferBlind();
        PortalPage other = anna.elsewhere(chromium);
        try {
            button(other).click();
            cameBack(other, ringing);
            anna.portal.page.reload();
            assertThat(anna.portal.call().locator(".call-state")).hasText("Puhelussa");
            assertThat(anna.portal.history().first().locator(".badge").first()).hasText("Palautui");
            assertThat(button(anna.portal)).hasCount(0);
        } finally {
            other.close();
        }
    }

    @Test
    void answeredTarget_leavesNothingToPullBackAfterAReload() {
        PhoneCall ringing = transferBlind();
        ringing.answer();
        assertThat(anna.portal.history().first().locator(".badge").first()).hasText("Onnistui");
        anna.portal.page.reload();
        assertThat(anna.portal.history().first()).isVisible();
        assertThat(button(anna.portal)).hasCount(0);
    }

    private PhoneCall transferBlind() {
        Phone target = stage.target(Behaviour.rings());
        anna.portal.transferToNumber(target.user());
        anna.portal.blind();
        assertThat(anna.portal.blindCard().locator("h2")).hasText("Transfer");
        return target.awaitCall(call -> call.state() == PhoneCall.State.RINGING, Desk.SOON);
    }

    /** On the page, and on every phone. */
    private void cameBack(PortalPage page, PhoneCall ringing) {
        assertThat(page.call().locator(".call-state")).hasText("Puhelussa");
        assertThat(page.page.locator(".message")).hasCount(0);
        ringing.await(PhoneCall.State.ENDED, Desk.SOON);
        PhoneCall again = anna.desk.phone().awaitCall(PhoneCall::connected, Desk.SOON);
        talk.call().await("talks to the agent again", call -> call.talksWith(again), Desk.SOON);
        assertThat(anna.desk.phone().calls()).hasSize(2);
    }

    private static Locator button(PortalPage page) {
        return page.page.locator(".move-pullback");
    }
}
