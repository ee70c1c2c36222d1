package org.supertransfer.sip.leg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.supertransfer.callcontrol.CallEvent;
import org.supertransfer.callcontrol.LegId;

/** What we answer to requests that we do not or cannot do, by all rooms of the adapter together. */
class RefusalTableTest {
    private static Wired wired;

    @BeforeAll
    static void open() {
        wired = new Wired(Timing.standard().withSession(Duration.ofSeconds(1800), Duration.ofSeconds(90)));
    }

    @AfterAll
    static void close() {
        wired.close();
    }

    /** What a trunk sends outside a dialog. */
    private static Message outside(String method, @Nullable String body) {
        String uri = "sip:0201234500@127.0.0.1:" + wired.node.port();
        return Message.of(method + " " + uri + " SIP/2.0", body)
                .add("Via", "SIP/2.0/UDP 127.0.0.1:" + wired.bob.port() + ";branch=z9hG4bK" + Peer.token() + ";rport")
                .add("From", "<sip:0401234567@127.0.0.1>;tag=" + Peer.token())
                .add("Call-ID", Peer.token())
                .add("CSeq", "1 " + method)
                .add("Contact", "<" + wired.bob.uri() + ">");
    }

    private static Message sound(String method, @Nullable String body) {
        return outside(method, body).add("Max-Forwards", "70").add("To", "<sip:0201234500@127.0.0.1>");
    }

    private static Message stranger(String method) {
        return outside(method, null).add("Max-Forwards", "70").add("To", "<sip:0201234500@127.0.0.1>;tag=nobody");
    }

    private static Message invite(UnaryOperator<Message> change) {
        return change.apply(sound("INVITE", Sdps.audio(5000)));
    }

    private static Arguments row(String what, java.util.function.Supplier<Message> sent, int status, String header) {
        return arguments(what, sent, status, header);
    }

    static Stream<Arguments> requests() {
        return Stream.of(
                row(
                        "Max-Forwards spent",
                        () -> outside("INVITE", null).add("Max-Forwards", "0").add("To", "<sip:1@127.0.0.1>"),
                        483,
                        ""),
                row("unknown extension", () -> invite(m -> m.add("Require", "teleport")), 420, "Unsupported: teleport"),
                row(
                        "body we cannot read",
                        () -> sound("INVITE", "hello").type("text/plain"),
                        415,
                        "Accept: application/sdp"),
                row(
                        "packed body",
                        () -> invite(m -> m.add("Content-Encoding", "gzip")),
                        415,
                        "Accept-Encoding: identity"),
                row(
                        "sender reads no SDP",
                        () -> invite(m -> m.add("Accept", "text/html")),
                        406,
                        "Accept: application/sdp"),
                row("broken SDP", () -> sound("INVITE", "v=nonsense"), 488, ""),
                row(
                        "session too short",
                        () -> invite(m -> m.add("Supported", "timer").add("Session-Expires", "30")),
                        422,
                        "Min-SE: 90"),
                row(
                        "not a SIP URI",
                        () -> Message.parse(sound("INVITE", null)
                                .text()
                                .replaceFirst("INVITE sip:\\S+", "INVITE tel:+358401234567")),
                        416,
                        ""),
                row("SUBSCRIBE", () -> sound("SUBSCRIBE", null).add("Event", "presence"), 405, "Allow: INVITE"),
                row("MESSAGE", () -> sound("MESSAGE", "hello").type("text/plain"), 405, "Allow: INVITE"),
                row("PUBLISH", () -> sound("PUBLISH", null).add("Event", "presence"), 405, "Allow: INVITE"),
                row("unknown method", () -> sound("TELEPORT", null), 501, "Allow: INVITE"),
                row("OPTIONS", () -> sound("OPTIONS", null), 200, "Supported: timer"),
                row("BYE of no dialog", () -> stranger("BYE"), 481, ""),
                row("UPDATE of no dialog", () -> stranger("UPDATE"), 481, ""),
                row("PRACK of no dialog", () -> stranger("PRACK").add("RAck", "1 1 INVITE"), 481, ""),
                row("INFO of no dialog", () -> stranger("INFO"), 481, ""),
                row("re-INVITE of no dialog", () -> stranger("INVITE"), 481, ""),
                row("CANCEL of nothing", () -> sound("CANCEL", null), 481, ""));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("requests")
    void request_isAnswered(String what, java.util.function.Supplier<Message> sent, int status, String header) {
        Message request = sent.get();
        wired.bob.send(request);

        Message answer = wired.bob.expect(
                "an answer to " + what,
                m -> !m.isRequest() && m.status() != 100 && m.callId().equals(request.callId()));

        assertThat(answer.status()).isEqualTo(status);
        String[] wanted = header.split(": ");
        if (wanted.length == 2) {
            assertThat(answer.all(wanted[0])).anyMatch(value -> value.contains(wanted[1]));
        }
        assertThat(answer.toTag()).as("a To tag").isNotEmpty();
    }

    @Test
    void optionalBodyWeCannotRead_isLeftAlone() {
        wired.bob.send(
                sound("INVITE", "picture").type("image/png").add("Content-Disposition", "icon;handling=optional"));

        wired.event(CallEvent.Incoming.class);
    }

    @Test
    void inDialogBodyWeCannotRead_415_andTheSessionStays() {
        Wired.Up up = wired.up();
        Message reinvite = up.bob().request("INVITE", "hello").type("text/plain");
        wired.bob.send(reinvite);

        assertThat(up.bob().response("INVITE", 415).header("Accept")).contains("application/sdp");
        assertThat(wired.legs.snapshot(up.customer())).isPresent();
    }

    @Test
    void mergedInvite_482_andOneCall() {
        Message invite = invite(m -> m);
        wired.bob.send(invite);
        LegId leg = wired.event(CallEvent.Incoming.class).leg();
        wired.bob.send(Message.parse(invite.text().replace("branch=z9hG4bK", "branch=z9hG4bKother")));

        wired.bob.expect("482", m -> m.status() == 482 && m.callId().equals(invite.callId()));
        assertThat(wired.seen().stream()
                        .filter(CallEvent.Incoming.class::isInstance)
                        .filter(event -> ((CallEvent.Incoming) event).leg().equals(leg)))
                .hasSize(1);
    }

    /** RFC 6026 section 7.1: the INVITE comes again although our 200 is on its way, and after its ACK. */
    @Test
    void inviteAgainAfterOur200_isAbsorbed() {
        Wired.Up up = wired.up();
        long calls = wired.seen().stream()
                .filter(CallEvent.Incoming.class::isInstance)
                .count();
        long answers = wired.bob.count(m -> m.callId().equals(up.bob().callId()));

        wired.bob.send(up.bob().invite());

        assertThat(wired.bob.silent(
                        m -> m.callId().equals(up.bob().callId()) && m.status() > 100, Duration.ofMillis(400)))
                .isTrue();
        assertThat(wired.bob.count(m -> m.callId().equals(up.bob().callId()))).isEqualTo(answers);
        assertThat(wired.seen().stream().filter(CallEvent.Incoming.class::isInstance))
                .hasSize((int) calls);
    }

    /** RFC 4320 section 4: no provisional response but 100, no 408, while the other party thinks about an INFO. */
    @Test
    void infoThatNobodyAnswersYet_getsNothingBut100() {
        Wired.Up up = wired.up();
        up.alice().send("INFO", "Signal=5\r\n");
        Message passed = up.bob().next("INFO");

        assertThat(wired.alice.silent(
                        m -> !m.isRequest() && m.method().equals("INFO") && m.status() != 100, Duration.ofMillis(700)))
                .isTrue();
        up.bob().reply(passed, 200, null);
        up.alice().response("INFO", 200);
    }
}
