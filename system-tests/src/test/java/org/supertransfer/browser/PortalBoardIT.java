package org.supertransfer.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
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

/** A supervisor looks on while an agent works: two browsers, the real server, real phones. */
@BrowserTest(whole = true)
@ExtendWith(ServerExtension.class)
class PortalBoardIT {
    private static final String[] TOLD = {
        "Transfer",
        "Kohde hälyttää",
        "Kohde vastasi",
        "Siirto peruttu",
        "Uudelleen yhdistetään puhelu",
        "Puhelu palautui sinulle"
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

    /** In a consultation nothing runs out while the supervisor looks. */
    @Test
    void supervisor_takesACustomerBack_theAgentIsTold_andTheFateTellsAll() {
        Conversation talk = anna.called(stage.customer());
        Phone carol = stage.target(Behaviour.answersAfter(Duration.ZERO));
        anna.portal.transferToNumber(carol.user());
        anna.portal.consult();
        assertThat(anna.portal.progress()).hasAttribute("data-state", "CONSULTING");
        Locator line = transferTo(carol);
        assertThat(line).containsText("Agentti puhuu kohteen kanssa");
        sanna.screenshot("portal-board");
        line.locator(".retrieve").click();
        sanna.page.locator("dialog .primary").click();
        assertThat(anna.portal.returned().locator("h2")).hasText("Puhelu palautui sinulle");
        assertThat(anna.portal.returned()).containsText("Esimies palautti puhelun");
        assertThat(line).hasCount(0);
        PhoneCall agent = anna.desk.phone().liveCall().orElseThrow();
        talk.call().await("talks to the agent again", call -> call.talksWith(agent), Desk.SOON);

        sanna.page.navigate(stage.http() + "/#/fate/" + talk.callId());
        assertThat(sanna.page.locator("st-fate [data-fact='fate.retrieved'] dd"))
                .hasText("Sanna Valvoja");
        assertThat(sanna.page.locator(".fate-transfer li[data-code]")).containsText(TOLD);
        assertThat(sanna.page.locator("section[aria-labelledby='fate-legs'] tbody tr"))
                .hasCount(3);
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

    /** The board's line of the transfer to this number; shown numbers are spaced. */
    private Locator transferTo(Phone target) {
        String end = target.user().substring(target.user().length() - 4);
        return sanna.page
                .locator("section[aria-labelledby='board-transfers'] tbody tr")
                .filter(new Locator.FilterOptions().setHasText(end));
    }
}
