package org.supertransfer.sip.leg;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.supertransfer.callcontrol.CallEvent;
import org.supertransfer.callcontrol.LegId;

/** Offer and answer (RFC 3264) between the phones of a call: what passes through us, and what we make of refusals. */
class NegotiationTest {
    private static final String SESSION =
            "v=0\r\no=phone 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\n";

    private final Wired wired = new Wired();

    @AfterEach
    void close() {
        wired.close();
    }

    /** What a body says of media, without our origin line. */
    private static List<String> media(String body) {
        return body.lines().dropWhile(line -> !line.startsWith("m=")).toList();
    }

    /** Bob, who has called with a description, and what Alice is offered and Bob is answered. */
    private record Passed(Phone bob, Phone alice, Message offered, Message answered) {}

    private Passed passed(String offer, String answer) {
        Phone bob = Phone.call(wired.bob, wired.node.port(), "0201234500", offer);
        CallEvent.Incoming incoming = wired.event(CallEvent.Incoming.class);
        LegId agent = wired.dial(incoming.call(), wired.alice, incoming.leg());
        Phone alice = Phone.waitFor(wired.alice);
        alice.answer(answer);
        wired.event(CallEvent.Answered.class);
        wired.join(incoming.leg(), agent);
        Message ok = bob.answered(null);
        wired.event(CallEvent.Joined.class);
        return new Passed(bob, alice, alice.invite(), ok);
    }

    @Nested
    class Hold {
        private void holds(String body, String resumed) {
            Wired.Up up = wired.up();
            up.alice().send("INVITE", body);
            Message passed = up.bob().next("INVITE");
            assertThat(passed.body())
                    .contains(body.lines().filter(line -> line.startsWith("c=")).toList());
            up.bob().reply(passed, 200, Sdps.audio(5000, "inactive"));
            up.alice().answered(null);
            assertThat(wired.event(CallEvent.PartyHold.class).held()).isTrue();

            up.alice().send("INVITE", resumed);
            up.bob().reinvited(Sdps.audio(5000));
            assertThat(up.alice().answered(null).body())
                    .contains("m=audio 5000 ")
                    .contains("a=sendrecv");
            assertThat(wired.event(CallEvent.PartyHold.class).held()).isFalse();
        }

        @Test
        void inactive_isAHold() {
            holds(Sdps.audio(6000, "inactive"), Sdps.audio(6000));
        }

        @Test
        void zeroAddressOfOldPhones_isAHold() {
            holds(Sdps.audio(6000).replace("c=IN IP4 127.0.0.1", "c=IN IP4 0.0.0.0"), Sdps.audio(6000));
        }
    }

    @Nested
    class PassesThrough {
        @Test
        void severalLinesAndCodecs_untouched() {
            String offer = SESSION + "m=audio 5000 RTP/AVP 9 111 8 101\r\na=rtpmap:9 G722/8000\r\n"
                    + "a=rtpmap:111 opus/48000/2\r\na=fmtp:111 useinbandfec=1\r\na=rtpmap:8 PCMA/8000\r\n"
                    + "a=rtpmap:101 telephone-event/8000\r\na=sendrecv\r\n"
                    + "m=video 5002 RTP/AVP 96\r\na=rtpmap:96 VP8/90000\r\na=sendrecv\r\n"
                    + "m=application 0 TCP/BFCP *\r\n";
            String answer = SESSION + "m=audio 6000 RTP/AVP 111\r\na=rtpmap:111 opus/48000/2\r\na=sendrecv\r\n"
                    + "m=video 0 RTP/AVP 96\r\nm=application 0 TCP/BFCP *\r\n";

            Passed call = passed(offer, answer);

            assertThat(media(call.offered.body())).isEqualTo(media(offer));
            assertThat(media(call.answered.body())).contains("m=audio 6000 RTP/AVP 111", "m=video 0 RTP/AVP 96");
        }

        @Test
        void securedMedia_cryptoLines_untouched() {
            String secured = "m=audio %d RTP/SAVP 8\r\na=crypto:1 AES_CM_128_HMAC_SHA1_80 "
                    + "inline:WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz|2^20|1:4\r\na=sendrecv\r\n";
            Passed call = passed(SESSION + secured.formatted(5000), SESSION + secured.formatted(6000));

            assertThat(media(call.offered.body())).isEqualTo(media(SESSION + secured.formatted(5000)));
            assertThat(media(call.answered.body())).isEqualTo(media(SESSION + secured.formatted(6000)));
        }

        @Test
        void securedMedia_fingerprints_untouched() {
            String secured = "m=audio %d UDP/TLS/RTP/SAVPF 111\r\na=rtpmap:111 opus/48000/2\r\n"
                    + "a=fingerprint:sha-256 4A:AD:B9:B1:3F:82:18:3B\r\na=setup:%s\r\na=ice-ufrag:8hhY\r\na=sendrecv\r\n";
            Passed call =
                    passed(SESSION + secured.formatted(5000, "actpass"), SESSION + secured.formatted(6000, "active"));

            assertThat(media(call.offered.body())).isEqualTo(media(SESSION + secured.formatted(5000, "actpass")));
            assertThat(media(call.answered.body())).isEqualTo(media(SESSION + secured.formatted(6000, "active")));
        }

        @Test
        void otherNumberForTheSameCodec_eachSideIsToldTheOthers() {
            Wired.Up up = wired.up();
            wired.held(up.customer(), up.bob(), 5000);
            LegId target = wired.dial(up.call(), wired.carol, up.customer());
            Phone carol = Phone.waitFor(wired.carol);
            carol.answer(Sdps.audio(7000).replace("8 101", "8 97").replace("rtpmap:101", "rtpmap:97"));
            wired.event(CallEvent.Answered.class);

            wired.join(up.customer(), target);
            carol.next("ACK");
            Message toBob =
                    up.bob().reinvited(Sdps.audio(5000).replace("8 101", "8 97").replace("rtpmap:101", "rtpmap:97"));
            Message toCarol = carol.reinvited(Sdps.audio(7000).replace("8 101", "8 97"));

            assertThat(toBob.body()).contains("a=rtpmap:97 telephone-event/8000");
            assertThat(toCarol.body()).contains("m=audio 5000 RTP/AVP 8 97");
            wired.event(CallEvent.Joined.class);
        }
    }

    @Nested
    class Refused {
        private void refusedBy(int status) {
            Wired.Up up = wired.up();
            String before = wired.legs.snapshot(up.customer()).orElseThrow().sentSdp();

            up.alice().send("INVITE", Sdps.audio(6002));
            up.bob().reply(up.bob().next("INVITE"), status, null);

            up.alice().response("INVITE", status);
            assertThat(wired.legs.snapshot(up.customer()).orElseThrow().sentSdp())
                    .isEqualTo(before);
            wired.hold(up.customer());
            assertThat(up.bob().reinvited(Sdps.audio(5000, "inactive")).body()).contains("m=audio 6000 ");
        }

        @Test
        void by488_isPassedOn_andTheSessionStays() {
            refusedBy(488);
        }

        @Test
        void by606_isPassedOn_andTheSessionStays() {
            refusedBy(606);
        }

        @Test
        void ofADialledParty606_isAMediaFailure_afterAnOfferlessTry() {
            LegId leg = wired.dial(wired.up().call(), wired.carol, null);
            Phone carol = Phone.waitFor(wired.carol);
            carol.reply(carol.invite(), 606, null);

            CallEvent.Ended ended = wired.event(CallEvent.Ended.class);
            assertThat(ended.leg()).isEqualTo(leg);
            assertThat(ended.cause().kind()).isEqualTo(org.supertransfer.callcontrol.EndCause.Kind.MEDIA);
        }
    }

    @Nested
    class Glare {
        private Duration pauseAfter491(Phone phone, LegId leg) {
            wired.hold(leg);
            phone.reply(phone.next("INVITE"), 491, null);
            long refused = System.nanoTime();
            phone.next("INVITE");
            return Duration.ofNanos(System.nanoTime() - refused);
        }

        @Test
        void ofADialogWeMade_weWaitTwoToFourSeconds() {
            Wired.Up up = wired.up();

            assertThat(pauseAfter491(up.alice(), up.agent()))
                    .isBetween(Duration.ofMillis(2000), Duration.ofMillis(4500));
        }

        @Test
        void ofADialogTheyMade_weWaitTwoSecondsAtMost() {
            Wired.Up up = wired.up();

            assertThat(pauseAfter491(up.bob(), up.customer())).isLessThan(Duration.ofMillis(2500));
        }
    }
}
