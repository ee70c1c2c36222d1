package org.supertransfer.bench;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;

/** What a browser without a cache fetches for the first page, and how soon its log-in field and the desk are there. */
final class PageWeight {
    private static final double KILO = 1000;
    private static final int VISITS = 20;
    private static final double NANOS_PER_MILLI = 1_000_000;
    private static final String LOG_IN = "#username";
    private static final String DESK = ".state-switch";
    private static final String WATCH =
            """
            (() => {
              const look = () => {
                if (document.querySelector('%s, %s')) {
                  window.usable = performance.now();
                } else {
                  requestAnimationFrame(look);
                }
              };
              requestAnimationFrame(look);
            })();
            """
                    .formatted(LOG_IN, DESK);
    private static final String FETCHED =
            "() => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]"
                    + ".reduce((sum, each) => sum + each.transferSize, 0)";
    private static final String REQUESTS = "() => performance.getEntriesByType('resource').length + 1";

    private final Latencies first = new Latencies("log-in usable, without a cache");
    private final Latencies again = new Latencies("desk usable, page loaded again");
    private final URI base;
    private final String username;
    private String weight = "";

    /** @param username of somebody who may log in; the password is the same */
    PageWeight(URI base, String username) {
        this.base = base;
        this.username = username;
    }

    /** Visits the page some times, each in a browser that knows nothing. */
    void print(Browser browser) {
        for (int visit = 0; visit < VISITS; visit++) {
            visit(browser.page());
        }
        System.out.println(weight);
        System.out.println(first.line());
        System.out.println(again.line());
    }

    private void visit(Page page) {
        page.addInitScript(WATCH);
        page.navigate(base.toString());
        page.locator(LOG_IN).waitFor();
        first.add(usable(page));
        page.fill(LOG_IN, username);
        page.fill("#password", username);
        page.keyboard().press("Enter");
        page.locator(DESK).waitFor();
        weight = String.format(
                Locale.ROOT,
                "first page, the desk behind the log-in too: %.1f kB in %.0f requests",
                number(page, FETCHED) / KILO,
                number(page, REQUESTS));
        page.reload();
        page.locator(DESK).waitFor();
        again.add(usable(page));
        page.context().close();
    }

    private static Duration usable(Page page) {
        page.waitForFunction("() => window.usable");
        return Duration.ofNanos((long) (number(page, "() => window.usable") * NANOS_PER_MILLI));
    }

    private static double number(Page page, String script) {
        return ((Number) page.evaluate(script)).doubleValue();
    }
}
