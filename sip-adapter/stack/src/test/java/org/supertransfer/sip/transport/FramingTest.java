package org.supertransfer.sip.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One connection's bytes, cut at every place where the network may cut them. */
class FramingTest implements Framing.Sink {
    private static final String FIRST = "INVITE sip:a SIP/2.0\r\nl: 5\r\nCall-ID: 1\r\n\r\nhello";
    private static final String SECOND = "BYE sip:a SIP/2.0\r\nCall-ID: 1\r\n\r\n";

    private final List<String> seen = new ArrayList<>();
    private final Framing framing = new Framing(this);

    @Override
    public void message(byte[] head, byte[] body) {
        seen.add(text(head) + "|" + text(body));
    }

    @Override
    public void ping() {
        seen.add("ping");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private void add(String text) throws IOException {
        framing.add(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void pingsAndMessages_foundWhereverTheyAreCut() throws IOException {
        String stream = "\r\n\r\n" + FIRST + SECOND + "\r\n\r\n" + "\r\n" + SECOND;
        String bye = SECOND + "|";
        String invite = FIRST.replace("hello", "|hello");
        for (int size = 1; size <= stream.length(); size++) {
            seen.clear();
            for (int at = 0; at < stream.length(); at += size) {
                add(stream.substring(at, Math.min(stream.length(), at + size)));
            }
            assertThat(seen).as("in pieces of %d", size).containsExactly("ping", invite, bye, "ping", bye);
        }
    }

    @Test
    void lengthOfOneMessage_isNotThatOfTheNext() throws IOException {
        add(FIRST + SECOND + FIRST);
        assertThat(seen).hasSize(3);
        assertThat(seen.get(1)).endsWith("\r\n\r\n|");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"l: 5\r\nContent-Length: 5", "Content-Length: -1", "l:", "Content-Length: 16385", "l: 9999999999"
            })
    void lengthThatSaysNothing_endsTheStreamAtOnce(String lines) {
        assertThatThrownBy(() -> add("BYE sip:a SIP/2.0\r\n" + lines + "\r\n")).isInstanceOf(IOException.class);
    }

    @Test
    void part_isAMessageThatHasBegun_andNoHalfPing() throws IOException {
        add("\r\n");
        assertThat(framing.hasPart()).isFalse();
        add("B");
        assertThat(framing.hasPart()).isTrue();
        add("YE sip:a SIP/2.0\r\n\r\n");
        assertThat(framing.hasPart()).isFalse();
    }

    @Test
    void headWithoutEnd_endsTheStreamAtTheLimit() throws IOException {
        add("BYE sip:a SIP/2.0\r\n" + "X: y\r\n".repeat(2_700));
        assertThatThrownBy(() -> add("X: y\r\n".repeat(100))).isInstanceOf(IOException.class);
        assertThat(seen).isEmpty();
    }
}
