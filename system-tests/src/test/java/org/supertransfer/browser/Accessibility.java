package org.supertransfer.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Collectors;

/** axe-core's judgement of what is on the page now. */
final class Accessibility {
    private Accessibility() {}

    static void assertNoViolation(Page page, String screen) {
        List<Rule> violations = new AxeBuilder(page).analyze().getViolations();
        assertThat(violations)
                .as(() -> screen + ": "
                        + violations.stream().map(Accessibility::text).collect(Collectors.joining("\n")))
                .isEmpty();
    }

    private static String text(Rule rule) {
        return rule.getId() + " " + rule.getHelp() + " "
                + rule.getNodes().stream()
                        .map(node -> node.getHtml() + " " + node.getFailureSummary())
                        .toList();
    }
}
