package org.supertransfer.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;

/** The page in the agent's words; names in Finnish, as it opens. */
final class PortalPage {
    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    final Page page;

    PortalPage(Page page) {
        this.page = page;
    }

    /** Closes its browser's context. What the page asks for meanwhile finds no fake server that would miss the page. */
    void close() {
        page.unrouteAll();
        page.context().close();
    }

    void logIn(String username, String password) {
        page.fill("#username", username);
        page.fill("#password", password);
        page.keyboard().press("Enter");
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator call() {
        return page.locator("article.call");
    }

    Locator panel() {
        return page.locator("section.panel");
    }

    Locator progress() {
        return page.locator("section.progress");
    }

    Locator returned() {
        return page.locator("section.returned");
    }

    Locator blindCard() {
        return page.locator(".blind-card");
    }

    Locator history() {
        return page.locator(".entry");
    }

    Locator notice() {
        return page.locator(".banner.refused");
    }

    /** Step 1: the panel. */
    void openTransfer() {
        button("Siirrä puhelu").click();
        panel().waitFor();
    }

    /** Steps 1 to 4 with a typed number. */
    void transferToNumber(String number) {
        openTransfer();
        chooseType("NUMBER");
        page.fill("#number", number);
        page.locator(".fact-ok").waitFor();
        go();
    }

    /** Steps 1 to 4 with a target of a list. */
    void transferTo(String type, String name) {
        openTransfer();
        chooseType(type);
        option(name).click();
        go();
    }

    void chooseType(String type) {
        page.check("input[name=type][value=" + type + "]");
    }

    Locator option(String name) {
        return page.getByRole(AriaRole.OPTION).filter(new Locator.FilterOptions().setHasText(name));
    }

    /** To the methods, by a second look where one is asked for. */
    void go() {
        button("Siirrä").click();
        page.locator("st-methods, .second-look").waitFor();
        if (secondLook().isVisible()) {
            button("Oikea numero, jatka").click();
        }
        page.locator("st-methods").waitFor();
    }

    Locator secondLook() {
        return page.locator(".second-look");
    }

    Locator quickTargets() {
        return page.locator(".quick-name");
    }

    /** What the clipboard brings, where the focus is. */
    void paste(String text) {
        page.evaluate(
                "text => { const data = new DataTransfer(); data.setData('text', text);"
                        + " (document.activeElement ?? document.body).dispatchEvent(new ClipboardEvent('paste',"
                        + " { clipboardData: data, bubbles: true, cancelable: true })); }",
                text);
    }

    void press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    void blind() {
        button("Siirrä heti").click();
    }

    void attended() {
        button("Siirrä valvotusti").click();
    }

    void consult() {
        page.check("input[name=consult]");
        attended();
    }

    /** The messages of the transfer that is shown, oldest first. */
    List<String> messages() {
        return page.locator(".message-text").allTextContents();
    }

    void screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }
}
