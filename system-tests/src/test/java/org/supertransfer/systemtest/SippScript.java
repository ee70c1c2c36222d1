package org.supertransfer.systemtest;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A scenario of SIPp, written step by step: what one party of one call waits for and what it says. Anything else that comes
 * fails it. A text with a session description is a request or an answer with a body; {@link SippWords} has the common ones.
 */
public final class SippScript {
    private static final String ONCE = "";
    private static final String AGAIN = "retrans=\"500\"";

    private final String name;
    private final SippSteps steps = new SippSteps();
    private final SippWords words;
    private int seconds = Sipp.SECONDS;

    private SippScript(String name, SippWords words) {
        this.name = name;
        this.words = words;
    }

    /** A party that calls SIPp's {@code [service]}, from this number. */
    public static SippScript calling(String name, String number) {
        return new SippScript(name, SippWords.ofCaller(number));
    }

    /** A party that is called; begins by waiting for the INVITE, which matches the patterns, and keeps it. */
    public static SippScript called(String name, String... patterns) {
        SippScript script = new SippScript(name, SippWords.ofCalled());
        SippSteps steps = script.steps;
        String parties = steps.note("me", "To") + steps.note("peer", "From") + steps.tag("peerTag", "From");
        return script.receives("INVITE", "rrs=\"true\"", parties + script.kept(), patterns);
    }

    String name() {
        return name;
    }

    /** Gives the whole scenario so many seconds. */
    public SippScript within(int most) {
        seconds = most;
        return this;
    }

    int seconds() {
        return seconds;
    }

    /** Waits for a request (its method) or a response (its status) in which each of these regular expressions is found. */
    public SippScript waitsFor(String what, String... patterns) {
        return receives(what, "", "", patterns);
    }

    /** The same for the response that makes the dialog. */
    public SippScript reaches(String status, String... patterns) {
        receives(status, "rrs=\"true\"", steps.note("peer", "To"), patterns);
        words.established();
        return this;
    }

    /** Waits for a response and keeps the tag of its To as this variable. */
    public SippScript waitsForTag(String status, String variable) {
        return receives(status, "", steps.tag(variable, "To"));
    }

    /** Waits for a request that is answered after others, by {@link #answersKept}. */
    public SippScript keeps(String method, String... patterns) {
        return receives(method, "", kept(), patterns);
    }

    /** Waits for a request with digest credentials (MD5) that this user's password gives; SIPp checks them. */
    public SippScript waitsForProof(String method, String user, String password) {
        String proven = steps.label();
        String jump = "next=\"%s\" test=\"proof\"".formatted(proven);
        steps.must(method, jump, steps.proof("proof", user, password));
        // Without proof nothing that may come is awaited.
        steps.must("PROOF", "timeout=\"1\"", "");
        steps.here(proven);
        return this;
    }

    /** Any of these may come before what is waited for next. */
    public SippScript maySee(String... whats) {
        Arrays.stream(whats).forEach(what -> steps.may(what, ""));
        return this;
    }

    /** Answers the last request; an answer with a body to an INVITE is repeated until the next thing has come. */
    public SippScript says(String status, String... lines) {
        return send(ONCE, words.answer(status, SippWords.NO_BODY, lines));
    }

    /** The same as one branch of a fork, with a tag of its own. */
    public SippScript saysAs(String branch, String status, String description) {
        return send(ONCE, words.answerAs(branch, status, description));
    }

    /** Answers the last INVITE for good. */
    public SippScript answers(String description, String... lines) {
        send(AGAIN, words.answer("200 OK", description, lines));
        words.established();
        return this;
    }

    /** Answers the INVITE that was kept. */
    public SippScript answersKept(String status, String description) {
        return send(AGAIN, words.keptAnswer(status, description));
    }

    /** Rings, answers with this description, and is acknowledged. */
    public SippScript picksUp(String description) {
        return says("180 Ringing").answers(description).waitsFor("ACK");
    }

    /** Calls with this description, and acknowledges the answer. */
    public SippScript dials(String description, String... lines) {
        return calls(description, lines)
                .maySee("100", "180", "182", "183")
                .reaches("200")
                .confirms();
    }

    /** Sends an INVITE outside a dialog, repeated until answered. */
    public SippScript calls(String description, String... lines) {
        return send(AGAIN, words.invite(description, lines));
    }

    /** Sends a request in the dialog, repeated until answered. */
    public SippScript asks(String method, String description, String... lines) {
        return send(AGAIN, words.request(method, description, lines));
    }

    /** A re-INVITE with this description, which is accepted with an answer that matches the patterns. */
    public SippScript offers(String description, String... patterns) {
        return asks("INVITE", description)
                .maySee("100")
                .waitsFor("200", patterns)
                .confirms();
    }

    /** Gets a re-INVITE that matches the patterns, and accepts it with this description. */
    public SippScript offered(String description, String... patterns) {
        return waitsFor("INVITE", patterns).answers(description).waitsFor("ACK");
    }

    /** ACK for a 2xx. */
    public SippScript confirms() {
        return send(ONCE, words.ack(SippWords.NO_BODY));
    }

    /** ACK for a 2xx with an offer, with the answer to it. */
    public SippScript confirms(String answer) {
        return send(ONCE, words.ack(answer));
    }

    /** ACK for any other final response. */
    public SippScript confirmsRefusal() {
        return send(ONCE, words.ackOfRefusal());
    }

    /** From now on requests are sent by the branch of this name; an INVITE sent again by the same one is a repetition. */
    public SippScript onBranch(String branch) {
        words.branch("z9hG4bK-[pid]-[call_number]-" + branch);
        return this;
    }

    /** From now on requests may be forwarded so often. */
    public SippScript withForwards(int number) {
        words.forwards(number);
        return this;
    }

    /** The INVITE that began the call once more. */
    public SippScript again() {
        return send(ONCE, words.inviteAgain());
    }

    /** CANCEL of the INVITE that began the call; the last thing that came was a provisional response. */
    public SippScript cancels() {
        return send(AGAIN, words.cancel());
    }

    /** A message as it is. */
    public SippScript sends(String message) {
        return send(ONCE, message);
    }

    /** Nothing may come meanwhile. */
    public SippScript pauses(int millis) {
        steps.pause(millis);
        return this;
    }

    /** Agrees to every re-INVITE with this description and answers UPDATE and NOTIFY, until the other side says BYE. */
    public SippScript untilHungUp(String description) {
        String again = steps.label();
        String invited = steps.label();
        String told = steps.label();
        String end = steps.label();
        steps.here(again);
        steps.may("INVITE", invited);
        steps.may("UPDATE", told);
        steps.may("NOTIFY", told);
        steps.must("BYE", "", "");
        send("next=\"%s\"".formatted(end), words.answer("200 OK", SippWords.NO_BODY));
        steps.here(invited);
        answers(description);
        steps.must("ACK", "next=\"%s\"".formatted(again), "");
        steps.here(told);
        send("next=\"%s\"".formatted(again), words.answer("200 OK", SippWords.NO_BODY));
        steps.here(end);
        return this;
    }

    /**
     * Agrees to every re-INVITE with this description, until one of them or its ACK lets both sides speak; hangs up when
     * none has followed for a second.
     */
    public SippScript untilJoined(String description) {
        String again = steps.label();
        String last = steps.label();
        String quiet = steps.label();
        String end = steps.label();
        steps.here(again);
        steps.must("INVITE", "next=\"%s\" test=\"joined\"".formatted(last), steps.found("a=sendrecv", "joined"));
        answers(description);
        steps.must("ACK", "next=\"%s\" test=\"joined\"".formatted(quiet), steps.found("a=sendrecv", "joined"));
        steps.jump(again);
        steps.here(last);
        answers(description).waitsFor("ACK");
        steps.here(quiet);
        steps.must("INVITE", "timeout=\"1000\" ontimeout=\"%s\"".formatted(end), "");
        answers(description);
        steps.must("ACK", "next=\"%s\"".formatted(quiet), "");
        steps.here(end);
        return hangsUp();
    }

    /** BYE, and its answer. */
    public SippScript hangsUp() {
        return asks("BYE", SippWords.NO_BODY).waitsFor("200");
    }

    /** The scenario as SIPp reads it. */
    String xml() {
        return steps.xml(name);
    }

    private SippScript receives(String what, String more, String actions, String... patterns) {
        String checks = Arrays.stream(patterns).map(steps::check).collect(Collectors.joining());
        steps.must(what, more, actions + checks);
        return this;
    }

    private SippScript send(String more, String message) {
        steps.send(message, more);
        return this;
    }

    private String kept() {
        return steps.note("via", "Via") + steps.note("cseq", "CSeq");
    }
}
