package org.supertransfer.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every page of the admin's, judged by axe-core in every language and theme, and on a telephone. */
@BrowserTest
class PageAdminAccessIT {
    private static final List<String> LISTS = List.of("agents", "users", "inbound", "teams", "tariffs");
    private static final List<String> OTHERS = List.of("policies", "rules", "lines", "audit", "directory", "billing");

    @ParameterizedTest
    @CsvSource({"fi, light", "sv, light", "en, dark"})
    void everyScreen_hasNoViolation(String language, String theme, Chromium chromium) {
        Page page = chromium.page();
        AdminDesk desk = new AdminDesk(page, language);
        desk.server.preferences.kept.put("theme", theme);
        LISTS.forEach(screen -> judge(desk.open(screen), language, screen, ".grid"));
        formAndQuestion(desk.open("agents"), language, theme);
        OTHERS.forEach(screen -> judge(desk.open(screen), language, screen, ".admin :is(table, .rule, .file-tools)"));
        assertThat(page.locator("html")).hasAttribute("data-theme", theme);
        desk.close();
    }

    @Test
    void emptyHouse_hasNoViolation(Chromium chromium) {
        Page page = chromium.page();
        AdminDesk desk = new AdminDesk(page);
        desk.admin.things.values().forEach(Map::clear);
        desk.admin.views.put("billing", FakePortal.object("{'month':'2026-11','lines':[],'total':0}"));
        desk.admin.changes.removeAll();
        judge(desk.open("agents"), "fi", "agents-empty", ".empty h2");
        judge(desk.open("billing"), "fi", "billing-empty", ".empty h2");
        judge(desk.open("audit"), "fi", "audit-empty", ".empty");
        desk.close();
    }

    @Test
    void telephone_neverScrollsSideways(Chromium chromium) {
        Page page = chromium.page(390, 844);
        AdminDesk desk = new AdminDesk(page);
        LISTS.forEach(screen -> fits(desk.open(screen), screen, ".grid"));
        OTHERS.forEach(screen -> fits(desk.open(screen), screen, ".admin :is(table, .rule, .file-tools)"));
        desk.open("agents/anna");
        fits(desk, "agent-form", "dialog[open]");
        desk.close();
    }

    private static void formAndQuestion(AdminHouse desk, String language, String theme) {
        desk.page.locator(".toolbar .primary").click();
        desk.dialog().locator(".primary").click();
        judge(desk, language, "form-" + theme, ".field-error");
        desk.page.keyboard().press("Escape");
        desk.page.locator(".grid-actions button").first().click();
        judge(desk, language, "delete-" + theme, ".ask");
        desk.page.keyboard().press("Escape");
        assertThat(desk.dialog()).hasCount(0);
    }

    private static void judge(AdminHouse desk, String language, String screen, String shown) {
        assertThat(desk.page.locator(shown).first()).isVisible();
        Accessibility.assertNoViolation(desk.page, language + " " + screen);
        desk.screenshot("admin-" + language + "-" + screen);
    }

    private static void fits(AdminHouse desk, String screen, String shown) {
        assertThat(desk.page.locator(shown).first()).isVisible();
        Object over = desk.page.evaluate("document.documentElement.scrollWidth - innerWidth");
        assertThat(((Number) over).intValue()).as(screen).isLessThanOrEqualTo(0);
        desk.screenshot("admin-phone-" + screen);
    }
}
