package org.supertransfer.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supertransfer.browser.FakePortal.Reply;

/** The transfer panel, up to the request that begins a transfer. */
@BrowserTest
class PagePanelIT {
    private PortalPage portal;
    private FakePortal server;

    @BeforeEach
    void open(Chromium chromium) {
        portal = new PortalPage(chromium.page());
        server = new FakePortal(portal.page);
        server.line.call("CONNECTED");
        server.open();
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void numberTypes_standInTheProductsOrder() {
        portal.openTransfer();
        assertThat(portal.page.locator(".tile").allInnerTexts().stream().map(String::strip))
                .containsExactly("Agentti", "Käyttäjä", "Palvelunumero", "Muu numero");
    }

    @Test
    void methods_standBlindLeftOfAttended() {
        portal.transferTo("AGENT", "Bertta");
        var blind = portal.page.locator(".method.blind").boundingBox();
        var attended = portal.page.locator(".method.attended").boundingBox();
        assertThat(blind.x + blind.width).isLessThan(attended.x);
        assertThat(blind.y).isEqualTo(attended.y);
    }

    @Test
    void names_areOnOneLine_howeverWideThePageIs() {
        portal.openTransfer();
        for (int width : new int[] {390, 700, 768, 1024, 1100, 1280, 1440}) {
            portal.page.setViewportSize(width, 800);
            for (var name : portal.page.locator(".target-name").all()) {
                var box = name.boundingBox();
                assertThat(box.height)
                        .as("%s at %d pixels", name.innerText(), width)
                        .isLessThan(32);
                assertThat(box.width).isGreaterThan(60);
            }
        }
    }

    @Test
    void presenceChange_changesTheBadgeAndNotTheOrder() {
        portal.openTransfer();
        assertThat(portal.page.locator(".target-name"))
                .hasText(new String[] {"Bertta Nieminen", "Daniel Ek", "Cecilia Lindström", "Ville Virtanen"});
        server.presence("bertta", "OFFLINE", 2);
        assertThat(portal.option("Bertta").locator(".badge")).hasText("Ei tavoitettavissa");
        server.presence("bertta", "AVAILABLE", 1);
        server.presence("cecilia", "AVAILABLE", 2);
        assertThat(portal.option("Cecilia").locator(".badge")).hasText("Vapaa");
        assertThat(portal.option("Bertta").locator(".badge")).hasText("Ei tavoitettavissa");
        assertThat(portal.page.locator(".target-name"))
                .hasText(new String[] {"Bertta Nieminen", "Daniel Ek", "Cecilia Lindström", "Ville Virtanen"});
    }

    @Test
    void keyboardAlone_beginsAnAttendedTransfer() {
        portal.button("Siirrä puhelu").focus();
        portal.page.keyboard().press("Enter");
        assertThat(portal.page.locator("input[value=AGENT]")).isFocused();
        portal.page.keyboard().press("Enter");
        assertThat(portal.page.locator("#target-search")).isFocused();
        portal.page.keyboard().type("ek");
        assertThat(portal.page.locator(".target-name")).hasText(new String[] {"Daniel Ek"});
        portal.page.keyboard().press("Enter");
        assertThat(portal.button("Siirrä")).isFocused();
        portal.page.keyboard().press("Enter");
        assertThat(portal.button("Siirrä heti")).isFocused();
        portal.page.keyboard().press("Tab");
        portal.page.keyboard().press("Space");
        portal.page.keyboard().press("Tab");
        portal.page.keyboard().press("Enter");
        JsonNode order = server.await("PUT /api/transfers/").body();
        assertThat(order)
                .isEqualTo(FakePortal.object("{'callId':'call-1','method':'ATTENDED','consult':true,"
                        + "'confirmed':false,'target':{'type':'AGENT','id':'daniel'}}"));
        assertThat(portal.panel()).isHidden();
        assertThat(portal.call().locator("h1")).isFocused();
    }

    @Test
    void arrowKeys_walkTheListBox() {
        portal.openTransfer();
        portal.page.focus("#target-search");
        assertThat(portal.option("Bertta")).isVisible();
        portal.page.keyboard().press("ArrowDown");
        portal.page.keyboard().press("ArrowDown");
        assertThat(portal.page.locator("#target-search")).hasAttribute("aria-activedescendant", "target-1");
        portal.page.keyboard().press("Enter");
        assertThat(portal.option("Daniel")).hasAttribute("aria-selected", "true");
        assertThat(portal.page.locator(".go-step .to")).containsText("Daniel Ek");
    }

    @Test
    void escape_closesThePanelAndGivesTheFocusBack() {
        portal.openTransfer();
        portal.page.keyboard().press("Escape");
        assertThat(portal.panel()).isHidden();
        assertThat(portal.button("Siirrä puhelu")).isFocused();
        assertThat(server.sent("PUT /api/transfers/")).isEmpty();
    }

    @Test
    void typingAgain_forgetsTheChosenTarget() {
        portal.transferTo("AGENT", "Bertta");
        portal.page.fill("#target-search", "da");
        assertThat(portal.page.locator("st-methods")).isHidden();
        assertThat(portal.button("Siirrä")).hasAttribute("aria-disabled", "true");
    }

    @Test
    void numberBox_showsClassPriceAndChargeAtOnce() {
        portal.openTransfer();
        portal.chooseType("NUMBER");
        portal.page.fill("#number", "0300 123-123");
        assertThat(portal.page.locator(".fact")).containsText("Maksullinen palvelunumero");
        assertThat(portal.page.locator(".fact")).containsText("0,0835\u00a0€/min");
        assertThat(portal.page.locator(".fact")).containsText("Laskutetaan erikseen");
    }

    @Test
    void numberThatIsNotAllowed_saysWhyAndCannotBeSent() {
        portal.openTransfer();
        portal.chooseType("NUMBER");
        portal.page.fill("#number", "0600123123");
        assertThat(portal.page.locator(".fact-no")).containsText("Ei sallittu.");
        assertThat(portal.page.locator(".fact-no")).containsText("Lisämaksullisiin numeroihin ei saa siirtää.");
        portal.button("Siirrä").press("Enter");
        assertThat(portal.page.locator("st-methods")).isHidden();
    }

    @Test
    void emergencyNumber_needsAConfirmationAndIsNeverBlind() {
        portal.openTransfer();
        portal.chooseType("NUMBER");
        portal.page.fill("#number", "112");
        assertThat(portal.page.locator(".emergency")).containsText("Pyydä asiakasta soittamaan itse 112.");
        assertThat(portal.button("Siirrä")).hasAttribute("aria-disabled", "true");
        portal.page.check("input[name=confirmed]");
        portal.go();
        assertThat(portal.button("Siirrä heti")).isDisabled();
        assertThat(portal.page.locator(".method.blind")).containsText("Hätänumeroon siirretään vain valvotusti.");
        portal.attended();
        assertThat(server.await("PUT /api/transfers/").body().path("confirmed").asBoolean())
                .isTrue();
    }

    @Test
    void offlineAgent_canOnlyGetAnAttendedTransfer() {
        portal.transferTo("AGENT", "Ville");
        assertThat(portal.button("Siirrä heti")).isDisabled();
        assertThat(portal.button("Siirrä valvotusti")).isFocused();
    }

    @Test
    void doubleClick_sendsOneTransfer() {
        portal.transferTo("USER", "Ulla");
        portal.button("Siirrä valvotusti").dblclick();
        assertThat(portal.progress()).isVisible();
        assertThat(server.sent("PUT /api/transfers/")).hasSize(1);
    }

    @Test
    void lostAnswers_areAskedForAgainWithTheSameId() {
        server.next("PUT /api/transfers/", new Reply(0, null), Reply.problem(503, "unavailable"));
        portal.transferTo("USER", "Ulla");
        portal.attended();
        assertThat(portal.progress()).isVisible();
        assertThat(server.sent("PUT /api/transfers/")).hasSize(3);
        assertThat(server.sent("PUT /api/transfers/").stream()
                        .map(FakePortal.Sent::call)
                        .distinct())
                .hasSize(1);
    }

    @Test
    void refusal_isShownInThePanelAndTheNextTryHasANewId() {
        server.next("PUT /api/transfers/", Reply.problem(422, "target-is-transferee"));
        portal.transferTo("USER", "Ulla");
        portal.attended();
        assertThat(portal.panel().locator(".error")).hasText("Kohde on jo tässä puhelussa.");
        portal.attended();
        assertThat(portal.progress()).isVisible();
        List<String> ids = server.sent("PUT /api/transfers/").stream()
                .map(FakePortal.Sent::call)
                .distinct()
                .toList();
        assertThat(ids).hasSize(2).allMatch(each -> each.matches(".*/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"));
    }

    @Test
    void callThatEnds_takesItsPanelAlong() {
        portal.transferTo("USER", "Ulla");
        server.line.call("ENDED");
        assertThat(portal.panel()).isHidden();
        assertThat(portal.page.locator(".idle")).isVisible();
    }
}
