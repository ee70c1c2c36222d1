package org.supertransfer.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoteTextTest {
    @ParameterizedTest
    @CsvSource({
        "'  Lasku 4711, soittaa toisen kerran ', 'Lasku 4711, soittaa toisen kerran'",
        "'<script>alert(1)</script>', '<script>alert(1)</script>'",
        "Ä 👩‍💼 ok, Ä 👩‍💼 ok"
    })
    void plainText_isKept(String text, String kept) {
        assertThat(NoteText.clean(text)).isEqualTo(kept);
    }

    @Test
    void lineEndsOfEveryKind_becomeLineFeeds_andTabsBlanks() {
        assertThat(NoteText.clean("a\r\nb\rc\u2028d\te")).isEqualTo("a\nb\nc\nd e");
    }

    @Test
    void controls_directionMarks_andHalvesOfPairs_areLeftOut() {
        assertThat(NoteText.clean("a\0b\u001b[31mc\u202Ed\u2066e\ud83df\u0085g"))
                .isEqualTo("ab[31mcdef\ng");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\n\t", "\0\u202E"})
    void nothingLeft_isNone(String text) {
        assertThat(NoteText.clean(text)).isNull();
    }
}
