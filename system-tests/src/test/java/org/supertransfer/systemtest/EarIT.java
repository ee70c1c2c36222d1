package org.supertransfer.systemtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.supertransfer.agent.AgentService;
import org.supertransfer.agent.Availability;
import org.supertransfer.call.CallService;
import org.supertransfer.callcontrol.CallControl;
import org.supertransfer.problem.Refused;

/** The EAR as it is shipped, in a WildFly of its own: its rooms fit together inside, and it answers outside. */
@ExtendWith({ArquillianGround.class, ArquillianExtension.class})
class EarIT {
    private static final String APPLICATION_XML = "META-INF/application.xml";

    @Resource(lookup = "java:/eis/CallControl")
    private CallControl callControl;

    @EJB(lookup = "java:app/supertransfer-ejb/AgentService!org.supertransfer.agent.AgentService")
    private AgentService agents;

    @EJB(lookup = "java:app/supertransfer-ejb/CallService!org.supertransfer.call.CallService")
    private CallService calls;

    @Deployment
    static EnterpriseArchive ear() throws IOException {
        Path shipped = Path.of(System.getProperty("server.home"), "standalone/deployments/supertransfer.ear");
        EnterpriseArchive ear = ShrinkWrap.createFromZipFile(EnterpriseArchive.class, shipped.toFile());
        WebArchive tests = ShrinkWrap.create(WebArchive.class, "tests.war")
                .addClasses(EarIT.class, ArquillianGround.class)
                .addPackages(true, Assertions.class.getPackage().getName().replace(".api", ""))
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
                .addAsManifestResource(
                        new StringAsset("Dependencies: deployment.supertransfer.ear.supertransfer-ejb.jar\n"),
                        "MANIFEST.MF");
        String application = text(ear, APPLICATION_XML)
                .replace(
                        "<library-directory>",
                        "<module><web><web-uri>tests.war</web-uri><context-root>/tests</context-root></web></module>"
                                + "<library-directory>");
        ear.delete(APPLICATION_XML);
        ear.add(new StringAsset(application), APPLICATION_XML);
        return ear.addAsModule(Testable.archiveToTest(tests));
    }

    @Test
    void callControlFromNaming_isTheAdapterAndListens() {
        assertThat(callControl.listening()).isTrue();
    }

    @Test
    void agentOfTheDirectory_isKnownAndHasNoPhone() {
        assertThat(agents.me("anna").extension()).isEqualTo("1201");
        assertThat(agents.me("anna").state()).isEqualTo(Availability.OFFLINE);
    }

    @Test
    void unknownAgent_isRefusedWithoutHarmToTheCaller() {
        assertThatThrownBy(() -> agents.me("nobody")).isInstanceOf(Refused.class);
    }

    @Test
    void agentWithoutCalls_hasNone() {
        assertThat(calls.liveCalls("anna")).isEmpty();
    }

    @Test
    @RunAsClient
    void health_isUp() {
        URI management = URI.create("http://127.0.0.1:" + System.getProperty("arquillian.management.port"));
        assertThat(Api.anonymous(management).get("/health/live").status()).isEqualTo(200);
        assertThat(Api.anonymous(management).get("/health/ready").status()).isEqualTo(200);
    }

    @Test
    @RunAsClient
    void restWithoutSession_isRefusedAsProblem() {
        Api.Answer answer = Api.anonymous(http()).get("/api/calls");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.type()).startsWith("application/problem+json");
    }

    @Test
    @RunAsClient
    void restAfterLogin_showsTheAgent() {
        Api api = Api.loggedIn(http(), "anna");
        assertThat(api.get("/api/me").body().path("name").asText()).isEqualTo("Anna Virtanen");
        try (Live live = api.live()) {
            assertThat(live.snapshot().path("me").path("username").asText()).isEqualTo("anna");
        }
    }

    private static URI http() {
        return URI.create("http://127.0.0.1:" + System.getProperty("arquillian.http.port"));
    }

    private static String text(EnterpriseArchive ear, String path) throws IOException {
        try (InputStream in = ear.get(path).getAsset().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
