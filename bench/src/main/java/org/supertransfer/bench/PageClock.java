package org.supertransfer.bench;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** When texts appeared on a page, by the browser's own clock, which is the machine's: the frame that painted each. */
record PageClock(Page page) {
    private static final double MICROS_PER_MILLI = 1000;
    private static final String WATCH =
            """
            (() => {
              const texts = %s;
              window.painted = {};
              let asked = false;
              const look = () => {
                asked = false;
                const shown = document.querySelector('st-desk')?.innerText ?? '';
                texts.forEach((text) => {
                  if (!(text in window.painted) && shown.includes(text)) {
                    window.painted[text] = performance.timeOrigin + performance.now();
                  }
                });
              };
              new MutationObserver(() => {
                if (!asked) {
                  asked = true;
                  requestAnimationFrame(look);
                }
              }).observe(document, { subtree: true, childList: true, characterData: true });
            })();
            """;

    /** Watches a page from its opening on for the first time that each of these texts is seen. */
    static PageClock on(Page page, List<String> texts) {
        String list = texts.stream().map(text -> '"' + text + '"').toList().toString();
        page.addInitScript(WATCH.formatted(list));
        return new PageClock(page);
    }

    void await(String text) {
        page.waitForFunction("text => text in window.painted", text);
    }

    /** How long after this moment the text was painted. */
    Duration since(Instant moment, String text) {
        double millis = ((Number) page.evaluate("text => window.painted[text]", text)).doubleValue();
        long micros = Math.round(millis * MICROS_PER_MILLI);
        return Duration.between(moment, Instant.EPOCH.plus(Duration.ofNanos(micros * 1000)));
    }

    /** Begins again; waits until the texts are gone. */
    void forget() {
        page.locator("article.call").waitFor(gone());
        page.evaluate("() => { window.painted = {}; }");
    }

    private static com.microsoft.playwright.Locator.WaitForOptions gone() {
        return new com.microsoft.playwright.Locator.WaitForOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED);
    }
}
