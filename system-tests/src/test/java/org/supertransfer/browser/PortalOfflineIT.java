package org.supertransfer.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.CDPSession;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.supertransfer.systemtest.ServerExtension;
import org.supertransfer.systemtest.Stage;

/** The page as an installed application: what the browser keeps of it, and what it shows while there is no server. */
@BrowserTest(whole = true)
@ExtendWith(ServerExtension.class)
class PortalOfflineIT {
    private static final String KEPT =
            """
            async () => {
              const caught = [];
              for (const name of await caches.keys()) {
                for (const { url } of await (await caches.open(name)).keys()) {
                  caught.push(new URL(url).pathname);
                }
              }
              return caught;
            }
            """;

    private static final String LIBRARIES =
            "() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname)"
                    + ".filter((path) => path.startsWith('/_static/'))";

    private final Stage stage;
    private final Relay relay;
    private final PortalDesk anna;
    private final PortalPage portal;

    PortalOfflineIT(Stage stage, Chromium chromium) {
        this.stage = stage;
        this.relay = Relay.to(stage.http());
        this.anna = PortalDesk.through(relay.address(), stage, chromium);
        this.portal = anna.portal;
    }

    @BeforeEach
    void copied() {
        List<String> libraries = texts(LIBRARIES);
        assertThat(libraries).isNotEmpty();
        portal.page.waitForCondition(() -> kept().contains("/js/main.js") && kept().containsAll(libraries));
    }

    @AfterEach
    void close() {
        anna.close();
        relay.close();
    }

    @Test
    void page_canBeInstalled() {
        CDPSession browser = portal.page.context().newCDPSession(portal.page);
        String errors = browser.send("Page.getInstallabilityErrors").toString();
        // The browser of the tests is a private one, and nothing else may be in the way.
        assertThat(errors.replace("{\"errorId\":\"in-incognito\",\"errorArguments\":[]}", ""))
                .isEqualTo("{\"installabilityErrors\":[]}");
        assertThat((List<?>) portal.page.evaluate(
                        "() => fetch('/manifest.webmanifest').then((all) => all.json()).then(({ icons }) =>"
                                + " Promise.all(icons.map(({ src, type }) => fetch(src).then((icon) =>"
                                + " icon.ok && icon.headers.get('Content-Type') === type))))"))
                .hasSize(5)
                .allSatisfy(there -> assertThat(there).isEqualTo(true));
    }

    @Test
    void nothingOfACallIsKept_andOfflineSaysSo_andTheCallIsBackWithTheServer() {
        anna.called(stage.customer());
        portal.openTransfer();
        portal.page.locator(".screens").getByText("Historia").click();
        portal.page.locator("st-past .pager, st-past .empty").first().waitFor();
        assertThat(kept()).isNotEmpty().noneMatch(path -> path.startsWith("/api") || path.startsWith("/live"));
        relay.breakDown();
        portal.page.reload();
        assertThat(portal.page.locator(".waiting h1")).hasText("Palvelin ei vastaa. Yritetään uudelleen…");
        assertThat(portal.page.locator(".waiting .lead"))
                .containsText("Puheluiden tietoja ei säilytetä tällä laitteella.");
        portal.screenshot("portal-offline");
        relay.mend();
        assertThat(portal.page.locator("st-past")).isVisible();
        assertThat(portal.page.locator(".call-bar")).containsText("Puhelussa");
    }

    private List<String> kept() {
        return texts(KEPT);
    }

    private List<String> texts(String expression) {
        return ((List<?>) portal.page.evaluate(expression))
                .stream().map(Object::toString).toList();
    }
}
