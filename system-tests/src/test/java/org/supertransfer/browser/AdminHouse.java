package org.supertransfer.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** An admin's page in the admin's words; names in Finnish. */
class AdminHouse {
    final Page page;
    private final URI http;

    AdminHouse(Page page, URI http) {
        this.page = page;
        this.http = http;
    }

    /** The password is the username. */
    void logIn(String username) {
        page.navigate(http + "/");
        new PortalPage(page).logIn(username, username);
        page.locator("st-header").waitFor();
    }

    /** Opens a screen by its address. */
    AdminHouse open(String screen) {
        page.navigate(http + "/#/" + screen);
        page.locator(".admin h1").waitFor();
        return this;
    }

    Locator button(String name) {
        return new PortalPage(page).button(name);
    }

    Locator dialog() {
        return page.locator("dialog[open]");
    }

    Locator rows() {
        return page.locator(".grid tbody tr");
    }

    Locator said() {
        return page.locator(".admin-says .said");
    }

    Locator field(String name) {
        return page.locator("#field-" + name);
    }

    Locator error(String name) {
        return page.locator("#field-" + name + "-error");
    }

    /** A setting's line. */
    Locator rule(String name) {
        return page.locator(".rule").filter(new Locator.FilterOptions().setHas(page.locator("#rule-" + name)));
    }

    /** @param values by the server's names of the fields */
    void fill(Map<String, String> values) {
        values.forEach((name, value) -> field(name).fill(value));
    }

    void save() {
        dialog().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Tallenna"))
                .click();
    }

    /** Gives the screen's import a file. */
    void choose(String name, String text) {
        page.locator(".file-tools input")
                .setInputFiles(new FilePayload(name, "text/plain", text.getBytes(StandardCharsets.UTF_8)));
    }

    void screenshot(String name) {
        new PortalPage(page).screenshot(name);
    }
}
