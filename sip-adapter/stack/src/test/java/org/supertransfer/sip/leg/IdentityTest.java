package org.supertransfer.sip.leg;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.supertransfer.callcontrol.CallEvent;
import org.supertransfer.callcontrol.CallId;
import org.supertransfer.callcontrol.Destination;
import org.supertransfer.callcontrol.DialRequest;
import org.supertransfer.callcontrol.LegId;
import org.supertransfer.callcontrol.Party;

/** Who is shown to whom (RFC 3325), before and after a transfer. */
class IdentityTest {
    private static final String ALLOW = "INVITE, ACK, BYE, CANCEL, UPDATE";

    private final Wired wired = new Wired();

    @AfterEach
    void close() {
        wired.close();
    }

    private LegId dial(CallId call, Destination to, Party caller, LegId dialledFor) {
        LegId leg = LegId.random();
        wired.legs.dial(new DialRequest(leg, call, to, dialledFor, true, caller, null, null));
        return leg;
    }

    private Destination phone(Peer peer) {
        return new Destination.Address(peer.uri());
    }

    /** Carol's phone rang for Alice's consultation and answered; she is joined with Alice. */
    private record Consultation(LegId leg, Phone carol) {}

    private Consultation consultation(Wired.Up up, String allow) {
        wired.held(up.customer(), up.bob(), 5000);
        LegId leg = dial(up.call(), phone(wired.dave), new Party("1201", "Alice"), up.agent());
        Phone dave = Phone.waitFor(wired.dave);
        Message ok = wired.dave.reply(dave.invite(), 200, dave.localTag(), Sdps.audio(7000));
        wired.dave.send(allow.isEmpty() ? ok : ok.add("Allow", allow));
        wired.event(CallEvent.Answered.class);
        wired.join(up.agent(), leg);
        dave.next("ACK");
        up.alice().reinvited(Sdps.audio(6000));
        wired.event(CallEvent.Joined.class);
        return new Consultation(leg, dave);
    }

    @Test
    void callerAssertedByTheTrunk_goesBeforeWhatItsFromSays() {
        Phone.call(
                wired.bob,
                wired.node.port(),
                "0201234500",
                Sdps.audio(5000),
                "P-Asserted-Identity: \"Bob\" <sip:+358409999999@trunk.example>");

        assertThat(wired.event(CallEvent.Incoming.class).caller()).isEqualTo(new Party("+358409999999", "Bob"));
    }

    @Test
    void callerAssertedByAStranger_getsNothing() {
        Peer mallory = wired.peer("mallory");
        Phone.call(
                mallory,
                wired.node.port(),
                "0201234500",
                Sdps.audio(5000),
                "P-Asserted-Identity: <sip:+358409999999@trunk.example>");

        // who claims our domain is challenged; nobody is believed
        assertThat(mallory.silent(
                        m -> m.status() > 100 && m.status() != 401 && m.status() != 407, Duration.ofMillis(400)))
                .isTrue();
        assertThat(wired.seen()).isEmpty();
    }

    @Test
    void callerWhoWantsToBeNobody_isNobodyToThePhone_andPrivacyIsKept() {
        Phone.call(
                wired.bob,
                wired.node.port(),
                "0201234500",
                Sdps.audio(5000),
                "P-Asserted-Identity: <sip:+358409999999@trunk.example>",
                "Privacy: id");
        CallEvent.Incoming incoming = wired.event(CallEvent.Incoming.class);
        assertThat(incoming.caller().number()).isEmpty();

        dial(incoming.call(), phone(wired.alice), incoming.caller(), incoming.leg());
        Message invite = Phone.waitFor(wired.alice).invite();

        assertThat(invite.header("From")).contains("anonymous.invalid");
        assertThat(invite.header("Privacy")).isEqualTo("id");
        assertThat(invite.text()).doesNotContain("358409999999").doesNotContain("0401234567");
    }

    @Test
    void consultationCompleted_theTargetsPhoneIsTold_whoIsTransferred() {
        Wired.Up up = wired.up();
        Consultation carol = consultation(up, "");

        wired.join(up.customer(), carol.leg);
        up.bob().reply(up.bob().next("INVITE"), 200, Sdps.audio(5000));
        Message told = carol.carol.next("INVITE");

        assertThat(told.header("P-Asserted-Identity")).isEqualTo("\"Bob\" <sip:0401234567@supertransfer.local>");
        carol.carol.reply(told, 200, Sdps.audio(7000));
        wired.event(CallEvent.Joined.class);
    }

    @Test
    void outside_nobodyIsEverNamed_butOurNumber() {
        Wired.Up up = wired.up();
        Consultation carol = consultation(up, "");

        wired.join(up.customer(), carol.leg);
        Message toBob = up.bob().next("INVITE");

        assertThat(toBob.header("P-Asserted-Identity")).isEmpty();
    }

    @Test
    void phoneThatTheJoinHasNoMessageFor_isToldByUpdate() {
        Wired.Up up = wired.up();
        wired.held(up.customer(), up.bob(), 5000);
        LegId target = dial(up.call(), phone(wired.dave), new Party("1201", "Alice"), up.customer());
        Phone dave = Phone.waitFor(wired.dave);
        wired.dave.send(wired.dave
                .reply(dave.invite(), 200, dave.localTag(), Sdps.audio(7000))
                .add("Allow", ALLOW));
        wired.event(CallEvent.Answered.class);
        wired.join(up.customer(), target);
        up.bob().reinvited(Sdps.audio(5000));
        wired.event(CallEvent.Joined.class);

        Message update = dave.next("UPDATE");

        assertThat(update.header("P-Asserted-Identity")).contains("sip:0401234567@");
        assertThat(update.body()).isEmpty();
    }

    @Test
    void phoneThatShowsTheRightOneAlready_isToldNothing() {
        Wired.Up up = wired.up();
        wired.held(up.customer(), up.bob(), 5000);
        LegId target = dial(up.call(), phone(wired.dave), new Party("0401234567", "Bob"), up.customer());
        Phone dave = Phone.waitFor(wired.dave);
        wired.dave.send(wired.dave
                .reply(dave.invite(), 200, dave.localTag(), Sdps.audio(7000))
                .add("Allow", ALLOW));
        wired.event(CallEvent.Answered.class);
        wired.join(up.customer(), target);
        up.bob().reinvited(Sdps.audio(5000));
        wired.event(CallEvent.Joined.class);

        assertThat(wired.dave.silent(Peer.isRequest("UPDATE"), Duration.ofMillis(300)))
                .isTrue();
    }
}
