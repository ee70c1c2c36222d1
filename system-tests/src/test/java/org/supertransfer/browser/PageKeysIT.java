package org.supertransfer.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys that press buttons: listed, changed, switched off, and never taken for what is typed. */
@BrowserTest
class PageKeysIT {
    private PortalPage portal;
    private FakePortal server;

    @BeforeEach
    void open(Chromium chromium) {
        portal = new PortalPage(chromium.page());
        server = new FakePortal(portal.page);
        server.line.call("CONNECTED");
        server.open();
        assertThat(portal.button("Siirrä puhelu")).isVisible();
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void questionMark_listsTheKeys_andEscapeGoesBack() {
        portal.press("?");
        assertThat(keys()).isVisible();
        assertThat(key("transfer")).hasText("T");
        assertThat(key("hangup")).hasText("Vaihto + X");
        Accessibility.assertNoViolation(portal.page, "keys");
        portal.screenshot("mock-keys");
        portal.press("Escape");
        assertThat(keys()).hasCount(0);
    }

    /** As a page of 1280 pixels is at 200 %: its header has no room for the button. */
    @Test
    void questionMark_listsTheKeys_alsoWhereTheirButtonIsNot() {
        portal.page.setViewportSize(640, 450);
        assertThat(portal.button("Pikanäppäimet")).isHidden();
        portal.press("?");
        assertThat(keys()).isVisible();
        portal.press("?", "Escape");
        assertThat(keys()).hasCount(0);
    }

    @Test
    void settings_leadToTheKeys() {
        portal.page.evaluate("location.hash = '#/settings'");
        portal.button("Näytä ja muuta pikanäppäimiä").click();
        assertThat(keys()).isVisible();
        portal.press("Escape");
        assertThat(portal.button("Näytä ja muuta pikanäppäimiä")).isFocused();
    }

    @Test
    void keys_pressTheCallsButtons() {
        portal.press("h");
        server.await("POST /api/calls/call-1/hold");
        portal.press("Shift+X");
        server.await("POST /api/calls/call-1/hangup");
        portal.press("t");
        assertThat(portal.panel()).isVisible();
    }

    @Test
    void keyInAField_isOnlyText() {
        portal.openTransfer();
        portal.page.focus("#target-search");
        portal.page.keyboard().type("th?");
        assertThat(portal.page.locator("#target-search")).hasValue("th?");
        assertThat(portal.panel()).isVisible();
        assertThat(keys()).hasCount(0);
        assertThat(server.sent("POST /api/calls/")).isEmpty();
    }

    @Test
    void changedKey_worksAtOnceAndAfterAReload_theOldOneNoMore() {
        change("hold", "m");
        assertThat(key("hold")).hasText("M");
        server.await("PUT /api/me/preferences");
        portal.press("Escape");
        portal.page.reload();
        assertThat(portal.button("Pitoon")).hasAttribute("aria-keyshortcuts", "m");
        portal.press("h");
        portal.press("m");
        server.await("POST /api/calls/call-1/hold");
        assertThat(server.sent("POST /api/calls/")).hasSize(1);
    }

    @Test
    void keyOfAnotherAction_isExplainedAndNotTaken() {
        change("hold", "t");
        assertThat(said())
                .hasText("T on jo käytössä: ”Siirrä puhelu: avaa ja sulje”. Valitse toinen tai vaihda ensin se.");
        portal.press("5");
        assertThat(said()).hasText("5 on varattu sivulla liikkumiseen tai numeroihin. Valitse toinen.");
        portal.press("Escape");
        assertThat(key("hold")).hasText("H");
        assertThat(keys()).isVisible();
        assertThat(server.sent("PUT /api/me/preferences")).isEmpty();
    }

    @Test
    void keyWithAModifier_worksInAFieldToo() {
        change("hold", "Alt+h");
        portal.press("Escape");
        portal.openTransfer();
        portal.page.focus("#target-search");
        portal.press("Alt+h");
        server.await("POST /api/calls/call-1/hold");
        assertThat(portal.page.locator("#target-search")).hasValue("");
    }

    @Test
    void keysSwitchedOff_doNothing_andTheButtonStillLeadsToThem() {
        portal.press("?");
        keys().locator("input[name=keys-on]").uncheck();
        server.await("PUT /api/me/preferences");
        portal.press("Escape");
        portal.press("?", "h", "t");
        assertThat(portal.button("Pitoon").locator("kbd")).hasCount(0);
        portal.button("Pikanäppäimet").click();
        assertThat(keys().locator("input[name=keys-on]")).not().isChecked();
        assertThat(portal.panel()).isHidden();
        assertThat(server.sent("POST /api/calls/")).isEmpty();
    }

    @Test
    void keyTakenAway_andAllReset() {
        change("hold", "Delete");
        assertThat(key("hold")).hasText("Ei näppäintä");
        portal.button("Palauta alkuperäiset").click();
        assertThat(key("hold")).hasText("H");
        assertThat(said()).hasText("Alkuperäiset näppäimet ovat taas käytössä.");
    }

    @Test
    void keysOfATransfer_swapAndComplete() {
        consult();
        portal.press("s");
        server.await("POST /api/transfers/", each -> each.call().endsWith("/swap"));
        server.line.state("ASIDE");
        assertThat(portal.button("Vaihda kohteeseen")).isVisible();
        portal.press("c");
        server.await("POST /api/transfers/", each -> each.call().endsWith("/complete"));
    }

    @Test
    void keyThatTakesTheCallBack_cancels() {
        consult();
        portal.press("r");
        server.await("POST /api/transfers/", each -> each.call().endsWith("/cancel"));
    }

    @Test
    void transferKey_onAnotherScreen_goesToTheCall() {
        portal.page.evaluate("location.hash = '#/settings'");
        assertThat(portal.button("Siirrä puhelu")).isHidden();
        portal.press("t");
        assertThat(portal.panel()).isVisible();
        assertThat(portal.page).hasURL(Pattern.compile("#/call$"));
    }

    private void consult() {
        portal.transferTo("AGENT", "Bertta");
        portal.consult();
        server.await("PUT /api/transfers/");
        server.line.state("CONSULTING");
        assertThat(portal.button("Vaihda asiakkaaseen")).isVisible();
    }

    private void change(String action, String pressed) {
        portal.press("?");
        key(action).click();
        portal.press(pressed);
    }

    private Locator keys() {
        return portal.page.locator("dialog.keys");
    }

    private Locator key(String action) {
        return keys().locator("[data-action=" + action + "]");
    }

    private Locator said() {
        return keys().locator(".keys-said");
    }
}
