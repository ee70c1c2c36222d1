package org.supertransfer.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supertransfer.browser.FakePortal.Reply;

/** The supervisor's screens: the board and how it is kept, a call's fate, success rates. */
@BrowserTest
class PageBoardIT {
    private static final String RETRIEVE = "POST /api/transfers/" + FakeBoard.TRANSFER + "/retrieve";

    private Page page;
    private FakePortal server;
    private FakeBoard board;

    @BeforeEach
    void begin(Chromium chromium) {
        page = chromium.page();
        server = new FakePortal(page);
        board = new FakeBoard();
        server.rooms.add(board);
        server.me
                .put("username", "sanna")
                .put("name", "Sanna Valvoja")
                .putArray("roles")
                .add("supervisor");
    }

    @AfterEach
    void close() {
        new PortalPage(page).close();
    }

    @Test
    void board_showsTransfersQueuesAgentsAndOutcomes() {
        open("board");
        assertThat(row(FakeBoard.TRANSFER)).containsText("Maija");
        assertThat(row(FakeBoard.TRANSFER)).containsText("Anna Virtanen");
        assertThat(row(FakeBoard.TRANSFER)).containsText("Kohde hälyttää");
        assertThat(row("0201234500").locator(".waits")).hasText("3");
        assertThat(row("anna")).containsText("puhelussa");
        assertThat(page.locator(".board-tile.outcome-COMPLETED dd")).hasText("42");
    }

    @Test
    void frame_changesWhatItTells_andKeepsTheRest() {
        open("board");
        ObjectNode frame = board.frame(5, 6);
        frame.putArray("transfers");
        frame.withArray("agents").add(FakeBoard.agent("bertta", "Bertta Nieminen", "AWAY"));
        frame.withArray("gone").add("anna");
        server.push(frame);
        assertThat(row("bertta")).containsText("Poissa");
        assertThat(row("anna")).hasCount(0);
        assertThat(row(FakeBoard.TRANSFER)).hasCount(0);
        server.push(board.frame(0, 4));
        server.push(board.frame(5, 6));
        assertThat(row(FakeBoard.TRANSFER)).hasCount(0);
        assertThat(server.sent("GET /api/board")).hasSize(1);
    }

    @Test
    void missedFrame_readsTheBoardAgain() {
        open("board");
        board.board.put("version", 9).withArray("agents").add(FakeBoard.agent("ville", "Ville Virtanen", "OFFLINE"));
        server.push(board.frame(8, 9));
        assertThat(row("ville")).isVisible();
        assertThat(server.sent("GET /api/board")).hasSize(2);
    }

    @Test
    void reconnection_readsTheBoardAgain() {
        open("board");
        board.board.put("version", 1).withArray("agents").add(FakeBoard.agent("ville", "Ville Virtanen", "OFFLINE"));
        server.drop();
        assertThat(row("ville")).isVisible();
    }

    @Test
    void retrieval_asksOnce_sendsTheShownVersion_andSaysWhyNot() {
        open("board");
        page.locator(".retrieve").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("dialog")).containsText("Anna Virtanen");
        page.keyboard().press("Escape");
        assertThat(page.locator("dialog")).hasCount(0);
        assertThat(page.locator(".retrieve")).isFocused();
        server.next(RETRIEVE, Reply.problem(409, "stale"), new Reply(202, board.board.at("/transfers/0")));
        page.keyboard().press("Enter");
        page.locator("dialog .primary").click();
        assertThat(page.locator("dialog [role=alert]")).containsText("Tilanne");
        ObjectNode frame = board.frame(5, 6);
        ((ObjectNode) frame.at("/transfers/0")).put("version", 4).put("state", "CONSULTING");
        server.push(frame);
        assertThat(page.locator("dialog")).containsText("Agentti puhuu kohteen kanssa");
        page.locator("dialog .primary").click();
        assertThat(page.locator("dialog")).hasCount(0);
        assertThat(server.sent(RETRIEVE).get(0).body().path("version").asInt()).isEqualTo(3);
        assertThat(server.sent(RETRIEVE).get(1).body().path("version").asInt()).isEqualTo(4);
    }

    @Test
    void unknownCall_isSaid_andNobodyFoundToo() {
        open("fate/nothing");
        assertThat(page.locator("st-fate [role=alert]")).not().isEmpty();
        open("fate/%3Fnobody");
        assertThat(page.locator("st-fate .empty")).isVisible();
    }

    @Test
    void fate_isReadableToTheTenth_andItsTextsAreTexts() {
        open("board");
        page.fill("#board-search", "maija");
        page.keyboard().press("Enter");
        row(FakeBoard.CALL).locator("a").click();
        assertThat(page.locator("st-fate h1")).containsText("Maija");
        assertThat(page.locator("[data-fact='fate.held'] dd")).hasText("12,3 s");
        assertThat(page.locator("[data-fact='fate.retrieved'] dd")).hasText("Sanna Valvoja");
        assertThat(page.locator("[data-fact='fate.note'] dd")).hasText("<b>hyvitys</b>");
        assertThat(page.locator("[data-fact='fate.shown'] dd")).containsText("0201");
        assertThat(page.locator("[data-code=TRANSFER_FAILED]")).containsText("Kohde on varattu");
        assertThat(page.locator("[data-code=TRANSFER_FAILED] time")).hasText(Pattern.compile("\\d\\d.\\d\\d.02,0"));
        assertThat(row("l2")).containsText("Varattu");
    }

    @Test
    void questionBeforeARetrieval_hasNoViolation() {
        open("board");
        page.locator(".retrieve").click();
        assertThat(page.locator("dialog")).isVisible();
        Accessibility.assertNoViolation(page, "retrieve");
    }

    @Test
    void rates_areDrawnAndListed_andSavedAsCsv() {
        open("rates");
        assertThat(page.locator("st-rates canvas")).isVisible();
        assertThat(page.locator("st-rates tbody tr")).hasCount(2);
        assertThat(page.locator("st-rates tbody tr").first()).containsText("77,5");
        assertThat(page.locator("a[download]").getAttribute("href"))
                .startsWith("/api/reports/success?")
                .contains("by=target", "format=csv");
        page.selectOption("#rates-by", "hour");
        assertThat(page.locator("st-rates tbody tr")).hasCount(25);
        page.selectOption("#rates-period", "own");
        page.fill("#rates-from", "2026-11-01");
        page.locator("#rates-from").dispatchEvent("change");
        server.await("GET /api/reports/success", sent -> sent.call().contains("from=2026-10-31T22%3A00"));
    }

    @Test
    void agent_hasNoneOfIt() {
        server.me.putArray("roles").add("agent");
        server.open();
        assertThat(page.locator("st-header")).isVisible();
        assertThat(page.locator("a[href='#/board']")).hasCount(0);
        page.navigate("http://portal.test/#/board");
        assertThat(page.locator("st-desk")).isVisible();
        assertThat(page.locator("st-board")).hasCount(0);
        assertThat(server.sent("GET /api/board")).isEmpty();
    }

    private void open(String screen) {
        if (!page.url().contains("portal.test")) {
            server.open();
        }
        page.navigate("http://portal.test/#/" + screen);
        assertThat(page.locator("st-screen h1")).isVisible();
        page.waitForFunction("() => !document.querySelector('st-screen > p')");
        String part = "st-" + screen.replaceAll("/.*", "");
        assertThat(page.locator(part)).isVisible();
        if (screen.equals("board")) {
            assertThat(page.locator("st-board table").first()).isVisible();
        }
    }

    private Locator row(String key) {
        return page.locator("tr[data-key='" + key + "']");
    }
}
