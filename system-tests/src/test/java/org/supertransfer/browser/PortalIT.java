package org.supertransfer.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
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

/**
 * The whole walk in a browser, with the real server, a customer's phone, the agent's and the target's; every failure is
 * in {@link PortalRowsIT}.
 */
@BrowserTest(whole = true)
@ExtendWith(ServerExtension.class)
class PortalIT {
    private static final Duration MOMENT = Duration.ofMillis(400);

    private Stage stage;
    private Desk desk;
    private PortalPage portal;

    @BeforeEach
    void logIn(Stage shared, Chromium chromium) {
        stage = shared;
        desk = stage.desk();
        portal = new PortalPage(chromium.page());
        portal.page.navigate(stage.http() + "/");
        portal.logIn(desk.agent().username(), desk.agent().username());
        assertThat(portal.page.locator(".idle h1")).hasText("Valmiina");
    }

    @AfterEach
    void close() {
        portal.close();
        desk.close();
    }

    @Test
    void incomingCall_ringsAndConnectsOnThePage() {
        Conversation talk = called(stage.customer());
        assertThat(portal.call().locator(".call-state")).hasText("Puhelussa");
        assertThat(portal.call().locator(".via"))
                .containsText("Palvelu " + desk.agent().number());
        portal.screenshot("portal-connected");
        Accessibility.assertNoViolation(portal.page, "connected");
        talk.call().hangUp();
        assertThat(portal.page.locator(".idle")).isVisible();
    }

    @Test
    void hold_andResume_showOnThePage() {
        Conversation talk = called(stage.customer());
        portal.button("Pitoon").click();
        assertThat(portal.call().locator(".call-state")).hasText("Pidossa");
        portal.button("Jatka puhelua").click();
        assertThat(portal.call().locator(".call-state")).hasText("Puhelussa");
        portal.button("Katkaise").click();
        talk.call().await(PhoneCall.State.ENDED, Duration.ofSeconds(10));
    }

    @Test
    void hostileCallerName_isShownAsText() {
        String hostile = "<img src=x onerror=document.title='hacked'>";
        called(stage.outside().caller("+358403009999", hostile));
        assertThat(portal.call().locator("h1")).hasText(hostile);
        assertThat(portal.call().locator("h1 img")).hasCount(0);
        portal.screenshot("portal-hostile-name");
    }

    @Test
    void blindTransfer_closesTheCallAndSaysOnlyTransfer() {
        Phone target = answering();
        called(stage.customer());
        portal.transferToNumber(target.user());
        portal.screenshot("portal-method");
        portal.blind();
        assertThat(portal.blindCard().locator("h2")).hasText("Transfer");
        assertThat(portal.call()).isHidden();
        portal.screenshot("portal-blind");
        assertThat(portal.history().first().locator(".badge").first())
                .hasText("Onnistui", new LocatorAssertions.HasTextOptions().setTimeout(25000));
        assertThat(portal.page.locator(".message")).hasCount(0);
    }

    @Test
    void numberInTheBox_isCalledByTheAgentsPhone() {
        Phone other = answering();
        portal.page.fill("#dial", other.user());
        portal.button("Soita").click();
        assertThat(portal.call().locator(".call-state")).hasText("Puhelussa");
        other.awaitCall(PhoneCall::connected, Duration.ofSeconds(10));
        assertThat(portal.call().locator("h1")).hasText(other.user());
        portal.screenshot("portal-placed");
        portal.button("Katkaise").click();
        assertThat(portal.page.locator(".idle")).isVisible();
    }

    @Test
    void attendedTransfer_endsWithSuccess() {
        Phone target = answering();
        called(stage.customer());
        portal.transferToNumber(target.user());
        portal.attended();
        assertThat(portal.page.locator(".message-text").last()).hasText("Transfer onnistui");
        assertThat(portal.page.locator(".message-text"))
                .hasText(new String[] {"Transfer", "Kohde hälyttää", "Kohde vastasi", "Transfer onnistui"});
        portal.screenshot("portal-attended");
    }

    @Test
    void consult_swapsAndCompletes() {
        Phone customer = stage.customer();
        called(customer);
        portal.transferTo("USER", "Ulla User");
        portal.consult();
        Locator state = portal.progress().locator("h2");
        assertThat(state).hasText("Puhut kohteen kanssa");
        portal.screenshot("portal-consult");
        Accessibility.assertNoViolation(portal.page, "consult");
        portal.button("Vaihda asiakkaaseen").click();
        assertThat(state).hasText("Puhut asiakkaan kanssa");
        portal.button("Vaihda kohteeseen").click();
        assertThat(state).hasText("Puhut kohteen kanssa");
        portal.button("Yhdistä").click();
        assertThat(portal.page.locator(".message-text").last()).hasText("Transfer onnistui");
    }

    @Test
    void cancelledConsult_bringsTheCallBack() {
        called(stage.customer());
        portal.transferTo("USER", "Ulla User");
        portal.consult();
        assertThat(portal.progress().locator("h2")).hasText("Puhut kohteen kanssa");
        portal.button("Peru siirto").click();
        assertThat(portal.returned().locator("h2")).hasText("Puhelu palautui sinulle");
        assertThat(portal.page.locator(".message-text").last()).hasText("Puhelu palautui sinulle");
    }

    @Test
    void keyboardAlone_transfersTheCall() {
        Phone target = answering();
        called(stage.customer());
        portal.button("Siirrä puhelu").focus();
        portal.page.keyboard().press("Enter");
        portal.page.locator("input[value=AGENT]").press("ArrowUp");
        portal.page.keyboard().press("Tab");
        portal.page.keyboard().type(target.user());
        portal.page.locator(".fact-ok").waitFor();
        portal.page.keyboard().press("Enter");
        portal.page.keyboard().press("Enter");
        assertThat(portal.button("Siirrä heti")).isFocused();
        portal.page.keyboard().press("Tab");
        portal.page.keyboard().press("Tab");
        portal.page.keyboard().press("Enter");
        assertThat(portal.page.locator(".message-text").last()).hasText("Transfer onnistui");
    }

    @Test
    void premiumNumber_isRefusedBeforeThePress() {
        called(stage.customer());
        portal.openTransfer();
        portal.chooseType("NUMBER");
        portal.page.fill("#number", "0600 123 123");
        assertThat(portal.page.locator(".fact-no")).containsText("Lisämaksullinen numero");
        assertThat(portal.button("Siirrä")).hasAttribute("aria-disabled", "true");
        portal.screenshot("portal-premium");
    }

    @Test
    void reload_showsTheSameCall() {
        called(stage.customer());
        portal.page.reload();
        assertThat(portal.call().locator(".call-state")).hasText("Puhelussa");
    }

    private Conversation called(Phone customer) {
        Conversation talk = desk.answersCallFrom(customer);
        assertThat(portal.call().locator(".call-state")).hasText("Puhelussa");
        return talk;
    }

    private Phone answering() {
        return stage.target(Behaviour.answersAfter(MOMENT));
    }
}
