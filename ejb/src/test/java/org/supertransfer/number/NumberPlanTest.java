package org.supertransfer.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberPlanTest {
    private final NumberPlan finland = new NumberPlan("FI");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "112",
                "+358112",
                "+358 112",
                "00358112",
                "00 358 112",
                "990358112",
                "0112",
                "+3580112",
                "+112",
                "00112",
                "1 1 2",
                "1-1-2",
                "(112)",
                "112#",
                "*112#",
                "tel:112",
                "tel:112;phone-context=+358",
                "tel:112;phone-context=example.com",
                "TEL:+358-112",
                "sip:112@example.com",
                "sips:112@example.com;user=phone",
                "sip:+358112@example.com;transport=tcp",
                "sip:112;phone-context=+358@example.com;user=phone",
                "<sip:112@example.com>",
                "\"Help\" <sip:112@example.com>;tag=1",
                "sip:%2B358112@example.com",
                "１１２",
                "\u0661\u0661\u0662",
                "1\u00a01\u00a02",
                "\u200b112\u200e",
                "1\u20101\u20112"
            })
    void emergency_isFoundInAnySpelling(String text) {
        assertThat(finland.look(text)).isEqualTo(new PlannedNumber("112", "112", NumberClass.EMERGENCY, null));
        assertThat(finland.isEmergency(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1120", "1121", "040112112", "09 112 112", "+46 112", "112112", "sip:anna@112.example.com"})
    void likeEmergency_isNone(String text) {
        assertThat(finland.look(text).numberClass()).isNotEqualTo(NumberClass.EMERGENCY);
    }

    @ParameterizedTest
    @CsvSource({
        "0600123123,        PREMIUM,  +358600123123, 0600 123 123",
        "+358600123123,     PREMIUM,  +358600123123, 0600 123 123",
        "0606 123 456,      PREMIUM,  +358606123456, 0606 123 456",
        "0700 12345,        PREMIUM,  +35870012345,  0700 123 45",
        "0707 1234,         PREMIUM,  +3587071234,   0707 1234",
        "0708 123 456,      PREMIUM,  +358708123456, 0708 123 456",
        "02098 123,         PREMIUM,  +3582098123,   02098 123",
        "0100 100,          SERVICE,  +358100100,    0100 100",
        "0200 12345,        SERVICE,  +35820012345,  0200 123 45",
        "020202,            SERVICE,  +35820202,     02020 2",
        "020222,            SERVICE,  +35820222,     02022 2",
        "0300123123,        SERVICE,  +358300123123, 0300 123 123",
        "118,               SERVICE,  118,           118",
        "+358118,           SERVICE,  118,           118",
        "118 020,           SERVICE,  118020,        118 020",
        "0800 123 123,      FREE,     +358800123123, 0800 123 123",
        "116 117,           FREE,     116117,        116 117",
        "+358 116 111,      FREE,     116111,        116 111",
        "010 123 4567,      DOMESTIC, +358101234567, 010 123 4567",
        "020 123 4500,      DOMESTIC, +358201234500, 020 123 4500",
        "020 2112345,       DOMESTIC, +358202112345, 020 211 2345",
        "029 123 4567,      DOMESTIC, +358291234567, 029 123 4567",
        "030 612 345,       DOMESTIC, +35830612345,  030 612 345",
        "09 123 4567,       DOMESTIC, +35891234567,  09 1234567",
        "+358 (0)9 1234567, DOMESTIC, +35891234567,  09 1234567",
        "0401000001,        MOBILE,   +358401000001, 040 1000001",
        "+358 40 100-0002,  MOBILE,   +358401000002, 040 1000002",
        "00358401000002,    MOBILE,   +358401000002, 040 1000002",
        "045 123 4567,      MOBILE,   +358451234567, 045 1234567",
        "+46 8 123 456,     FOREIGN,  +468123456,    +46 8 12 34 56",
        "0046 8 123 456,    FOREIGN,  +468123456,    +46 8 12 34 56",
        "+800 1234 5678,    FOREIGN,  +80012345678,  +800 1234 5678",
        "+882 16 1234567,   FOREIGN,  +882161234567, +882 16 123 4567"
    })
    void number_hasItsClass(String text, NumberClass numberClass, String e164, String display) {
        assertThat(finland.look(text)).isEqualTo(new PlannedNumber(e164, display, numberClass, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "040 100 0002",
                "040-100-0002",
                "(040) 100 0002",
                "040.100.0002",
                "040/1000002",
                "\u00a0040\u00a0100\u202f0002\u00a0",
                "040\u2013100\u20130002",
                "\u202a+358401000002\u202c",
                "＋358 40 1000002",
                "tel:+358401000002",
                "tel:+358-40-100-0002;ext=1",
                "tel:0401000002;phone-context=+358",
                "tel:401000002;phone-context=+358",
                "sip:+358401000002@example.com",
                "sip:0401000002@127.0.0.1:5060;user=phone",
                "sip:0401000002:secret@example.com",
                "<tel:+358401000002>",
                "Carol <sip:+358401000002@example.com>",
                "sip:%2B358401000002@example.com",
                "callto:+358401000002",
                "358401000002"
            })
    void pasted_isUnderstood(String text) {
        assertThat(finland.look(text))
                .extracting(PlannedNumber::e164, PlannedNumber::numberClass)
                .containsExactly("+358401000002", NumberClass.MOBILE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "abc",
                "040abc",
                "sip:anna@example.com",
                "tel:",
                "+",
                "++358401000002",
                "040+1000002",
                "*21*0401000002#",
                "0401000002#",
                "0401000002,1234",
                "0401000002 ext 5",
                "0600",
                "1301",
                "999999999999999999999999999999999999",
                "0401000002\r\nX-Header: 1",
                "%zz",
                "0800-FLOWERS"
            })
    void nonsense_isInvalid(String text) {
        assertThat(finland.look(text)).isEqualTo(PlannedNumber.invalid(text));
    }

    @Test
    void hugeText_isInvalidAndQuick() {
        assertThat(finland.look("0".repeat(1_000_000)).numberClass()).isEqualTo(NumberClass.INVALID);
    }

    @Test
    void spellings_nameOneNumberInEveryWay() {
        assertThat(finland.spellings("+358 20 123 4500")).contains("0201234500", "+358201234500", "358201234500");
        assertThat(finland.spellings("020 123 4500")).contains("0201234500", "+358201234500");
        assertThat(finland.spellings("12 01")).startsWith("1201");
        assertThat(finland.spellings("anna")).isEmpty();
    }

    @Test
    void otherCountry_usesItsPlan() {
        NumberPlan sweden = new NumberPlan("SE");
        assertThat(sweden.look("08 123 456").numberClass()).isEqualTo(NumberClass.DOMESTIC);
        assertThat(sweden.look("0401000001").e164()).startsWith("+46");
        assertThat(sweden.look("+358401000001").numberClass()).isEqualTo(NumberClass.FOREIGN);
        assertThat(sweden.look("+46112").numberClass()).isEqualTo(NumberClass.EMERGENCY);
        assertThat(new NumberPlan("US").look("911").numberClass()).isEqualTo(NumberClass.EMERGENCY);
    }

    @Test
    void unknownCountry_isRefused() {
        assertThatThrownBy(() -> new NumberPlan("XX"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("XX");
    }
}
