package org.supertransfer.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the start script refuses before anything runs: one line, and the end. */
class StartScriptIT {
    private static final String PROVIDER = "https://login.example/realms/contact";

    @ParameterizedTest
    @CsvSource({
        "ST_SESSION_SECONDS, 9, a whole number from 10 to 604800",
        "ST_SESSION_SECONDS, 604801, a whole number from 10 to 604800",
        "ST_SESSION_SECONDS, 1h, a whole number from 10 to 604800",
        "ST_BEHIND_PROXY, maybe, true or false",
        "ST_OIDC_PROVIDER_URL, login.example, an address that begins with https:// or http://",
        "ST_LOG_FORMAT, xml, pattern or json",
        "ST_PORT_OFFSET, 55001, a whole number from 0 to 55000"
    })
    void valueThatCannotBeUsed_isOneLine(String variable, String value, String allowed) throws Exception {
        refuses(Map.of(variable, value), variable + "=" + value, allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "ST_OIDC_CLIENT_SECRET, '', the secret that the provider gave",
        "ST_OIDC_CLIENT_ID, my portal, 'letters, digits and . _ : / -'",
        "ST_OIDC_PRINCIPAL, e-mail, the name of a claim"
    })
    void providerThatIsHalfConfigured_isOneLine(String variable, String value, String allowed) throws Exception {
        Map<String, String> environment = value.isEmpty()
                ? Map.of("ST_OIDC_PROVIDER_URL", PROVIDER)
                : Map.of("ST_OIDC_PROVIDER_URL", PROVIDER, "ST_OIDC_CLIENT_SECRET", "x", variable, value);
        refuses(environment, variable + "=" + value, allowed);
    }

    private static void refuses(Map<String, String> environment, String what, String allowed)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("server.home"), "bin/standalone.sh")
                        .toString())
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process script = builder.start();
        String said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(script.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(script.exitValue()).isEqualTo(64);
        assertThat(said.lines()).singleElement().asString().contains(" ERROR ", what, allowed);
    }
}
