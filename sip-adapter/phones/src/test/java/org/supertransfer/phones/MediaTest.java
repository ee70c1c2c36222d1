package org.supertransfer.phones;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Offer and answer as RFC 3264 has them. */
class MediaTest {
    private final Media media = new Media(Codecs.G711);

    @ParameterizedTest
    @CsvSource({"SENDRECV,SENDRECV", "SENDONLY,RECVONLY", "RECVONLY,SENDONLY", "INACTIVE,INACTIVE"})
    void offeredDirection_answeredReversed(Direction offered, Direction answered) {
        SessionDescription answer = answer(offer("192.0.2.1", "a=" + offered.attribute()));
        assertThat(answer.direction()).isEqualTo(answered);
    }

    @Test
    void ownHold_limitsTheAnswer() {
        media.wish(Direction.SENDONLY);
        assertThat(answer(offer("192.0.2.1", "a=sendrecv")).direction()).isEqualTo(Direction.SENDONLY);
    }

    @Test
    void oldHold_receivesNothing() {
        SessionDescription offer = new SessionDescription(offer("0.0.0.0", ""));
        assertThat(offer.direction()).isEqualTo(Direction.SENDONLY);
    }

    @Test
    void offeredNumbers_areKept() {
        SessionDescription answer = answer(
                """
                v=0
                o=- 1 1 IN IP4 192.0.2.1
                s=-
                c=IN IP4 192.0.2.1
                t=0 0
                m=audio 4000 RTP/AVP 96 8 99
                a=rtpmap:96 opus/48000/2
                a=rtpmap:99 telephone-event/8000
                """);
        assertThat(answer.payloads()).isEqualTo(List.of("8", "99"));
        assertThat(answer.codec("99")).contains("telephone-event/8000");
    }

    @Test
    void moreStreams_refusedInPlace() {
        SessionDescription answer =
                answer(offer("192.0.2.1", "a=sendrecv") + "m=video 5000 RTP/AVP 97\r\na=rtpmap:97 H264/90000\r\n");
        assertThat(answer.media()).hasSize(2);
        assertThat(answer.media().get(1).get(0)).isEqualTo("m=video 0 RTP/AVP 97");
    }

    @Test
    void version_growsWithChangesOnly() {
        String offer = offer("192.0.2.1", "a=sendrecv");
        assertThat(answer(offer).version()).isEqualTo(1);
        assertThat(answer(offer).version()).isEqualTo(1);
        assertThat(answer(offer("192.0.2.1", "a=inactive")).version()).isEqualTo(2);
    }

    @Test
    void nothingInCommon_noAnswer() {
        assertThat(
                        media.answer(
                                new SessionDescription(
                                        "v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=-\r\nc=IN IP4 192.0.2.1\r\nt=0 0\r\nm=audio 4 RTP/AVP 18\r\n")))
                .isEmpty();
    }

    @Test
    void flow_isWhatBothAllow() {
        answer(offer("192.0.2.1", "a=sendonly"));
        assertThat(media.flow()).isEqualTo(Direction.RECVONLY);
    }

    private SessionDescription answer(String offer) {
        return new SessionDescription(
                media.answer(new SessionDescription(offer)).orElseThrow());
    }

    private static String offer(String address, String direction) {
        return "v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=-\r\nc=IN IP4 " + address
                + "\r\nt=0 0\r\nm=audio 4000 RTP/AVP 8 0\r\n" + (direction.isEmpty() ? "" : direction + "\r\n");
    }
}
