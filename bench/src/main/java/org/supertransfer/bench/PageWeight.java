package org.supertransfer.bench;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.Locale;

/** What a browser without a cache fetches for the first page, and how soon its log-in field has the focus. */
record PageWeight(URI base) {
    private static final double KILO = 1000;
    private static final String FETCHED =
            "() => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]"
                    + ".reduce((sum, each) => sum + each.transferSize, 0)";

    String line(Page page) {
        page.navigate(base.toString());
        page.locator("#username").waitFor();
        double usable = number(page, "() => performance.now()");
        page.waitForLoadState();
        return String.format(
                Locale.ROOT,
                "first page: %.1f kB in %.0f requests, log-in usable after %.0f ms",
                number(page, FETCHED) / KILO,
                number(page, "() => performance.getEntriesByType('resource').length + 1"),
                usable);
    }

    private static double number(Page page, String script) {
        return ((Number) page.evaluate(script)).doubleValue();
    }
}
