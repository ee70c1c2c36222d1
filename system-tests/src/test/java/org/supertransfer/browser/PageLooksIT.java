package org.supertransfer.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every screen that there is, in every language, light and dark, judged by axe-core. */
@BrowserTest
class PageLooksIT {
    private static final String SCREENS =
            "() => import('/js/screens.js').then(({ SCREENS }) => SCREENS.map(({ id, tag }) => `${id} ${tag}`))";
    private static final String THEME =
            "(theme) => import('/js/preferences.js').then((all) => all.setPref('theme', theme))";

    @ParameterizedTest
    @ValueSource(strings = {"fi", "sv", "en"})
    void everyScreen_hasNoViolation_lightAndDark(String language, Chromium chromium) {
        Page page = chromium.page();
        open(page, language);
        List<String> violations = new ArrayList<>();
        for (Object screen : (List<?>) page.evaluate(SCREENS)) {
            String[] idAndTag = screen.toString().split(" ", 2);
            show(page, idAndTag[0], idAndTag[1]);
            for (String theme : List.of("light", "dark")) {
                page.evaluate(THEME, theme);
                Accessibility.violations(page)
                        .forEach(each -> violations.add(language + " " + theme + " " + idAndTag[0] + ": " + each));
                new PortalPage(page).screenshot("look-" + language + "-" + theme + "-" + idAndTag[0]);
            }
        }
        assertThat(violations).isEmpty();
        new PortalPage(page).close();
    }

    @Test
    void colourThatIsTooWeak_isFound(Chromium chromium) {
        Page page = chromium.page();
        open(page, "fi");
        page.evaluate(THEME, "dark");
        page.evaluate("() => document.documentElement.style.setProperty('--ink-soft', '#445566')");
        assertThat(Accessibility.violations(page)).anyMatch(each -> each.startsWith("color-contrast"));
        new PortalPage(page).close();
    }

    /** Somebody who may open everything, with a call, so that its bar is on each screen too. */
    private static void open(Page page, String language) {
        FakePortal server = new AdminDesk(page, language).server;
        server.me.withArray("roles").add("agent").add("supervisor");
        server.rooms.add(new FakeBoard());
        server.line.call("CONNECTED");
        server.open();
        assertThat(page.locator("article.call")).isVisible();
        assertThat(page.locator("html")).hasAttribute("lang", language);
    }

    private static void show(Page page, String id, String tag) {
        String address = id.equals("fate") ? "#/fate/" + FakeBoard.CALL : "#/" + id;
        page.evaluate("(address) => { location.hash = address; }", address);
        Locator screen = page.locator("main " + tag);
        assertThat(screen.locator("h1").first()).isVisible();
        assertThat(screen.locator("[aria-busy=true]")).hasCount(0);
        assertThat(screen.locator(".error")).hasCount(0);
    }
}
