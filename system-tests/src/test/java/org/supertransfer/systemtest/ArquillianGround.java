package org.supertransfer.systemtest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.supertransfer.server.FreePorts;
import org.supertransfer.server.ServerPlan;

/**
 * Prepares the server that Arquillian starts: a base directory without a deployment, free ports. Stands before
 * Arquillian's own extension, which reads arquillian.xml with these system properties in it.
 */
final class ArquillianGround implements BeforeAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        if (System.getProperty("server.home") == null) {
            // Inside the server, where the tests run a second time.
            return;
        }
        Path base = Path.of(System.getProperty("server.bases"), "server-arquillian");
        int offset = FreePorts.offset();
        ServerPlan plan = ServerPlan.apart(Path.of(System.getProperty("server.home")), base, offset, Map.of());
        Files.delete(base.resolve("deployments/supertransfer.ear"));
        System.setProperty("arquillian.base", plan.base().toString());
        System.setProperty("arquillian.offset", Integer.toString(offset));
        System.setProperty("arquillian.management.port", Integer.toString(plan.managementPort()));
        System.setProperty("arquillian.http.port", Integer.toString(plan.httpPort()));
        System.setProperty("arquillian.sip.port", Integer.toString(FreePorts.sip()));
        System.setProperty(
                "arquillian.directory",
                Path.of("src/test/resources/arquillian-directory.json")
                        .toAbsolutePath()
                        .toString());
    }
}
