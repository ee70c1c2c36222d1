package org.supertransfer.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is likely stands first, a digit each; and the ways from the keyboard into the list and the number. */
@BrowserTest
class PageQuickIT {
    private PortalPage portal;
    private FakePortal server;

    @BeforeEach
    void open(Chromium chromium) {
        portal = new PortalPage(chromium.page());
        server = new FakePortal(portal.page);
        past("AGENT", "cecilia", "Cecilia Lindström", "1203");
        past("NUMBER", null, null, "0401234567");
        past("AGENT", "cecilia", "Cecilia Lindström", "1203");
        server.preferences.kept = FakePortal.object(
                "{'favourites':[{'type':'INBOUND','id':'i1','name':'Laskutus','number':'0201234500'}]}");
        server.line.call("CONNECTED");
        server.open();
        assertThat(portal.button("Siirrä puhelu")).isVisible();
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void favouritesStandFirst_thenTheLatest_eachOnce() {
        portal.press("t");
        assertThat(portal.quickTargets())
                .hasText(new String[] {"Laskutus 0201234500", "Cecilia Lindström 1203", "0401234567"});
        Accessibility.assertNoViolation(portal.page, "quick");
    }

    @Test
    void threeKeys_transferTheCall() {
        portal.press("t");
        assertThat(portal.quickTargets()).hasCount(3);
        portal.press("2", "a");
        JsonNode order = server.await("PUT /api/transfers/").body();
        assertThat(order.path("target")).isEqualTo(FakePortal.object("{'type':'AGENT','id':'cecilia'}"));
        assertThat(order.path("method").asText()).isEqualTo("ATTENDED");
        assertThat(portal.call().locator("h1")).isFocused();
    }

    @Test
    void digit_choosesAndTheFocusGoesOn() {
        portal.press("t");
        assertThat(portal.quickTargets()).hasCount(3);
        portal.press("1");
        assertThat(portal.button("Siirrä")).isFocused();
        assertThat(portal.page.locator("input[value=INBOUND]")).isChecked();
        assertThat(portal.option("Laskutus")).hasAttribute("aria-selected", "true");
        portal.press("Enter");
        assertThat(portal.button("Siirrä heti")).isFocused();
        portal.press("Enter");
        assertThat(server.await("PUT /api/transfers/").body().path("method").asText())
                .isEqualTo("BLIND");
    }

    @Test
    void numberOfBefore_isLookedUpAgain() {
        portal.press("t");
        assertThat(portal.quickTargets()).hasCount(3);
        portal.press("3");
        assertThat(portal.button("Siirrä")).isFocused();
        assertThat(portal.page.locator(".fact-ok")).containsText("Matkapuhelin");
        assertThat(server.sent("GET /api/numbers/0401234567")).hasSize(1);
    }

    @Test
    void presenceChange_movesNobody() {
        portal.press("t");
        assertThat(portal.quickTargets()).hasCount(3);
        server.presence("cecilia", "OFFLINE", 2);
        assertThat(portal.page.locator(".quick-target").nth(1)).containsText("Ei tavoitettavissa");
        assertThat(portal.quickTargets())
                .hasText(new String[] {"Laskutus 0201234500", "Cecilia Lindström 1203", "0401234567"});
        portal.press("2", "b");
        assertThat(portal.page.locator("#blind-why")).hasText("Kohde ei ole tavoitettavissa: valitse valvottu siirto.");
        assertThat(server.sent("PUT /api/transfers/")).isEmpty();
    }

    @Test
    void letters_searchNameNumberAndTeam() {
        portal.press("t", "l", "a", "s", "k");
        assertThat(portal.page.locator("#target-search")).isFocused();
        assertThat(portal.page.locator("#target-search")).hasValue("lask");
        assertThat(portal.page.locator(".target-name")).hasText(new String[] {"Bertta Nieminen"});
        assertThat(portal.page.locator(".target-team")).hasText("Laskutus");
        portal.press("Escape");
        assertThat(portal.page.locator(".target-name")).hasCount(4);
        portal.press("Escape");
        assertThat(portal.panel()).isHidden();
    }

    @Test
    void enterAheadOfTheList_waitsForWhatWasTyped() {
        portal.press("t");
        assertThat(portal.option("Bertta")).isVisible();
        portal.page.focus("#target-search");
        portal.press("e", "k", "Enter");
        assertThat(portal.page.locator(".go-step .to")).containsText("Daniel Ek");
        assertThat(portal.button("Siirrä")).isFocused();
    }

    @Test
    void pastedNumber_isTheOtherNumber_whereverTheFocusIs() {
        portal.press("t");
        portal.paste("tel:+358 40 123-4567");
        assertThat(portal.page.locator("#number")).hasValue("+358 40 123-4567");
        assertThat(portal.page.locator("#number")).isFocused();
        assertThat(portal.page.locator("input[value=NUMBER]")).isChecked();
        portal.press("Enter");
        assertThat(portal.button("Siirrä")).isFocused();
        portal.chooseType("AGENT");
        portal.page.focus("#target-search");
        portal.paste("0300 123 123");
        assertThat(portal.page.locator("#number")).hasValue("0300 123 123");
    }

    @ParameterizedTest
    @CsvSource({
        "\u202a+358401234567\u202c, +358401234567",
        "\u200e0401234567, 0401234567",
        "040\u2011123\u20114567, 040\u2010123\u20104567",
        "040\u00a0123\u202f4567, 040 123 4567",
        "０４０１２３４５６７, 0401234567",
        "＋３５８ 40 1234567, +358 40 1234567",
        "\u202atel:0401234567\u202c, 0401234567",
        "tel:+358401234567;ext=1, tel:+358401234567;ext=1",
        "sip:1202@house, sip:1202@house",
        "SIPS:+358401234567@house;user=phone, SIPS:+358401234567@house;user=phone"
    })
    void pastedNumber_isFoundInAllItsClothes(String pasted, String taken) {
        portal.press("t");
        portal.paste(pasted);
        assertThat(portal.page.locator("#number")).hasValue(taken);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bertta", "12", "1.5 €", "puh. 0401234567"})
    void pastedText_staysInTheSearch(String text) {
        portal.press("t");
        portal.page.focus("#target-search");
        portal.paste(text);
        assertThat(portal.page.locator("input[value=AGENT]")).isChecked();
    }

    @Test
    void zeroOrPlus_beginsAnotherNumber() {
        portal.press("t", "+");
        portal.page.keyboard().type("358401234567");
        assertThat(portal.page.locator("#number")).hasValue("+358401234567");
    }

    @Test
    void star_keepsAFavourite_thatStandsFirstTheNextTime() {
        portal.transferTo("AGENT", "Daniel");
        portal.press("f");
        assertThat(portal.button("Suosikki")).hasAttribute("aria-pressed", "true");
        JsonNode kept = server.await("PUT /api/me/preferences").body().path("favourites");
        assertThat(kept.findValuesAsText("name")).containsExactly("Laskutus", "Daniel Ek");
        assertThat(portal.quickTargets()).hasCount(3);
        portal.press("Escape", "t");
        assertThat(portal.quickTargets().nth(1)).hasText("Daniel Ek 1204");
    }

    private void past(String type, @Nullable String id, @Nullable String name, String number) {
        ObjectNode transfer = FakePortal.object("{'method':'ATTENDED','outcome':'COMPLETED'}")
                .put("id", "t" + server.history.size())
                .put("startedAt", "2026-11-22T10:00:00Z");
        transfer.putObject("target")
                .put("type", type)
                .put("id", id)
                .put("name", name)
                .put("number", number);
        server.history.add(transfer);
    }
}
