package org.supertransfer.bench;

import com.microsoft.playwright.Page;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** When texts first appeared on a page, by the browser's own clock, which is the machine's: the frame that painted each. */
record PageClock(Page page) {
    private static final double MICROS_PER_MILLI = 1000;
    private static final String WATCH =
            """
            (() => {
              const texts = %s;
              window.painted = {};
              const shown = new Set();
              let asked = false;
              const look = () => {
                asked = false;
                const now = performance.timeOrigin + performance.now();
                const desk = document.querySelector('st-desk')?.innerText ?? '';
                texts.forEach((text) => {
                  if (!desk.includes(text)) {
                    shown.delete(text);
                  } else if (!shown.has(text)) {
                    shown.add(text);
                    window.painted[text] ??= now;
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

    /** Watches the agent's desk on a page, from its opening on, for each of these texts to come. */
    static PageClock on(Page page, List<String> texts) {
        String list = texts.stream().map(text -> '"' + text + '"').toList().toString();
        page.addInitScript(WATCH.formatted(list));
        return new PageClock(page);
    }

    void await(String text) {
        page.waitForFunction("text => text in window.painted", text);
    }

    /** When the text was painted first, if it was. */
    Optional<Instant> painted(String text) {
        return Optional.ofNullable((Number) page.evaluate("text => window.painted[text]", text))
                .map(millis -> Math.round(millis.doubleValue() * MICROS_PER_MILLI))
                .map(micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
    }

    /** Begins again: a text that is still shown counts when it has gone and comes again. */
    void forget() {
        page.evaluate("() => { window.painted = {}; }");
    }
}
