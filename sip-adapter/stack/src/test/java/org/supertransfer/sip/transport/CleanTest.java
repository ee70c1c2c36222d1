package org.supertransfer.sip.transport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CleanTest {
    @ParameterizedTest
    @CsvSource({
        "'Anna Virtanen', 'Anna Virtanen'",
        "'Evil\r\nVia: x', 'Evil Via: x'",
        "'a\0b\tc\u0085d\u2028e', 'a b c d e'",
        "'say \"hi\" \\\\', 'say hi'",
        "'  Äiti  ', 'Äiti'",
    })
    void text_isOneHarmlessLine(String raw, String clean) {
        assertThat(Clean.text(raw)).isEqualTo(clean);
    }

    @Test
    void nothing_isEmpty() {
        assertThat(Clean.text(null)).isEmpty();
        assertThat(Clean.user(null)).isEmpty();
        assertThat(Clean.token(null)).isEmpty();
    }

    @Test
    void longText_cutWithoutHalvingACharacter() {
        assertThat(Clean.text("x".repeat(500))).hasSize(Clean.MAX_LENGTH);
        String smile = "\uD83D\uDE00";
        assertThat(Clean.text("x" + smile.repeat(100)))
                .hasSize(Clean.MAX_LENGTH - 1)
                .endsWith(smile);
    }

    @Test
    void user_keepsNumbersAndDropsWhatEndsAUserPart() {
        assertThat(Clean.user("+358 (40) 1234567")).isEqualTo("+358(40)1234567");
        assertThat(Clean.user("eve@evil>\r\nX: y")).isEqualTo("eveevilXy");
    }

    @Test
    void token_keepsTokensOnly() {
        assertThat(Clean.token("IN VITE\r\n:x")).isEqualTo("INVITEx");
    }
}
