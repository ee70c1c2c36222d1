package org.supertransfer.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supertransfer.browser.FakePortal.Reply;

/** The note for the target, on both ends; and what an agent does when a transfer came to nothing. */
@BrowserTest
class PageHandoverIT {
    private PortalPage portal;
    private FakePortal server;

    @BeforeEach
    void open(Chromium chromium) {
        portal = new PortalPage(chromium.page());
        server = new FakePortal(portal.page);
        server.line.call("CONNECTED");
        server.open();
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void note_goesWithTheTransfer() {
        portal.transferTo("AGENT", "Bertta");
        portal.press("n");
        assertThat(portal.page.locator("#note")).isFocused();
        portal.page.keyboard().type("Lasku 4711, ab?");
        portal.press("Enter");
        portal.page.keyboard().type("soittaa toisen kerran");
        portal.press("Control+Enter");
        assertThat(portal.button("Siirrä heti")).isFocused();
        portal.press("Enter");
        assertThat(server.await("PUT /api/transfers/").body().path("note").asText())
                .isEqualTo("Lasku 4711, ab?\nsoittaa toisen kerran");
    }

    @Test
    void targetWithoutAPage_getsNoNote() {
        portal.transferTo("USER", "Ulla");
        assertThat(portal.page.locator("#note")).hasCount(0);
        portal.chooseType("AGENT");
        portal.option("Bertta").click();
        portal.go();
        portal.page.fill("#note", "Lasku 4711");
        portal.chooseType("NUMBER");
        portal.page.fill("#number", "0401234567");
        portal.page.locator(".fact-ok").waitFor();
        portal.go();
        portal.attended();
        assertThat(server.await("PUT /api/transfers/").body().has("note")).isFalse();
    }

    @Test
    void callThatIsPassedOn_showsByWhomAndTheNote_asText() {
        server.line.handedOver(
                "RINGING", "Bertta <i>Nieminen</i>", "<img src=x onerror=document.title='hacked'>\nkaksi riviä");
        assertThat(handover().locator("h2")).hasText("Siirtää sinulle: Bertta <i>Nieminen</i> 1202");
        assertThat(handover().locator(".handover-note")).containsText("<img src=x onerror=document.title='hacked'>");
        assertThat(handover().locator("img")).hasCount(0);
        assertThat(handover().locator("i")).hasCount(0);
        Accessibility.assertNoViolation(portal.page, "handover");
        server.line.handedOver("CONNECTED", "Bertta Nieminen", "kaksi riviä");
        assertThat(portal.call().locator(".call-state")).hasText("Puhelussa");
        assertThat(handover().locator(".handover-note")).hasText("kaksi riviä");
    }

    @Test
    void callOfOnesOwn_showsNoHandover() {
        assertThat(portal.button("Siirrä puhelu")).isVisible();
        assertThat(handover()).hasCount(0);
    }

    @Test
    void tryAgain_sendsTheSameOrderWithANewId() {
        returned("busy");
        assertThat(portal.page.locator(".message-reason")).hasText("Kohde on varattu");
        Accessibility.assertNoViolation(portal.page, "returned");
        portal.button("Yritä uudelleen").click();
        portal.page.waitForCondition(() -> server.sent("PUT /api/transfers/").size() == 2);
        assertThat(server.sent("PUT /api/transfers/"))
                .extracting(FakePortal.Sent::body)
                .containsOnly(server.sent("PUT /api/transfers/").get(0).body());
        assertThat(server.sent("PUT /api/transfers/"))
                .extracting(FakePortal.Sent::call)
                .doesNotHaveDuplicates();
        assertThat(portal.progress()).isVisible();
    }

    @Test
    void tryAgainAfterAReload_asksForWhatTheTransferShows() {
        returned("declined");
        portal.page.reload();
        portal.button("Yritä uudelleen").click();
        portal.page.waitForCondition(() -> server.sent("PUT /api/transfers/").size() == 2);
        assertThat(server.sent("PUT /api/transfers/").get(1).body())
                .isEqualTo(FakePortal.object("{'callId':'call-1','method':'ATTENDED','consult':false,'confirmed':false,"
                        + "'target':{'type':'AGENT','id':'bertta'},'note':'Lasku 4711'}"));
    }

    @Test
    void tryAgain_afterATransferWhoseAnswersWereLost_isAnotherTransfer() {
        portal.page.clock().install();
        portal.page.reload();
        portal.transferTo("AGENT", "Bertta");
        FakePortal.Sent lost = orderWithoutAnswer();
        server.line.begin(lost.call().replaceAll(".*/", ""), lost.body());
        server.line.message("TARGET_NO_ANSWER", "no-answer");
        server.line.end("RETURNED", "no-answer");
        server.drop();
        assertThat(portal.returned()).isVisible();
        portal.button("Yritä uudelleen").click();
        FakePortal.Sent again =
                server.await("PUT /api/transfers/", each -> !each.call().equals(lost.call()));
        assertThat(again.body()).isEqualTo(lost.body());
        assertThat(portal.progress()).isVisible();
    }

    @Test
    void answerThatComesAfterTheOutcome_leavesTheNextPanelOpen() {
        server.next("PUT /api/transfers/", Reply.NOT_YET);
        portal.transferTo("AGENT", "Bertta");
        portal.attended();
        FakePortal.Sent ordered = server.await("PUT /api/transfers/");
        server.line.begin(ordered.call().replaceAll(".*/", ""), ordered.body());
        server.line.message("TRANSFER_FAILED", "busy");
        server.line.end("RETURNED", "busy");
        assertThat(portal.returned()).isVisible();
        portal.press("e");
        assertThat(portal.page.locator("input[value=AGENT]")).isFocused();
        portal.page.waitForResponse(
                "**/api/transfers/*", () -> server.answerNow(new Reply(202, server.line.transfer())));
        portal.option("Bertta").click();
        portal.go();
        assertThat(portal.panel()).isVisible();
    }

    @Test
    void otherTarget_opensThePanel() {
        returned("no-answer");
        portal.press("e");
        assertThat(portal.panel()).isVisible();
        assertThat(portal.page.locator("input[value=AGENT]")).isFocused();
    }

    @Test
    void cancelledTransfer_isNotOfferedAgain() {
        returned("cancelled");
        assertThat(portal.button("Yritä uudelleen")).hasCount(0);
    }

    @Test
    void returnedBanner_spacesTheNumber() {
        portal.transferToNumber("0401234567");
        portal.attended();
        server.await("PUT /api/transfers/");
        server.line.end("RETURNED", "busy");
        assertThat(portal.returned().locator(".returned-head .num span")).hasText(new String[] {"040", "123", "4567"});
    }

    /** An attended transfer that is asked for until the page gives up; each time the answer gets lost. */
    private FakePortal.Sent orderWithoutAnswer() {
        for (int tries = 1; tries <= 7; tries++) {
            server.next("PUT /api/transfers/", new Reply(0, null));
        }
        portal.attended();
        for (int tries = 1; tries <= 7; tries++) {
            int sofar = tries;
            portal.page.waitForCondition(
                    () -> server.sent("PUT /api/transfers/").size() == sofar);
            portal.page.evaluate("() => fetch('/api/me').then(() => {})");
            portal.page.clock().fastForward(8000);
        }
        assertThat(portal.panel().locator(".error")).isVisible();
        return server.await("PUT /api/transfers/");
    }

    private void returned(String reason) {
        portal.transferTo("AGENT", "Bertta");
        portal.page.fill("#note", "Lasku 4711");
        portal.attended();
        server.await("PUT /api/transfers/");
        server.line.message("TRANSFER_FAILED", reason);
        server.line.end("RETURNED", reason);
        assertThat(portal.returned()).isVisible();
    }

    private Locator handover() {
        return portal.page.locator(".handover");
    }
}
