package org.supertransfer.sip.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramPacket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supertransfer.sip.wire.Text;

/** Which datagrams go when more come than are taken. */
class LaneQueueTest {
    private static final int ROOM_TO_BEGIN = 500;
    private static final int ROOM = 2_000;

    private final LaneQueue lanes = new LaneQueue(4);

    private static byte[] bytes(Text text) {
        return text.header("Call-ID", "same@wire").toString().getBytes(StandardCharsets.UTF_8);
    }

    private void offer(Text text, int times) {
        byte[] bytes = bytes(text);
        for (int time = 0; time < times; time++) {
            lanes.offer(new DatagramPacket(bytes, bytes.length, InetAddress.getLoopbackAddress(), 5060));
        }
    }

    private static Text inside(String method) {
        return new Text(method, 5060).header("To", "<sip:service@127.0.0.1>;tag=ours");
    }

    @Test
    void flood_newCallsGoFirst_thoseThatAreUpHaveRoomLeft() {
        offer(new Text("INVITE", 5060), ROOM_TO_BEGIN + 70);
        assertThat(lanes.dropped()).isEqualTo(70);
        offer(inside("INVITE"), 1);
        offer(inside("BYE"), ROOM - ROOM_TO_BEGIN - 1);
        assertThat(lanes.dropped()).isEqualTo(70);
        offer(inside("BYE"), 5);
        assertThat(lanes.dropped()).isEqualTo(75);
    }

    @ParameterizedTest
    @CsvSource({"INVITE, true", "REGISTER, true", "OPTIONS, true", "CANCEL, false", "BYE, false", "ACK, false"})
    void outsideADialog_isABeginningOrNot(String method, boolean begins) {
        byte[] message = bytes(new Text(method, 5060));
        assertThat(Beginnings.isOne(message, message.length)).isEqualTo(begins);
    }

    @ParameterizedTest
    @CsvSource({
        "To: <sip:a@b>;tag=1, false",
        "t:<sip:a@b> ; TAG = 1, false",
        "To: <sip:a@b;tag=1>, true",
        "To: sip:a@b, true",
        "To : Tag <sip:a@b>;x=tag, true"
    })
    void toTag_foundWhereItIsOne(String to, boolean begins) {
        byte[] message = ("INVITE sip:a@b SIP/2.0\r\nX: y;tag=1\r\n" + to + "\r\n\r\nTo: <sip:a@b>;tag=2\r\n")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(Beginnings.isOne(message, message.length)).isEqualTo(begins);
    }

    @Test
    void response_isNone() {
        byte[] message = "SIP/2.0 180 Ringing\r\nTo: <sip:a@b>\r\n\r\n".getBytes(StandardCharsets.UTF_8);
        assertThat(Beginnings.isOne(message, message.length)).isFalse();
    }
}
