package org.supertransfer.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.supertransfer.phones.Behaviour;
import org.supertransfer.phones.Phone;

/** docs/transfer-by-curl.sh does what it says, by the machine's own shell and curl. */
@ExtendWith(ServerExtension.class)
@RequiresPeer(Peer.CURL)
class CurlIT {
    private static final Path SCRIPT = Path.of("../docs/transfer-by-curl.sh");

    private final Stage stage;
    private Desk desk;

    CurlIT(Stage stage) {
        this.stage = stage;
    }

    private record Ending(int status, String said) {}

    @BeforeEach
    void open() {
        desk = stage.desk();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void nextCall_isWaitedForAndTransferred() throws Exception {
        Process script = begin(desk.agent().username(), "-w", "30", "1301");
        assertThat(script.inputReader(StandardCharsets.UTF_8).readLine()).contains("Waiting for a call");
        Phone customer = stage.customer();
        desk.answersCallFrom(customer);
        Ending ending = ending(script);
        assertThat(ending.said()).contains("Transfer ", "UNATTENDED", "COMPLETED");
        assertThat(ending.status()).isZero();
        Until.isTrue("the customer talks to the user", () -> stage.user("1301").talksWith(customer));
    }

    @Test
    void targetThatIsBusy_isToldWithItsReason() throws Exception {
        desk.answersCallFrom(stage.customer());
        String busy = stage.target(Behaviour.busy()).user();
        Ending ending = ending(begin(desk.agent().username(), "-a", busy));
        assertThat(ending.said()).contains("RETURNED", "It did not reach " + busy + ": busy");
        assertThat(ending.status()).isEqualTo(1);
    }

    @Test
    void numberThatIsNotAllowed_isARefusal() throws Exception {
        desk.answersCallFrom(stage.customer());
        Ending ending = ending(begin(desk.agent().username(), "0600123123"));
        assertThat(ending.said()).contains("The transfer was refused: 403 number-not-allowed: ");
        assertThat(ending.status()).isEqualTo(1);
    }

    @Test
    void wrongPassword_noCall_noServer_areClear() throws Exception {
        Ending wrong = ending(begin("guess", "1301"));
        assertThat(wrong.said()).contains("The log-in was refused: 401 wrong-password: ");
        assertThat(wrong.status()).isEqualTo(2);
        Ending quiet = ending(begin(desk.agent().username(), "-w", "1", "1301"));
        assertThat(quiet.said()).contains("There was no call in 1 s.");
        assertThat(quiet.status()).isEqualTo(2);
        Ending usage = ending(start(List.of("sh", SCRIPT.toString(), "only-one"), ""));
        assertThat(usage.said()).contains("docs/transfer-by-curl.sh [-a]");
        Ending nowhere = ending(start(List.of("sh", SCRIPT.toString(), "http://127.0.0.1:1", "anna", "1301"), "x"));
        assertThat(nowhere.said()).contains("The server at http://127.0.0.1:1 does not answer.");
    }

    /** @param options and, last, the number */
    private Process begin(String password, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", SCRIPT.toString()));
        command.addAll(List.of(options).subList(0, options.length - 1));
        command.addAll(List.of(stage.http().toString(), desk.agent().username(), options[options.length - 1]));
        return start(command, password);
    }

    private static Process start(List<String> command, String password) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("ST_PASSWORD", password);
        return builder.start();
    }

    private static Ending ending(Process script) throws IOException, InterruptedException {
        String said = script.inputReader(StandardCharsets.UTF_8).lines().collect(Collectors.joining("\n"));
        assertThat(script.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ending(script.exitValue(), said);
    }
}
