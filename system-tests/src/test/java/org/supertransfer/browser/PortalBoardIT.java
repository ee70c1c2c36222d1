package org.supertransfer.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.supertransfer.phones.Behaviour;
import org.supertransfer.phones.Phone;
import org.supertransfer.systemtest.Desk;
import org.supertransfer.systemtest.Desk.Conversation;
import org.supertransfer.systemtest.ServerExtension;
import org.supertransfer.systemtest.Stage;

/** A supervisor looks on while an agent works: two browsers, the real server, real phones. */
@BrowserTest
@ExtendWith(ServerExtension.class)
class PortalBoardIT {
    private static final String[] MESSAGES = {
        "Transfer", "Kohde hälyttää", "Siirto peruttu", "Uudelleen yhdistetään puhelu", "Puhelu palautui sinulle"
    };

    private final Stage stage;
    private final PortalDesk anna;
    private final PortalPage sanna;

    PortalBoardIT(Stage stage, Chromium chromium) {
        this.stage = stage;
        this.anna = PortalDesk.open(stage, chromium);
        this.sanna = new PortalPage(chromium.page());
    }

    @BeforeEach
    void watch() {
        sanna.page.navigate(stage.http() + "/");
        sanna.logIn(Stage.SUPERVISOR, Stage.SUPERVISOR);
        assertThat(sanna.page.locator("st-board table").first()).isVisible();
    }

    @AfterEach
    void close() {
        sanna.close();
        anna.close();
    }

    @Test
    void supervisor_seesATransferRing_takesItBack_andItsFateTellsSo() {
        Conversation talk = anna.called(stage.customer());
        Phone carol = stage.target(Behaviour.rings());
        anna.portal.transferToNumber(carol.user());
        anna.portal.attended();
        assertThat(transfer(carol)).containsText("Kohde hälyttää");
        sanna.screenshot("portal-board");
        transfer(carol).locator(".retrieve").click();
        sanna.page.locator("dialog .primary").click();
        assertThat(anna.portal.returned().locator("h2")).hasText("Puhelu palautui sinulle");
        assertThat(anna.portal.returned().locator(".message-reason")).hasText("Esimies palautti puhelun");
        assertThat(transfer(carol)).hasCount(0);
        talk.call()
                .await(
                        "talks to Anna again",
                        call -> call.talksWith(anna.desk.phone().liveCall().orElseThrow()),
                        Desk.SOON);

        sanna.page.navigate(stage.http() + "/#/fate/" + talk.callId());
        assertThat(sanna.page.locator("[data-fact='fate.retrieved'] dd")).hasText("Sanna Valvoja");
        assertThat(sanna.page.locator(".fate-transfer li[data-code]")).containsText(MESSAGES);
        assertThat(sanna.page.locator("tr").filter(new Locator.FilterOptions().setHasText("487")))
                .not()
                .hasCount(0);
        sanna.screenshot("portal-fate");
    }

    @Test
    void successRates_areShownAndSaved() throws IOException {
        anna.called(stage.customer());
        Phone carol = stage.target(Behaviour.busy());
        anna.portal.transferToNumber(carol.user());
        anna.portal.attended();
        assertThat(anna.portal.returned().locator("h2")).hasText("Puhelu palautui sinulle");
        sanna.page.navigate(stage.http() + "/#/rates");
        assertThat(sanna.page.locator("st-rates canvas")).isVisible();
        assertThat(sanna.page.locator("st-rates tbody tr").last()).containsText("Yhteensä");
        sanna.screenshot("portal-rates");
        Download saved = sanna.page.waitForDownload(
                () -> sanna.page.locator("st-rates a[download]").click());
        assertThat(saved.suggestedFilename()).isEqualTo("success-by-target.csv");
        assertThat(Files.readString(saved.path()))
                .startsWith("\uFEFFtarget,name,number,transfers,")
                .contains("\r\nNUMBER:" + carol.user() + ",,'" + carol.user() + ",1,0,1,");
    }

    /** The line of the transfer to this number. */
    private Locator transfer(Phone target) {
        return sanna.page
                .locator("section[aria-labelledby='board-transfers'] tbody tr")
                .filter(new Locator.FilterOptions()
                        .setHasText(target.user().substring(target.user().length() - 4)));
    }
}
