package org.supertransfer.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

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

/** The line between the page and the server breaks in the middle of something, and comes back. */
@BrowserTest(whole = true)
@ExtendWith(ServerExtension.class)
class PortalConnectionIT {
    private final Stage stage;
    private final Relay relay;
    private final PortalDesk anna;
    private final PortalPage portal;
    private Conversation talk;

    PortalConnectionIT(Stage stage, Chromium chromium) {
        this.stage = stage;
        this.relay = Relay.to(stage.http());
        this.anna = PortalDesk.through(relay.address(), stage, chromium);
        this.portal = anna.portal;
    }

    @BeforeEach
    void talk() {
        talk = anna.called(stage.customer());
    }

    @AfterEach
    void close() {
        anna.close();
        relay.close();
    }

    @Test
    void callThatEndedMeanwhile_isGoneWhenTheLineIsBack() {
        lose();
        assertThat(portal.call()).isVisible();
        talk.call().hangUp();
        relay.mend();
        assertThat(portal.page.locator(".banner.back")).hasText("Yhteys palautui");
        assertThat(portal.call()).isHidden();
        assertThat(portal.page.locator(".idle h1")).hasText("Valmiina");
    }

    @Test
    void transferThatFailedMeanwhile_isShownWithEveryMessageOnce() {
        Phone target = stage.target(Behaviour.answersAfter(Duration.ofMillis(300)));
        portal.transferToNumber(target.user());
        portal.consult();
        assertThat(portal.progress().locator("h2")).hasText("Puhut kohteen kanssa");
        PhoneCall answered = target.awaitCall(PhoneCall::connected, Desk.SOON);
        lose();
        answered.hangUp();
        anna.desk.connected();
        relay.mend();
        assertThat(portal.returned().locator("h2")).hasText("Puhelu palautui sinulle");
        assertThat(portal.page.locator(".message-text")).hasText(new String[] {
            "Transfer",
            "Kohde hälyttää",
            "Kohde vastasi",
            "Transfer epäonnistui",
            "Uudelleen yhdistetään puhelu",
            "Puhelu palautui sinulle"
        });
    }

    private void lose() {
        relay.breakDown();
        assertThat(portal.page.locator(".banner.lost")).containsText("Yhteys palvelimeen katkesi.");
    }
}
