package org.supertransfer.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URI;
import org.supertransfer.phones.Phone;
import org.supertransfer.systemtest.Desk;
import org.supertransfer.systemtest.Desk.Conversation;
import org.supertransfer.systemtest.Stage;

/** An agent at work whose page is a real one: logged in, idle, a registered phone that answers. */
final class PortalDesk implements AutoCloseable {
    final Stage stage;
    final Desk desk;
    final PortalPage portal;

    private PortalDesk(Stage stage, Chromium chromium, URI address) {
        this.stage = stage;
        this.desk = stage.desk();
        this.portal = new PortalPage(chromium.page());
        open(portal, address);
    }

    static PortalDesk open(Stage stage, Chromium chromium) {
        return new PortalDesk(stage, chromium, stage.http());
    }

    /** @param address of something that leads to the server */
    static PortalDesk through(URI address, Stage stage, Chromium chromium) {
        return new PortalDesk(stage, chromium, address);
    }

    /** The same agent on another computer: a browser that shares nothing with the first one. */
    PortalPage elsewhere(Chromium chromium) {
        return open(new PortalPage(chromium.page()), stage.http());
    }

    /** The same agent in another tab of the same browser. */
    PortalPage secondTab() {
        Page tab = portal.page.context().newPage();
        tab.navigate(portal.page.url());
        return new PortalPage(tab);
    }

    /** The customer calls and both talk, as the page shows too. */
    Conversation called(Phone customer) {
        Conversation talk = desk.answersCallFrom(customer);
        assertThat(portal.call().locator(".call-state")).hasText("Puhelussa");
        return talk;
    }

    @Override
    public void close() {
        portal.close();
        desk.close();
    }

    private PortalPage open(PortalPage page, URI address) {
        page.page.navigate(address + "/");
        page.logIn(desk.agent().username(), desk.agent().username());
        page.page.locator("st-header").waitFor();
        return page;
    }
}
