package org.supertransfer.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** axe-core's judgement of what is on the page now: every rule of its own, and the size of targets. */
final class Accessibility {
    private static final String AXE = source();
    private static final String JUDGE =
            """
            () => axe.run(document, { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } }).then(
              ({ violations }) => violations.flatMap(({ id, help, nodes }) =>
                nodes.map((node) => `${id} (${help}): ${node.html} ${node.failureSummary}`)))
            """;

    private Accessibility() {}

    static void assertNoViolation(Page page, String screen) {
        assertThat(violations(page)).as(screen).isEmpty();
    }

    static List<String> violations(Page page) {
        if (!(boolean) page.evaluate("() => 'axe' in window")) {
            page.evaluate(AXE);
        }
        return ((List<?>) page.evaluate(JUDGE)).stream().map(Object::toString).toList();
    }

    private static String source() {
        try (InputStream in = Objects.requireNonNull(Accessibility.class.getResourceAsStream("/axe.min.js"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
