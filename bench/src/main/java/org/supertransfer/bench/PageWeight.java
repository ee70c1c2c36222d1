package org.supertransfer.bench;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;

/** What a browser without a cache fetches for the first page, and how soon its log-in field is there. */
final class PageWeight {
    private static final double KILO = 1000;
    private static final int VISITS = 20;
    private static final double NANOS_PER_MILLI = 1_000_000;
    private static final String FETCHED =
            "() => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]"
                    + ".reduce((sum, each) => sum + each.transferSize, 0)";

    private final Latencies usable = new Latencies("log-in usable, without a cache");
    private final URI base;
    private String weight = "";

    PageWeight(URI base) {
        this.base = base;
    }

    /** Visits the page some times, each in a browser that knows nothing. */
    void print(Browser browser) {
        for (int visit = 0; visit < VISITS; visit++) {
            visit(browser.page());
        }
        System.out.println(weight);
        System.out.println(usable.line());
    }

    private void visit(Page page) {
        page.navigate(base.toString());
        page.locator("#username").waitFor();
        double shown = number(page, "() => performance.now()");
        page.waitForLoadState();
        usable.add(Duration.ofNanos((long) (shown * NANOS_PER_MILLI)));
        weight = String.format(
                Locale.ROOT,
                "first page: %.1f kB in %.0f requests",
                number(page, FETCHED) / KILO,
                number(page, "() => performance.getEntriesByType('resource').length + 1"));
        page.context().close();
    }

    private static double number(Page page, String script) {
        return ((Number) page.evaluate(script)).doubleValue();
    }
}
