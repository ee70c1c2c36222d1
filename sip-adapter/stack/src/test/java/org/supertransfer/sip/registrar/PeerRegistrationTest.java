package org.supertransfer.sip.registrar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supertransfer.callcontrol.PhoneAccount;
import org.supertransfer.sip.transport.SipEndpoint;
import org.supertransfer.sip.transport.SipNode;

/** Registration by programs of others, where they are installed: SIPp and baresip know MD5 alone. */
class PeerRegistrationTest {
    private static final String REALM = "supertransfer.test";

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final SipNode node = new SipNode(SipEndpoint.of("127.0.0.1", 0));
    private final Registrar registrar = new Registrar(REALM, Clock.systemUTC(), timer, change -> {});

    private final Path folder;

    PeerRegistrationTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void open() throws IOException {
        registrar.accounts(List.of(new PhoneAccount("anna", "1201", "secret", null)));
        node.registrations(registrar);
        node.start();
    }

    @AfterEach
    void close() {
        node.stop();
        timer.shutdownNow();
    }

    private static void assumeInstalled(String program) {
        boolean found = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
        assumeTrue(found || Boolean.getBoolean("require.peers"), program + " is not installed");
    }

    private int run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"u1", "t1"})
    void sipp_registersAtItsSecondAttempt(String transport) throws Exception {
        assumeInstalled("sipp");
        Files.writeString(folder.resolve("register.xml"), scenario());
        String target = "127.0.0.1:" + node.port();
        String[] command = {
            "sipp",
            target,
            "-sf",
            "register.xml",
            "-m",
            "1",
            "-i",
            "127.0.0.1",
            "-t",
            transport,
            "-timeout",
            "10",
            "-nostdin"
        };
        assertThat(run(command)).as("fails on SHA-256 before MD5").isNotZero();
        assertThat(run(command)).as(Files.readString(folder.resolve("output"))).isZero();
        assertThat(registrar.contacts("anna")).hasSize(1);
    }

    private static String scenario() {
        return """
                <?xml version="1.0" encoding="ISO-8859-1" ?>
                <scenario name="register">
                """
                + send(1, "")
                + "<recv response=\"401\" auth=\"true\"/>\n"
                + send(2, "[authentication username=anna password=secret]\n")
                + "<recv response=\"200\"/>\n</scenario>\n";
    }

    private static String send(int cseq, String credentials) {
        return """
                <send retrans="500"><![CDATA[
                REGISTER sip:%1$s SIP/2.0
                Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch];rport
                Max-Forwards: 70
                From: <sip:anna@%1$s>;tag=[pid]T[call_number]
                To: <sip:anna@%1$s>
                Call-ID: [call_id]
                CSeq: %2$d REGISTER
                Contact: <sip:anna@[local_ip]:[local_port];transport=[transport]>
                Expires: 300
                %3$sContent-Length: 0

                ]]></send>
                """
                .formatted(REALM, cseq, credentials);
    }

    @Test
    void baresip_registersAtItsSecondAttempt() throws Exception {
        assumeInstalled("baresip");
        Path module = Path.of("/usr/lib/baresip/modules/account.so");
        assumeTrue(Files.exists(module), "baresip's modules lie elsewhere");
        Files.writeString(
                folder.resolve("config"),
                """
                sip_listen 127.0.0.1:0
                module_path %s
                module_app account.so
                module_app menu.so
                """
                        .formatted(module.getParent()));
        Files.writeString(
                folder.resolve("accounts"),
                "<sip:anna@%s>;auth_user=anna;auth_pass=secret;outbound=\"sip:127.0.0.1:%d\";regint=120\n"
                        .formatted(REALM, node.port()));
        Files.writeString(folder.resolve("contacts"), "");
        for (int attempt = 1; attempt <= 2; attempt++) {
            run("baresip", "-s", "-f", folder.toString(), "-t", "3");
        }
        assertThat(Files.readString(folder.resolve("output"))).contains("200 OK");
    }
}
