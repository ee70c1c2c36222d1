package org.supertransfer.systemtest.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.supertransfer.server.FreePorts;
import org.supertransfer.systemtest.Agent;
import org.supertransfer.systemtest.Peer;

/** A baresip: one account, one voice, its keys pressed by remote control. */
final class Baresip implements Voice {
    private static final Path MODULES = Path.of("/usr/lib/baresip/modules");

    private static final DateTimeFormatter RECORDING = DateTimeFormatter.ofPattern("'dump-'yyyy-MM-dd-HH-mm-ss");
    private static final int LIFETIME_SECONDS = 300;

    private final Tone tone;
    private final Ear ear;
    private final PeerProcess process;
    private final BaresipControl control;

    private Baresip(String name, Tone tone) {
        Path folder = PeerProcess.folder("baresip-" + name);
        int port = FreePorts.sip();
        this.tone = tone;
        this.ear = new Ear(folder, "dump-.*-dec\\.wav");
        configure(folder, tone, port);
        this.process = PeerProcess.start(
                folder, "stdbuf", "-oL", Peer.BARESIP.found().toString(), "-s", "-f", folder.toString());
        this.control = BaresipControl.connect(port);
    }

    /**
     * An agent's phone, registered.
     *
     * @param answers {@code auto} or {@code manual}
     * @param proxy the address of the outbound proxy and registrar
     */
    static Baresip registered(Agent agent, Tone tone, String answers, String proxy) {
        Baresip phone = new Baresip(agent.username(), tone);
        phone.registers(
                agent.username(),
                "<sip:%1$s@supertransfer.local>;auth_user=%1$s;auth_pass=%1$s;regint=300;answermode=%2$s;outbound=\"%3$s\""
                        .formatted(agent.username(), answers, proxy));
        return phone;
    }

    /** A phone that registers where it is asked for no proof. */
    static Baresip trusted(String user, Tone tone, String proxy) {
        Baresip phone = new Baresip(user, tone);
        phone.registers(user, "<sip:%s@127.0.0.1>;regint=300;answermode=auto;outbound=\"%s\"".formatted(user, proxy));
        return phone;
    }

    /** A phone outside that does not register, with a number. */
    static Baresip outside(String number, Tone tone, String proxy) {
        Baresip phone = new Baresip(number.replace("+", ""), tone);
        phone.control.command(
                "uanew", "<sip:%s@127.0.0.1>;regint=0;answermode=auto;outbound=\"%s\"".formatted(number, proxy));
        return phone;
    }

    @Override
    public Tone tone() {
        return tone;
    }

    @Override
    public Ear ear() {
        return ear;
    }

    BaresipControl control() {
        return control;
    }

    /** Calls. */
    void dials(String uri) {
        control.command("dial", uri);
    }

    /** Calls and waits until the other side has answered. */
    void calls(String uri) {
        dials(uri);
        control.event("CALL_ESTABLISHED");
    }

    /** The hold key. */
    void holds() {
        control.command("hold", "");
    }

    /** The hold key again. */
    void resumes() {
        control.command("resume", "");
    }

    /** The key that answers. */
    void answers() {
        control.command("accept", "");
        control.event("CALL_ESTABLISHED");
    }

    /** Waits until it rings. */
    void rings() {
        control.event("CALL_INCOMING");
    }

    /** The transfer key: REFER about its current call. */
    void transfers(String uri) {
        control.command("transfer", uri);
    }

    /** Makes this one of its calls the current one, which the keys are about. */
    void chooses(String call) {
        control.command("callfind", call);
    }

    /** Calls from an account that may have another call; returns the new call's id. */
    String consults(String uri) {
        dials(uri);
        return control.event("CALL_ESTABLISHED").path("id").asText();
    }

    /** Waits until it has been told that its transfer has failed. */
    void transferFails() {
        control.event("TRANSFER_FAILED");
    }

    /** Hangs up. */
    void hangsUp() {
        control.command("hangup", "");
    }

    /** Waits until its call has ended. */
    void loses() {
        control.event("CALL_CLOSED");
    }

    /** Every message it sent and received, and what it thought. */
    String trace() {
        return process.output();
    }

    @Override
    public void close() {
        control.close();
        process.close();
        process.forgets("-enc.wav", "tone.wav");
    }

    /** It gives up at a challenge it does not know, and is asked for MD5 alone when it comes again. */
    private void registers(String user, String account) {
        control.command("uanew", account);
        if (!registered()) {
            String address = account.substring(account.indexOf('<') + 1, account.indexOf('>'));
            control.command("uadel", address);
            control.command("uanew", account);
            if (!registered()) {
                close();
                throw new AssertionError("baresip did not register " + user + ": " + trace());
            }
        }
    }

    private boolean registered() {
        return control.event("REGISTER_OK", "REGISTER_FAIL")
                .path("type")
                .asText()
                .equals("REGISTER_OK");
    }

    /**
     * baresip 1.0 drops the recording of what it hears when it is held, and begins another only if it records nothing that
     * it says. So the places where it would record that are taken: a folder for each second to come has the file's name.
     */
    private static void deafenTheRecorderToItself(Path folder) throws IOException {
        LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
        for (int second = -1; second < LIFETIME_SECONDS; second++) {
            String name = now.plusSeconds(second).format(RECORDING) + "-enc.wav";
            Files.createDirectory(folder.resolve(name));
        }
    }

    private static void configure(Path folder, Tone tone, int port) {
        try {
            Files.writeString(
                    folder.resolve("config"),
                    """
                    sip_listen 127.0.0.1:0
                    audio_source aufile,%1$s
                    audio_player aubridge,ear
                    audio_alert aubridge,bell
                    rtp_ports 10000-19998
                    snd_path %2$s
                    ctrl_tcp_listen 127.0.0.1:%3$d
                    module_path %4$s
                    module uuid.so
                    module g711.so
                    module aufile.so
                    module aubridge.so
                    module sndfile.so
                    module_app account.so
                    module_app menu.so
                    module_app ctrl_tcp.so
                    """
                            .formatted(tone.write(folder.resolve("tone.wav")), folder, port, MODULES));
            deafenTheRecorderToItself(folder);
            Files.writeString(folder.resolve("accounts"), "");
            Files.writeString(folder.resolve("contacts"), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
