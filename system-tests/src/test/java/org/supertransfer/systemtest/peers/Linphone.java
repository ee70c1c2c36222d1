package org.supertransfer.systemtest.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.supertransfer.server.FreePorts;
import org.supertransfer.systemtest.Agent;
import org.supertransfer.systemtest.Peer;
import org.supertransfer.systemtest.Until;

/** A linphonec without a sound card: it answers by itself, says a file and records into another. */
final class Linphone implements Voice {
    private static final String HEARD = "heard.wav";
    private static final String REGISTERED =
            "moving from state [LinphoneRegistrationProgress] to [LinphoneRegistrationOk]";

    private final Tone tone;
    private final Ear ear;
    private final Path trace;
    private final PeerProcess process;
    private int read;

    private Linphone(String name, Tone tone, String configuration) {
        Path folder = PeerProcess.folder("linphone-" + name);
        this.tone = tone;
        this.trace = folder.resolve("trace.log");
        this.ear = new Ear(folder, HEARD);
        Path voice = configure(folder, configuration);
        this.process = PeerProcess.start(
                folder,
                Peer.LINPHONE.found().toString(),
                "-a",
                "-d",
                "6",
                "-l",
                trace.toString(),
                "-c",
                folder.resolve("linphonerc").toString());
        process.types("soundcard use files");
        process.types("play " + voice);
        process.types("record " + folder.resolve(HEARD));
    }

    /** An agent's phone, registered. */
    static Linphone registered(Agent agent, Tone tone, String proxy) {
        String account =
                """
                [proxy_0]
                reg_proxy=<%2$s>
                reg_route=<%2$s;lr>
                reg_identity=<sip:%1$s@supertransfer.local>
                reg_expires=300
                reg_sendregister=1
                publish=0
                [auth_info_0]
                username=%1$s
                userid=%1$s
                passwd=%1$s
                realm="supertransfer.local"
                """
                        .formatted(agent.username(), proxy);
        Linphone phone = new Linphone(agent.username(), tone, sip("default_proxy=0") + account);
        try {
            Until.isTrue("linphone registered", () -> phone.trace().contains(REGISTERED));
            return phone;
        } catch (AssertionError never) {
            phone.close();
            throw new AssertionError(never.getMessage() + ": " + phone.trace(), never);
        }
    }

    /** A phone outside that does not register, with a number. */
    static Linphone outside(String number, Tone tone) {
        return new Linphone(number.replace("+", ""), tone, sip("contact=sip:" + number + "@127.0.0.1"));
    }

    @Override
    public Tone tone() {
        return tone;
    }

    @Override
    public Ear ear() {
        return ear;
    }

    /** Calls and waits until the other side has answered. */
    void calls(String uri) {
        process.types("call " + uri);
        says("connected.");
    }

    /** The transfer key: {@code id uri}, or {@code id id} for one call to the other. */
    void transfers(String calls) {
        process.types("transfer " + calls);
    }

    /** Hangs up. */
    void hangsUp() {
        process.types("terminate");
    }

    /** The hold key. */
    void holds() {
        process.types("pause");
        says("paused");
    }

    /** The hold key again. */
    void resumes() {
        process.types("resume");
        says("Media streams established");
    }

    /** Waits until its call has ended. */
    void loses() {
        says(" ended");
    }

    /** Every message it sent and received, and what it thought. */
    String trace() {
        try {
            return Files.exists(trace) ? Files.readString(trace, StandardCharsets.ISO_8859_1) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.close();
        process.forgets("tone.wav");
    }

    /** Waits until it has said this since it was last waited for. */
    void says(String text) {
        try {
            read = Until.present("linphone says " + text, () -> {
                int found = process.output().indexOf(text, read);
                return found < 0 ? null : found + text.length();
            });
        } catch (AssertionError never) {
            throw new AssertionError(never.getMessage() + "; it said " + process.output(), never);
        }
    }

    private static String sip(String more) {
        return """
                [sip]
                sip_port=%d
                sip_tcp_port=0
                sip_tls_port=0
                bind_address=127.0.0.1
                guess_hostname=0
                use_ipv6=0
                ipv6_migration_done=1
                register_only_when_network_is_up=0
                %s
                [rtp]
                audio_rtp_port=%d
                [video]
                enabled=0
                capture=0
                display=0
                """
                .formatted(FreePorts.sip(), more, FreePorts.sip());
    }

    private Path configure(Path folder, String configuration) {
        try {
            Files.writeString(folder.resolve("linphonerc"), configuration);
            // Without it no call is taken, for the phone cannot keep its log.
            Files.createDirectories(folder.resolve(".local/share/linphone"));
            return tone.write(folder.resolve("tone.wav"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
