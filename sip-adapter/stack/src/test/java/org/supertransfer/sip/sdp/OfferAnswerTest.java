package org.supertransfer.sip.sdp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Offers laid on another dialog's lines, answers carried back, and when a party needs not be told again. */
class OfferAnswerTest {
    private static SessionDescription of(String... media) {
        String head = "v=0\r\no=x 1 1 IN IP4 10.0.0.1\r\ns=-\r\nc=IN IP4 10.0.0.1\r\nt=0 0\r\n";
        return SessionDescription.parse(head + String.join("\r\n", media) + "\r\n")
                .orElseThrow();
    }

    private static String lines(SessionDescription description) {
        return String.join(
                "|",
                description.text().lines().filter(line -> line.startsWith("m=")).toList());
    }

    @Nested
    class Carried {
        @Test
        void dialogWithoutLines_getsTheOfferAsItIs() {
            SessionDescription offer = of("m=audio 4000 RTP/AVP 8", "m=video 4002 RTP/AVP 96");

            assertThat(new OfferAnswer(offer, null).carried()).isEqualTo(offer);
        }

        @Test
        void surplusLine_isLeftOut_andTurnedDownInTheAnswer() {
            SessionDescription offer = of("m=audio 4000 RTP/AVP 8", "m=video 4002 RTP/AVP 96");
            OfferAnswer carried = new OfferAnswer(offer, of("m=audio 5000 RTP/AVP 8"));

            assertThat(lines(carried.carried())).isEqualTo("m=audio 4000 RTP/AVP 8");
            assertThat(lines(carried.answer(of("m=audio 5000 RTP/AVP 8"))))
                    .isEqualTo("m=audio 5000 RTP/AVP 8|m=video 0 RTP/AVP 96");
        }

        @Test
        void missingLine_isOfferedWithPortZero() {
            OfferAnswer carried = new OfferAnswer(
                    of("m=audio 4000 RTP/AVP 8"), of("m=audio 5000 RTP/AVP 8", "m=video 5002 RTP/AVP 96"));

            assertThat(lines(carried.carried())).isEqualTo("m=audio 4000 RTP/AVP 8|m=video 0 RTP/AVP 96");
            assertThat(lines(carried.answer(of("m=audio 5000 RTP/AVP 8", "m=video 0 RTP/AVP 96"))))
                    .isEqualTo("m=audio 5000 RTP/AVP 8");
        }

        @Test
        void linesInAnotherOrder_keepTheDialogsOrder_andTheAnswerTheOfferers() {
            OfferAnswer carried = new OfferAnswer(
                    of("m=video 4002 RTP/AVP 96", "m=audio 4000 RTP/AVP 8"),
                    of("m=audio 5000 RTP/AVP 8", "m=video 5002 RTP/AVP 96"));

            assertThat(lines(carried.carried())).isEqualTo("m=audio 4000 RTP/AVP 8|m=video 4002 RTP/AVP 96");
            assertThat(lines(carried.answer(of("m=audio 5000 RTP/AVP 8", "m=video 5002 RTP/AVP 96"))))
                    .isEqualTo("m=video 5002 RTP/AVP 96|m=audio 5000 RTP/AVP 8");
        }

        @Test
        void answerNeverGoesBeyondTheOffersDirection() {
            SessionDescription held = of("m=audio 4000 RTP/AVP 8", "a=inactive");
            OfferAnswer carried = new OfferAnswer(held, null);

            assertThat(carried.answer(of("m=audio 5000 RTP/AVP 8")).direction(0))
                    .isEqualTo(Direction.INACTIVE);
        }

        @Test
        void answerWithFewerLinesThanOffered_turnsTheRestDown() {
            OfferAnswer carried = new OfferAnswer(of("m=audio 4000 RTP/AVP 8", "m=video 4002 RTP/AVP 96"), null);

            assertThat(lines(carried.answer(of("m=audio 5000 RTP/AVP 8")))).endsWith("m=video 0 RTP/AVP 96");
        }
    }

    @Nested
    class Settled {
        private final SessionDescription offered =
                of("m=audio 4000 RTP/AVP 8 101", "a=rtpmap:101 telephone-event/8000");
        private final SessionDescription accepted = of("m=audio 6000 RTP/AVP 8");

        @Test
        void sameAddressAndASubsetOfTheCodecs_needsNoMore() {
            assertThat(OfferAnswer.settled(offered, accepted, of("m=audio 4000 RTP/AVP 8")))
                    .isTrue();
        }

        @Test
        void anotherPort_isToBeTold() {
            assertThat(OfferAnswer.settled(offered, accepted, of("m=audio 4002 RTP/AVP 8")))
                    .isFalse();
        }

        @Test
        void codecThatWasNotOffered_isToBeTold() {
            assertThat(OfferAnswer.settled(offered, accepted, of("m=audio 4000 RTP/AVP 0")))
                    .isFalse();
        }

        @Test
        void sameNumberForAnotherCodec_isToBeTold() {
            SessionDescription other = of("m=audio 4000 RTP/AVP 101", "a=rtpmap:101 opus/48000/2");

            assertThat(OfferAnswer.settled(offered, accepted, other)).isFalse();
        }

        @Test
        void differentWritingOfTheSameCodec_needsNoMore() {
            SessionDescription other = of("m=audio 4000 RTP/AVP 101", "a=rtpmap:101 Telephone-Event/8000");

            assertThat(OfferAnswer.settled(offered, accepted, other)).isTrue();
        }

        @Test
        void otherPartyHolds_isToBeTold() {
            assertThat(OfferAnswer.settled(offered, accepted, of("m=audio 4000 RTP/AVP 8", "a=recvonly")))
                    .isFalse();
        }

        @Test
        void heldByUsBefore_isToBeTold() {
            SessionDescription told = offered.withDirection(Direction.INACTIVE);

            assertThat(OfferAnswer.settled(told, accepted, of("m=audio 4000 RTP/AVP 8")))
                    .isFalse();
        }

        @Test
        void otherKeys_areToBeTold() {
            SessionDescription secure = of("m=audio 4000 RTP/SAVP 8", "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:one");
            SessionDescription other = of("m=audio 4000 RTP/SAVP 8", "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:two");

            assertThat(OfferAnswer.settled(secure, accepted, secure)).isTrue();
            assertThat(OfferAnswer.settled(secure, accepted, other)).isFalse();
        }
    }

    @Nested
    class StillAt {
        @Test
        void movedPort_isNotThereAnyMore_zeroAddressIsAHold() {
            SessionDescription offer = of("m=audio 4000 RTP/AVP 8");

            assertThat(OfferAnswer.stillAt(offer, of("m=audio 4000 RTP/AVP 0"))).isTrue();
            assertThat(OfferAnswer.stillAt(offer, of("m=audio 4002 RTP/AVP 8"))).isFalse();
            assertThat(OfferAnswer.stillAt(offer, of("m=audio 4000 RTP/AVP 8", "c=IN IP4 0.0.0.0")))
                    .isTrue();
        }
    }
}
