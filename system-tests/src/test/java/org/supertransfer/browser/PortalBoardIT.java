package org.supertransfer.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.supertransfer.phones.Behaviour;
import org.supertransfer.phones.Phone;
import org.supertransfer.systemtest.ServerExtension;
import org.supertransfer.systemtest.Stage;

/** A supervisor looks on while an agent works: two browsers, the real server, real phones. */
@BrowserTest
@ExtendWith(ServerExtension.class)
class PortalBoardIT {
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
}
