package org.supertransfer.sip.sdp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Reading, writing and turning descriptions (RFC 8866, RFC 3264). */
class SessionDescriptionTest {
    private static final String AUDIO = "v=0\r\no=phone 7 3 IN IP4 10.0.0.1\r\ns=-\r\nc=IN IP4 10.0.0.1\r\nt=0 0\r\n"
            + "m=audio 4000 RTP/AVP 8 101\r\na=rtpmap:8 PCMA/8000\r\na=rtpmap:101 telephone-event/8000\r\n";

    private static SessionDescription parsed(String text) {
        return SessionDescription.parse(text).orElseThrow();
    }

    @Test
    void textThatIsRead_isWrittenAsItWas() {
        assertThat(parsed(AUDIO).text()).isEqualTo(AUDIO);
    }

    @Test
    void bareLineFeeds_areReadToo() {
        assertThat(parsed(AUDIO.replace("\r\n", "\n")).text()).isEqualTo(AUDIO);
    }

    @Test
    void whatIsNoDescription_isEmpty() {
        assertThat(SessionDescription.parse("")).isEmpty();
        assertThat(SessionDescription.parse("hello")).isEmpty();
        assertThat(SessionDescription.parse("v=0\r\ns=-\r\n"))
                .as("without origin")
                .isEmpty();
        assertThat(SessionDescription.parse(AUDIO + "m=audio x RTP/AVP 0\r\n")).isEmpty();
        assertThat(SessionDescription.parse(AUDIO + "m=audio 1 RTP/AVP 0\r\n".repeat(16)))
                .as("more media lines than any phone has")
                .isEmpty();
        assertThat(SessionDescription.parse(AUDIO + "a=x\r\n".repeat(400))).isEmpty();
    }

    @Test
    void directionOfTheSession_holdsForLinesWithoutTheirOwn_andMovesIntoThem() {
        SessionDescription held = parsed(AUDIO.replace("t=0 0\r\n", "t=0 0\r\na=sendonly\r\n"));

        assertThat(held.direction(0)).isEqualTo(Direction.SENDONLY);
        String open = held.withDirection(Direction.SENDRECV).text();
        assertThat(open).contains("a=sendrecv").doesNotContain("a=sendonly");
    }

    @Test
    void rejectedLine_keepsItsPortWhenTheDirectionChanges() {
        SessionDescription two = parsed(AUDIO + "m=video 0 RTP/AVP 96\r\n");

        assertThat(two.withDirection(Direction.INACTIVE).text()).endsWith("m=video 0 RTP/AVP 96\r\n");
    }

    @Test
    void hold_isSendonlyInactiveOrTheZeroAddress_butNotADeadCall() {
        SessionDescription audio = parsed(AUDIO);

        assertThat(audio.holds()).isFalse();
        assertThat(audio.withDirection(Direction.SENDONLY).holds()).isTrue();
        assertThat(audio.withDirection(Direction.INACTIVE).holds()).isTrue();
        assertThat(audio.withDirection(Direction.RECVONLY).holds()).isFalse();
        assertThat(parsed(AUDIO.replace("c=IN IP4 10.0.0.1", "c=IN IP4 0.0.0.0"))
                        .holds())
                .isTrue();
        assertThat(parsed(AUDIO.replace("m=audio 4000", "m=audio 0")).holds()).isFalse();
    }

    @Test
    void answerDirections_followRfc3264Section61() {
        assertThat(Direction.SENDONLY.reversed()).isEqualTo(Direction.RECVONLY);
        assertThat(Direction.RECVONLY.reversed()).isEqualTo(Direction.SENDONLY);
        assertThat(Direction.SENDRECV.within(Direction.RECVONLY)).isEqualTo(Direction.RECVONLY);
        assertThat(Direction.SENDONLY.within(Direction.RECVONLY)).isEqualTo(Direction.INACTIVE);
    }

    @Test
    void origin_isOurs_andItsVersionGrowsWithEachChangeOnly() {
        Origin origin = new Origin(77, "192.0.2.1");
        SessionDescription audio = parsed(AUDIO);

        assertThat(origin.stamp(audio).text()).contains("o=- 77 1 IN IP4 192.0.2.1");
        assertThat(origin.stamp(audio).text()).contains("o=- 77 1 IN IP4");
        assertThat(origin.stamp(audio.withDirection(Direction.INACTIVE)).text()).contains("o=- 77 2 IN IP4");
        assertThat(origin.stamp(audio).text()).contains("o=- 77 3 IN IP4");
    }

    @Test
    void originOfAnIpv6Address_saysSo() {
        assertThat(new Origin(1, "2001:db8::1").stamp(parsed(AUDIO)).text()).contains("o=- 1 1 IN IP6 2001:db8::1");
    }

    @Test
    void silentAnswer_takesEveryLine_atOurAddress_andHearsNothing() {
        SessionDescription offer =
                parsed(AUDIO + "m=video 4002 RTP/AVP 96\r\na=rtpmap:96 VP8/90000\r\na=ssrc:1 x:y\r\n");

        String answer = new Origin(1, "192.0.2.1").silentAnswer(offer).text();

        assertThat(answer).contains("c=IN IP4 192.0.2.1", "m=audio 9 RTP/AVP 8 101", "m=video 9 RTP/AVP 96");
        assertThat(answer).contains("a=rtpmap:96 VP8/90000").doesNotContain("ssrc");
        assertThat(answer.split("a=inactive", -1)).hasSize(3);
    }
}
