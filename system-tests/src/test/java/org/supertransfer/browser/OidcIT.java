package org.supertransfer.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocket;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supertransfer.server.FreePorts;
import org.supertransfer.systemtest.Keycloak;
import org.supertransfer.systemtest.Peer;
import org.supertransfer.systemtest.RequiresPeer;
import org.supertransfer.systemtest.TestServer;

/**
 * Log-in at a real OpenID provider, by configuration alone. The directory makes everybody an agent; what Sanna and Aatu
 * are besides, only the provider says.
 */
@BrowserTest(whole = true)
@RequiresPeer({Peer.CHROMIUM, Peer.KEYCLOAK})
@TestInstance(Lifecycle.PER_CLASS)
class OidcIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private TestServer server;
    private Keycloak keycloak;
    private PortalPage portal;
    private Page page;

    @BeforeAll
    void start() throws IOException {
        // Free for anything, not for SIP alone.
        int port = FreePorts.sip();
        server = TestServer.begin(
                "oidc",
                Map.of(
                        "ST_REHEARSAL",
                        "true",
                        "ST_DIRECTORY_FILE",
                        Path.of("src/test/resources/keycloak/directory.json")
                                .toAbsolutePath()
                                .toString(),
                        "ST_OIDC_PROVIDER_URL",
                        Keycloak.issuer(port),
                        "ST_OIDC_CLIENT_SECRET",
                        Keycloak.SECRET));
        keycloak = Keycloak.begin(port, server.http());
        server.awaitReady();
        keycloak.awaitReady();
    }

    @AfterAll
    void stop() throws InterruptedException {
        server.close();
        keycloak.close();
    }

    @BeforeEach
    void open(Chromium chromium) {
        page = chromium.page();
        portal = new PortalPage(page);
    }

    @AfterEach
    void close() {
        page.context().close();
    }

    @Test
    void logIn_isTheProviders_andLeadsBackToTheSameScreen() throws IOException {
        page.navigate(server.http() + "/#/history");
        logInAs("anna");
        assertThat(page.locator("st-header .name")).hasText("Anna Virtanen");
        assertThat(page.locator("st-past h1")).isVisible();
        JsonNode me = me();
        assertThat(me.path("login").asText()).isEqualTo("OIDC");
        assertThat(me.path("roles").toString()).isEqualTo("[\"agent\"]");
        assertThat(page.locator("a[href='#/agents']")).hasCount(0);
    }

    @Test
    void roles_areTheProviders_inPageAndRest() throws IOException {
        page.navigate(server.http() + "/");
        logInAs("sanna");
        assertThat(page.locator("a[href='#/board']").first()).isVisible();
        assertThat(me().path("roles").toString()).isEqualTo("[\"supervisor\"]");
    }

    @Test
    void roles_reachTheBeans() throws Exception {
        assertThat(get("/api/admin/agents", keycloak.token("aatu")).statusCode())
                .as("what only an admin may, in a bean that asks the container")
                .isEqualTo(200);
        HttpResponse<String> refused = get("/api/admin/agents", keycloak.token("anna"));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(code(refused)).isEqualTo("forbidden");
    }

    @ParameterizedTest
    @CsvSource({"/api/me", "/api/calls", "/api/transfers", "/api/admin/agents", "/api/nothing", "/live"})
    void restWithoutLogIn_is401_neverARedirect(String path) throws Exception {
        for (String token : new String[] {"", "not.a.token"}) {
            HttpResponse<String> answer = get(path, token);
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.headers().firstValue("Location")).isEmpty();
            assertThat(FakePortal.JSON.readTree(answer.body()).path("login").asText())
                    .isEqualTo("OIDC");
        }
    }

    @Test
    void passwords_areNotTakenHere() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address("/api/session"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"username\":\"anna\",\"password\":\"not-used-here\"}"))
                .build();
        assertThat(code(HTTP.send(request, BodyHandlers.ofString()))).isEqualTo("log-in-elsewhere");
    }

    @Test
    void script_comesWithAToken_andNeedsNoHeader() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address("/api/me/state"))
                .header("Authorization", "Bearer " + keycloak.token("anna"))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"state\":\"AWAY\"}"))
                .build();
        assertThat(HTTP.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }

    @Test
    void logOut_endsBothSessions_andTheSockets() {
        page.navigate(server.http() + "/");
        WebSocket socket = page.waitForWebSocket(() -> logInAs("anna"));
        assertThat(page.locator("st-header")).isVisible();
        portal.button("Kirjaudu ulos").click();
        page.waitForCondition(socket::isClosed);
        page.waitForURL(server.http() + "/");
        assertThat(portal.button("Kirjaudu organisaation tunnuksella")).isVisible();
        assertThat((Integer) page.evaluate("async () => (await fetch('/api/me')).status"))
                .isEqualTo(401);
        portal.button("Kirjaudu organisaation tunnuksella").click();
        assertThat(page.locator("#kc-login")).isVisible();
    }

    @Test
    void crashOfTheServer_costsNoPassword() throws Exception {
        page.navigate(server.http() + "/#/history");
        logInAs("anna");
        assertThat(page.locator("st-past h1")).isVisible();
        server.crashAndRestart();
        assertThat(page.locator("st-past h1")).isVisible();
        portal.button("Poissa").click();
        assertThat(page.locator(".choice-AWAY")).hasAttribute("aria-pressed", "true");
        assertThat(me().path("wanted").asText()).isEqualTo("AWAY");
    }

    @Test
    void strangerToUs_isToldSo_andCanLeave() {
        page.navigate(server.http() + "/");
        logInAs("olga");
        assertThat(page.locator("st-stranger .lead")).containsText("olga");
        portal.button("Kirjaudu ulos").click();
        assertThat(portal.button("Kirjaudu organisaation tunnuksella")).isVisible();
    }

    @Test
    void logInThatComesToNothing_isSaidInThePage() {
        page.navigate(server.http() + "/login?error=access_denied&state=x");
        assertThat(page.locator(".login-card .why")).hasText("Kirjautuminen ei onnistunut. Yritä uudelleen.");
    }

    @Test
    void cookieOfTheLogIn_canComeBackFromAnotherSite() throws Exception {
        HttpResponse<String> answer = get("/login", "");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).contains("/protocol/openid-connect/auth");
        assertThat(answer.headers().allValues("Set-Cookie")).isNotEmpty().allSatisfy(cookie -> assertThat(cookie)
                .contains("SameSite=Lax", "HttpOnly"));
    }

    private void logInAs(String username) {
        portal.button("Kirjaudu organisaation tunnuksella").click();
        page.fill("#username", username);
        page.fill("#password", Keycloak.password(username));
        page.click("#kc-login");
        page.waitForURL(url -> url.startsWith(server.http().toString()));
    }

    private JsonNode me() throws IOException {
        return FakePortal.JSON.readTree((String) page.evaluate("async () => (await fetch('/api/me')).text()"));
    }

    private HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private URI address(String path) {
        return server.http().resolve(path);
    }

    private static String code(HttpResponse<String> answer) throws IOException {
        return FakePortal.JSON.readTree(answer.body()).path("code").asText();
    }
}
