package org.supertransfer.sip.leg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.supertransfer.callcontrol.CallEvent;
import org.supertransfer.callcontrol.CallId;
import org.supertransfer.callcontrol.Destination;
import org.supertransfer.callcontrol.DialRequest;
import org.supertransfer.callcontrol.EndCause;
import org.supertransfer.callcontrol.LegId;
import org.supertransfer.callcontrol.Party;

/** 3xx of a dialled party: the call is asked, and its word is followed once. */
class RedirectTest {
    private final Wired wired = new Wired();
    private final CallId call = CallId.random();

    @AfterEach
    void close() {
        wired.close();
    }

    private void redirects(Phone phone, int status, String... contacts) {
        Message response = Message.of("SIP/2.0 " + status + " Elsewhere", null)
                .copy("Via", phone.invite())
                .add("From", phone.invite().header("From"))
                .add("To", phone.invite().header("To") + ";tag=" + phone.localTag())
                .add("Call-ID", phone.callId())
                .add("CSeq", phone.invite().header("CSeq"));
        for (String contact : contacts) {
            response.add("Contact", contact);
        }
        phone.peer().send(response);
        phone.next("ACK");
    }

    private DialRequest to(LegId leg, Destination destination, @Nullable LegId dialledFor) {
        return new DialRequest(
                leg, call, destination, dialledFor, true, new Party("0201234500", null), "0201234500", null);
    }

    private DialRequest to(LegId leg, Peer peer) {
        return to(leg, new Destination.Address(peer.uri()), null);
    }

    @Test
    void contacts_areAskedAbout_mostWantedFirst_cleaned() {
        LegId leg = wired.dial(call, wired.alice, null);
        redirects(
                Phone.waitFor(wired.alice),
                302,
                "<sip:+358501111111@elsewhere.example>;q=0.2",
                "<tel:+358502222222>;q=0.9",
                "<sip:1203@elsewhere.example>",
                "<sip:elsewhere.example>",
                "<sip:1203@other.example>;q=0.1");

        CallEvent.Redirected asked = wired.event(CallEvent.Redirected.class);

        assertThat(asked.leg()).isEqualTo(leg);
        assertThat(asked.status()).isEqualTo(302);
        assertThat(asked.numbers()).containsExactly("1203", "+358502222222", "+358501111111");
    }

    @Test
    void allowed_isFollowedByTrunk_withOurNumber_andTheSameLegAnswers() {
        LegId leg = wired.dial(call, wired.alice, null);
        redirects(Phone.waitFor(wired.alice), 302, "<sip:+358501111111@elsewhere.example>");
        wired.event(CallEvent.Redirected.class);

        wired.legs.redirect(leg, List.of(to(leg, new Destination.Outside("+358501111111"), null)));
        Phone carol = Phone.waitFor(wired.carol);
        carol.answer(Sdps.audio(7000));

        assertThat(carol.invite().uri()).startsWith("sip:+358501111111@127.0.0.1:" + wired.carol.port());
        assertThat(carol.invite().header("From")).contains("sip:0201234500@");
        assertThat(carol.invite().header("Diversion")).contains("sip:0201234500@");
        assertThat(carol.invite().header("Max-Forwards")).isEqualTo("69");
        assertThat(wired.event(CallEvent.Answered.class).leg()).isEqualTo(leg);
        assertThat(wired.story(leg)).containsExactly("Redirected", "Answered");
    }

    @Test
    void notAllowed_endsAsItWasRefused_andNothingIsSent() {
        LegId leg = wired.dial(call, wired.alice, null);
        redirects(Phone.waitFor(wired.alice), 302, "<sip:0600123@elsewhere.example>");
        wired.event(CallEvent.Redirected.class);

        wired.legs.redirect(leg, List.of());

        EndCause cause = wired.event(CallEvent.Ended.class).cause();
        assertThat(cause.sipStatus()).isEqualTo(302);
        assertThat(cause.kind()).isEqualTo(EndCause.Kind.REFUSED);
        assertThat(wired.carol.seen()).isEmpty();
    }

    @Test
    void severalAllowed_areTriedOneAfterTheOther_theLastFailureIsReported() {
        LegId leg = wired.dial(call, wired.alice, null);
        redirects(Phone.waitFor(wired.alice), 300, "<sip:1@x.example>", "<sip:2@x.example>");
        wired.event(CallEvent.Redirected.class);

        wired.legs.redirect(leg, List.of(to(leg, wired.bob), to(leg, wired.carol)));
        Phone bob = Phone.waitFor(wired.bob);
        assertThat(wired.carol.seen()).isEmpty();
        bob.reply(bob.invite(), 486, null);
        Phone carol = Phone.waitFor(wired.carol);
        carol.reply(carol.invite(), 480, null);

        assertThat(wired.event(CallEvent.Ended.class).cause().kind())
                .isIn(EndCause.Kind.BUSY, EndCause.Kind.UNREACHABLE);
    }

    @Test
    void trunkRedirects_theOtherTrunkDoesNotGetTheOldNumber() {
        LegId leg = wired.dial(call, new Destination.Outside("+358401234567"), null);
        redirects(Phone.waitFor(wired.carol), 302, "<sip:+358501111111@elsewhere.example>");
        wired.event(CallEvent.Redirected.class);

        wired.legs.redirect(leg, List.of(to(leg, new Destination.Outside("+358501111111"), null)));
        Phone carol = Phone.waitFor(wired.carol);
        assertThat(carol.invite().uri()).contains("+358501111111");
        carol.reply(carol.invite(), 486, null);

        assertThat(wired.event(CallEvent.Ended.class).cause().kind()).isEqualTo(EndCause.Kind.BUSY);
        assertThat(wired.dave.seen()).isEmpty();
    }

    @Test
    void trunkRedirectsToAPhone_whoseByeIsTaken() {
        LegId leg = wired.dial(call, new Destination.Outside("+358401234567"), null);
        redirects(Phone.waitFor(wired.carol), 302, "<sip:1301@elsewhere.example>");
        wired.event(CallEvent.Redirected.class);
        Peer phone = wired.peer("phone");
        wired.legs.redirect(leg, List.of(to(leg, phone)));
        Phone other = Phone.waitFor(phone);
        other.answer(Sdps.audio(7000));
        other.next("ACK");

        other.send("BYE", null);

        other.response("BYE", 200);
        assertThat(wired.event(CallEvent.Ended.class).leg()).isEqualTo(leg);
    }

    @Test
    void secondRedirection_isAFailure() {
        LegId leg = wired.dial(call, wired.alice, null);
        redirects(Phone.waitFor(wired.alice), 302, "<sip:1@x.example>");
        wired.event(CallEvent.Redirected.class);
        wired.legs.redirect(leg, List.of(to(leg, wired.bob)));

        redirects(Phone.waitFor(wired.bob), 302, "<sip:2@x.example>");

        assertThat(wired.event(CallEvent.Ended.class).cause().sipStatus()).isEqualTo(302);
        assertThat(wired.story(leg)).containsExactly("Redirected", "Ended");
    }

    @Test
    void withoutAContactThatCanBeCalled_isAFailureAtOnce() {
        LegId leg = wired.dial(call, wired.alice, null);

        redirects(Phone.waitFor(wired.alice), 305);

        assertThat(wired.event(CallEvent.Ended.class).cause().sipStatus()).isEqualTo(305);
        assertThat(wired.story(leg)).containsExactly("Ended");
    }

    @Test
    void nobodySaysWhere_endsAfterFourSeconds_andTheLateWordIsNothing() {
        LegId leg = wired.dial(call, wired.alice, null);
        redirects(Phone.waitFor(wired.alice), 302, "<sip:1@x.example>");
        wired.event(CallEvent.Redirected.class);

        assertThat(wired.event(CallEvent.Ended.class).cause().sipStatus()).isEqualTo(302);
        wired.legs.redirect(leg, List.of(to(leg, wired.bob)));
        assertThat(wired.bob.silent(m -> true, java.time.Duration.ofMillis(300)))
                .isTrue();
    }

    @Test
    void hangUpWhileTheCallThinks_endsTheLegOnce() {
        LegId leg = wired.dial(call, wired.alice, null);
        redirects(Phone.waitFor(wired.alice), 302, "<sip:1@x.example>");
        wired.event(CallEvent.Redirected.class);

        wired.legs.hangUp(leg, EndCause.of(EndCause.Kind.CANCELLED));

        assertThat(wired.event(CallEvent.Ended.class).cause().kind()).isEqualTo(EndCause.Kind.CANCELLED);
        wired.legs.redirect(leg, List.of(to(leg, wired.bob)));
        assertThat(wired.bob.silent(m -> true, java.time.Duration.ofMillis(300)))
                .isTrue();
    }

    @Test
    void oneOfSeveralPhonesRedirects_theOthersRingOn() {
        wired.register("anna", wired.carol, wired.dave);
        LegId leg = wired.dial(call, new Destination.Phones("anna"), null);
        redirects(Phone.waitFor(wired.carol), 302, "<sip:1@x.example>");

        Phone.waitFor(wired.dave).answer(Sdps.audio(8000));

        wired.event(CallEvent.Answered.class);
        assertThat(wired.story(leg)).containsExactly("Answered");
    }

    @Test
    void toAnAgent_allItsPhonesRing_theFirstAnswerWins() {
        wired.register("anna", wired.carol, wired.dave);
        LegId leg = wired.dial(call, wired.alice, null);
        redirects(Phone.waitFor(wired.alice), 302, "<sip:1202@x.example>");
        wired.event(CallEvent.Redirected.class);

        wired.legs.redirect(leg, List.of(to(leg, new Destination.Phones("anna"), null)));
        Phone carol = Phone.waitFor(wired.carol);
        Phone dave = Phone.waitFor(wired.dave);
        carol.ring();
        dave.answer(Sdps.audio(8000));

        assertThat(wired.event(CallEvent.Answered.class).leg()).isEqualTo(leg);
        carol.next("CANCEL");
    }

    @Test
    void toAnAgent_onePhoneIsBusy_theOtherRingsOn_nobodyElseIsTried() {
        wired.register("anna", wired.carol, wired.dave);
        LegId leg = wired.dial(call, wired.alice, null);
        redirects(Phone.waitFor(wired.alice), 302, "<sip:1202@x.example>", "<sip:9@x.example>");
        wired.event(CallEvent.Redirected.class);
        wired.legs.redirect(leg, List.of(to(leg, new Destination.Phones("anna"), null), to(leg, wired.bob)));
        Phone carol = Phone.waitFor(wired.carol);
        Phone dave = Phone.waitFor(wired.dave);

        carol.reply(carol.invite(), 486, null);
        carol.next("ACK");
        assertThat(wired.bob.silent(m -> true, java.time.Duration.ofMillis(300)))
                .isTrue();
        dave.reply(dave.invite(), 486, null);

        Phone.waitFor(wired.bob).answer(Sdps.audio(9000));
        wired.event(CallEvent.Answered.class);
    }
}
