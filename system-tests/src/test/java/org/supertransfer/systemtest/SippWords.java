package org.supertransfer.systemtest;

import java.util.List;
import java.util.stream.Collectors;

/** What a party of a {@link SippScript} says: whole messages, with SIPp's own words in square brackets. */
public final class SippWords {
    /** In place of a session description. */
    public static final String NO_BODY = "";

    private static final String VERSION = "[version]";
    private static final String CONTACT = "Contact: <sip:sipp@[local_ip]:[local_port];transport=[transport]>\n";
    private static final String ALLOW = "Allow: INVITE, ACK, CANCEL, BYE, UPDATE, NOTIFY, REFER\n";

    private final String me;
    private String branch = "[branch]";
    private int forwards = 70;
    private String peer;
    private String target;
    private boolean established;
    private int cseq;
    private int inviteCseq;
    private String invite = "";
    private String inviteBranch = "";
    private int versions;

    private SippWords(String me, String peer, String target) {
        this.me = me;
        this.peer = peer;
        this.target = target;
    }

    static SippWords ofCaller(String number) {
        String target = "sip:[service]@[remote_ip]:[remote_port]";
        String me = " <sip:" + number + "@[local_ip]:[local_port]>;tag=[pid]c[call_number]";
        return new SippWords(me, " <" + target + ">", target);
    }

    static SippWords ofCalled() {
        return new SippWords("[$me];tag=[pid]s[call_number]", "[$peer]", "[next_url]");
    }

    /** One audio stream at this port, A-law and telephone events. */
    public static String audio(int port, String... lines) {
        return description(
                "m=audio " + port + " RTP/AVP 8 101\na=rtpmap:8 PCMA/8000\na=rtpmap:101 telephone-event/8000\n"
                        + written(List.of(lines)));
    }

    /** A session description with these streams. */
    public static String description(String streams) {
        return described("[local_ip]", streams);
    }

    /** A session description that names this address for its media. */
    public static String described(String address, String streams) {
        return "v=0\no=sipp 1 " + VERSION + " IN IP4 [local_ip]\ns=-\nc=IN IP4 " + address + "\nt=0 0\n" + streams;
    }

    void established() {
        established = true;
        peer = "[$peer]";
        target = "[next_url]";
    }

    void branch(String name) {
        branch = name;
    }

    void forwards(int number) {
        forwards = number;
    }

    String invite(String description, String... lines) {
        inviteBranch = branch;
        invite = request("INVITE", description, lines);
        return invite;
    }

    String inviteAgain() {
        return invite.replace("branch=" + inviteBranch, "branch=" + branch);
    }

    String request(String method, String description, String... lines) {
        cseq++;
        inviteCseq = method.equals("INVITE") ? cseq : inviteCseq;
        return head(method, cseq) + CONTACT + ALLOW + written(List.of(lines)) + body(description);
    }

    String ack(String answer) {
        return head("ACK", inviteCseq) + body(answer);
    }

    String answerAs(String fork, String status, String description) {
        return answer(status, description).replace("[pid]s", "[pid]" + fork);
    }

    /** With the branch of the INVITE, which the response has given back. */
    String ackOfRefusal() {
        return ack(NO_BODY).replace(via(), "[last_Via:]\n").replace("To:" + peer + "\n", "[last_To:]\n");
    }

    String answer(String status, String description, String... lines) {
        String to = established ? "[last_To:]" : "[last_To:];tag=[pid]s[call_number]";
        return "SIP/2.0 " + status + "\n[last_Via:]\n[last_Record-Route:]\n[last_From:]\n" + to
                + "\n[last_Call-ID:]\n[last_CSeq:]\n" + CONTACT + ALLOW + written(List.of(lines)) + body(description);
    }

    /** With the branch of the INVITE, which its provisional response has given back. */
    String cancel() {
        return (head("CANCEL", inviteCseq) + end(NO_BODY)).replace(via(), "[last_Via:]\n");
    }

    String keptAnswer(String status, String description) {
        return "SIP/2.0 " + status + "\nVia:[$via]\nFrom:" + peer + "\nTo:" + me
                + "\nCall-ID: [call_id]\nCSeq:[$cseq]\n" + CONTACT + ALLOW + body(description);
    }

    private String head(String method, int number) {
        String routes = established ? "[routes]\n" : "";
        return method + " " + target + " SIP/2.0\n" + via() + "From:" + me + "\nTo:" + peer + "\n" + routes
                + "Call-ID: [call_id]\nCSeq: " + number + " " + method + "\nMax-Forwards: " + forwards + "\n";
    }

    private String body(String description) {
        if (description.isEmpty()) {
            return end(NO_BODY);
        }
        versions++;
        return end(description.replace(VERSION, Integer.toString(versions)));
    }

    /** The end of a message. */
    public static String end(String description) {
        return description.isEmpty()
                ? "Content-Length: 0\n"
                : "Content-Type: application/sdp\nContent-Length: [len]\n\n" + description.replace(VERSION, "1");
    }

    private String via() {
        return "Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=" + branch + "\n";
    }

    private static String written(List<String> lines) {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }
}
