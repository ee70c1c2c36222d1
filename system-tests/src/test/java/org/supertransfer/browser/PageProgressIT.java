package org.supertransfer.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supertransfer.browser.FakePortal.Reply;

/** A transfer under way and what came of it. */
@BrowserTest
class PageProgressIT {
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

    private void tell(String... codes) {
        Stream.of(codes).forEach(server.line::message);
    }

    @Nested
    class Attended {
        @BeforeEach
        void begin() {
            portal.transferTo("AGENT", "Bertta");
            portal.attended();
            assertThat(portal.progress()).isVisible();
            server.line.message("TRANSFER_STARTED");
        }

        @Test
        void answeredTarget_endsWithSuccessAndTheMessagesInOrder() {
            server.line.state("RINGING");
            tell("TARGET_RINGING", "TARGET_ANSWERED");
            server.line.end("COMPLETED", "");
            server.line.message("TRANSFER_SUCCEEDED");
            server.line.call("ENDED");
            assertThat(portal.progress()).hasAttribute("data-state", "COMPLETED");
            assertThat(portal.page.locator(".message-text"))
                    .hasText(new String[] {"Transfer", "Kohde hälyttää", "Kohde vastasi", "Transfer onnistui"});
            assertThat(portal.page.locator(".idle")).isVisible();
            portal.button("Selvä").click();
            assertThat(portal.progress()).isHidden();
        }

        @Test
        void outcome_isPutAwayByTheNextCall() {
            server.line.end("COMPLETED", "");
            server.line.call("ENDED");
            assertThat(portal.progress()).hasAttribute("data-state", "COMPLETED");
            server.line.call("next", "RINGING", "Matti");
            assertThat(portal.call().locator("h1")).hasText("Matti");
            assertThat(portal.progress()).isHidden();
            server.line.transfer().put("cost", 0.21);
            server.line.state("COMPLETED");
            server.line.call("next", "ENDED", "Matti");
            assertThat(portal.page.locator(".idle")).isVisible();
            assertThat(portal.progress()).isHidden();
        }

        @Test
        void outcomeDuringTheNextCall_isShownAfterIt() {
            server.line.state("UNATTENDED");
            server.line.call("ENDED");
            assertThat(portal.progress()).hasAttribute("data-state", "UNATTENDED");
            server.line.call("next", "CONNECTED", "Matti");
            assertThat(portal.call().locator("h1")).hasText("Matti");
            server.line.end("FELL_BACK", "busy");
            assertThat(portal.progress()).isHidden();
            server.line.call("next", "ENDED", "Matti");
            assertThat(portal.progress()).hasAttribute("data-state", "FELL_BACK");
        }

        @Test
        void outcomeOnACallThatIsStillThere_staysBesideAnother() {
            server.line.end("RETURNED", "busy");
            assertThat(portal.returned()).isVisible();
            server.line.call("next", "RINGING", "Matti");
            assertThat(portal.call()).hasCount(2);
            assertThat(portal.returned()).isVisible();
        }

        @ParameterizedTest
        @CsvSource({
            "TARGET_NO_ANSWER, no-answer, Kohde ei vastannut, Kohde ei vastannut ajoissa",
            "TRANSFER_FAILED, busy, Transfer epäonnistui, Kohde on varattu",
            "TRANSFER_FAILED, declined, Transfer epäonnistui, Kohde hylkäsi puhelun",
            "TRANSFER_FAILED, not-found, Transfer epäonnistui, Numeroa ei löytynyt",
            "TRANSFER_FAILED, unreachable, Transfer epäonnistui, Kohteeseen ei saatu yhteyttä",
        })
        void failedTarget_returnsTheCallUnmistakably(String code, String reason, String text, String words) {
            server.line.message(code, reason);
            server.line.state("RETRIEVING");
            server.line.message("RECONNECTING");
            assertThat(portal.progress().locator("h2")).hasText("Puhelu palaa sinulle…");
            server.line.end("RETURNED", reason);
            server.line.message("RETURNED");
            server.line.call("CONNECTED");
            assertThat(portal.returned().locator("h2")).hasText("Puhelu palautui sinulle");
            assertThat(portal.page.locator(".message-text"))
                    .hasText(
                            new String[] {"Transfer", text, "Uudelleen yhdistetään puhelu", "Puhelu palautui sinulle"});
            assertThat(portal.page.locator(".message-reason")).hasText(words);
            assertThat(portal.button("Siirrä puhelu")).isVisible();
        }

        @Test
        void customerWhoHangsUp_endsItWithTheGuidesText() {
            server.line.end("ABANDONED", "transferee-hung-up");
            server.line.message("TRANSFEREE_HUNG_UP");
            server.line.call("ENDED");
            assertThat(portal.progress().locator("h2")).hasText("Transferattu katkaisi puhelun");
            assertThat(portal.page.locator(".message-text"))
                    .hasText(new String[] {"Transfer", "Transferattu katkaisi puhelun"});
        }

        @Test
        void leaving_letsTheTransferGoOnAndItsMessagesStillCome() {
            server.line.state("RINGING");
            portal.button("Poistu, siirto jatkuu").click();
            server.await("POST /api/transfers/");
            server.line.state("UNATTENDED");
            server.line.call("ENDED");
            assertThat(portal.progress().locator("h2")).hasText("Siirto jatkuu ilman sinua");
            server.line.end("FELL_BACK", "busy");
            server.line.message("FELL_BACK");
            assertThat(portal.page.locator(".message-text").last()).hasText("Puhelu palautettiin jonoon");
        }

        @Test
        void staleMove_isExplainedAndShownAsItIsNow() {
            server.line.state("RINGING");
            assertThat(portal.progress()).hasAttribute("data-state", "RINGING");
            server.line.transfer().put("state", "CONNECTING").put("version", 999);
            server.next("POST /api/transfers/", Reply.problem(409, "stale"));
            portal.button("Peru siirto").click();
            assertThat(portal.notice()).containsText("Tilanne ehti muuttua.");
            assertThat(portal.progress()).hasAttribute("data-state", "CONNECTING");
            assertThat(portal.button("Peru siirto")).isHidden();
        }

        @Test
        void olderFrame_isDropped() {
            server.line.state("RINGING");
            assertThat(portal.progress()).hasAttribute("data-state", "RINGING");
            server.push(server.line
                    .transfer()
                    .deepCopy()
                    .put("type", "transfer")
                    .put("state", "DIALING")
                    .put("version", 1));
            server.line.message("TARGET_RINGING");
            assertThat(portal.page.locator(".message-text").last()).hasText("Kohde hälyttää");
            assertThat(portal.progress()).hasAttribute("data-state", "RINGING");
        }

        @Test
        void messages_areAnnouncedAloud() {
            server.line.message("TRANSFER_FAILED", "busy");
            assertThat(portal.page.locator("st-announcer [role=alert]"))
                    .containsText("Transfer epäonnistui. Kohde on varattu");
        }
    }

    @Nested
    class Consult {
        @BeforeEach
        void begin() {
            portal.transferTo("USER", "Ulla");
            portal.consult();
            assertThat(portal.progress()).isVisible();
            server.line.state("CONSULTING");
            assertThat(portal.progress()).hasAttribute("data-state", "CONSULTING");
        }

        @Test
        void consulting_showsWhoHearsWhom() {
            assertThat(portal.page.locator(".party-status")).hasText(new String[] {"pidossa", "puhuu", "puhuu"});
            server.line.state("ASIDE");
            assertThat(portal.page.locator(".party-status")).hasText(new String[] {"puhuu", "puhuu", "pidossa"});
        }

        @Test
        void swapAndComplete_carryTheVersionThatWasSeen() {
            int version = server.line.transfer().path("version").asInt();
            portal.button("Vaihda asiakkaaseen").click();
            FakePortal.Sent swap =
                    server.await("POST /api/transfers/", each -> each.call().endsWith("/swap"));
            assertThat(swap.body().path("version").asInt()).isEqualTo(version);
            server.line.state("ASIDE");
            assertThat(portal.button("Vaihda kohteeseen")).isVisible();
            portal.button("Yhdistä").click();
            FakePortal.Sent complete =
                    server.await("POST /api/transfers/", each -> each.call().endsWith("/complete"));
            assertThat(complete.body().path("version").asInt()).isGreaterThan(version);
        }

        @Test
        void staleSwapInTheSameState_isSentAgainWithTheNewVersion() {
            server.line.transfer().put("version", 999);
            server.next("POST /api/transfers/", Reply.problem(409, "stale"));
            portal.button("Vaihda asiakkaaseen").click();
            server.await(
                    "POST /api/transfers/", each -> each.body().path("version").asInt() == 999);
            assertThat(portal.notice()).isHidden();
        }

        @Test
        void moveByKeyboard_leavesTheFocusOnTheTransfer() {
            portal.button("Peru siirto").press("Enter");
            server.await("POST /api/transfers/");
            assertThat(portal.button("Peru siirto")).isFocused();
            server.line.state("RETRIEVING");
            assertThat(portal.call().locator("h1")).isFocused();
        }

        @Test
        void cancel_bringsTheCallBack() {
            portal.button("Peru siirto").click();
            server.await("POST /api/transfers/", each -> each.call().endsWith("/cancel"));
            tell("CANCELLED", "RECONNECTING");
            server.line.end("RETURNED", "cancelled");
            server.line.message("RETURNED");
            assertThat(portal.page.locator(".message-text"))
                    .hasText(
                            new String[] {"Siirto peruttu", "Uudelleen yhdistetään puhelu", "Puhelu palautui sinulle"});
        }

        @Test
        void customerWhoLeavesDuringTheTalk_leavesTheAgentWithTheTarget() {
            server.line.message("TRANSFEREE_HUNG_UP");
            server.line.end("ABANDONED", "transferee-hung-up");
            assertThat(portal.returned().locator("h2")).hasText("Transferattu katkaisi puhelun");
            assertThat(portal.button("Katkaise")).isVisible();
        }
    }
}
