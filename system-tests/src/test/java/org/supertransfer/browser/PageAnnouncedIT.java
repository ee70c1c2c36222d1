package org.supertransfer.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What screen readers are told by itself. They read what is added to a live region, so one message is one addition. */
@BrowserTest
class PageAnnouncedIT {
    private static final String WATCH =
            """
            () => {
              window.added = { alert: [], log: [] };
              for (const role of ['alert', 'log']) {
                const say = ({ addedNodes, target, type }) => {
                  const fresh = [...addedNodes].filter((each) => each.nodeType === Node.ELEMENT_NODE);
                  added[role].push(...fresh.map((each) => each.textContent));
                  type === 'characterData' && added[role].push(`rewritten: ${target.data}`);
                };
                new MutationObserver((seen) => seen.forEach(say)).observe(
                  document.querySelector(`st-announcer [role=${role}]`),
                  { childList: true, subtree: true, characterData: true },
                );
              }
            }
            """;
    private static final String RINGING = "Puhelu tulossa: Maija Meikäläinen";

    private PortalPage portal;
    private FakePortal server;

    @BeforeEach
    void open(Chromium chromium) {
        portal = new PortalPage(chromium.page());
        server = new FakePortal(portal.page);
        server.open();
        portal.page.locator(".idle").waitFor();
        portal.page.evaluate(WATCH);
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void equalMessage_isToldEveryTime_andAlone() {
        for (int i = 0; i < 5; i++) {
            ringInVain();
        }
        assertThat(told("alert")).isEqualTo(Collections.nCopies(5, RINGING));
        assertThat(told("log")).isEqualTo(Collections.nCopies(5, "Puhelu päättyi"));
        assertThat(portal.page.locator("st-announcer [role=alert]")).hasAttribute("aria-atomic", "false");
    }

    @Test
    void messagesThatComeTogether_areToldEachOnce() {
        server.line.call("CONNECTED");
        portal.transferTo("AGENT", "Bertta");
        portal.attended();
        server.await("PUT /api/transfers/");
        assertThat(portal.progress()).isVisible();
        server.line.message("TRANSFER_FAILED", "busy");
        server.line.message("RETURNED");
        portal.page.waitForCondition(() -> told("alert").size() >= 2);
        assertThat(told("alert")).containsExactly("Transfer epäonnistui. Kohde on varattu", "Puhelu palautui sinulle");
    }

    private void ringInVain() {
        server.line.call("RINGING");
        assertThat(portal.call()).isVisible();
        server.line.call("ENDED");
        assertThat(portal.page.locator(".idle")).isVisible();
    }

    private List<String> told(String role) {
        return ((List<?>) portal.page.evaluate("role => added[role]", role))
                .stream().map(Object::toString).toList();
    }
}
