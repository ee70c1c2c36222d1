package org.supertransfer.systemtest.peers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.supertransfer.server.FreePorts;
import org.supertransfer.systemtest.Sipp;
import org.supertransfer.systemtest.Stage;

/**
 * A server with two trunks that others' software plays, and with TLS. It registers at both trunks and asks them with OPTIONS
 * once, at its start; then their ports are free for whoever plays a trunk in a test.
 *
 * @param welcomes the trunks as they were at the start
 */
record TrunkStage(Stage stage, List<Integer> trunks, List<Sipp> welcomes, int tlsPort, Certificate certificate)
        implements CloseableResource, AutoCloseable {
    static final String USER = "st";
    static final String PASSWORD = "trunk";

    private static TrunkStage open() {
        List<Integer> ports = distinctPorts();
        List<Integer> trunks = ports.subList(0, 2);
        int tls = ports.get(2);
        List<Sipp> welcomes = trunks.stream()
                .map(port -> Sipp.welcomes("trunk-welcomes", port, 2))
                .toList();
        Certificate certificate = Certificate.make(PeerProcess.folder("tls"));
        Stage stage = Stage.open("trunks", environment(trunks, tls, certificate));
        welcomes.forEach(TrunkStage::awaitEnd);
        return new TrunkStage(stage, List.copyOf(trunks), welcomes, tls, certificate);
    }

    /** Whether all went well is for a test to say. */
    private static void awaitEnd(Sipp welcome) {
        try {
            welcome.ends();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<Integer> distinctPorts() {
        return Stream.generate(FreePorts::sip).distinct().limit(3).toList();
    }

    private static Map<String, String> environment(List<Integer> trunks, int tls, Certificate certificate) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "ST_TRUNK",
                uri(trunks.get(0)) + "," + uri(trunks.get(1)),
                "ST_TRUNK_USER",
                USER,
                "ST_TRUNK_PASSWORD",
                PASSWORD,
                "ST_TRUNK_REGISTER",
                "true",
                "ST_TRUNK_PROBE_SECONDS",
                "3600",
                "ST_SIP_TLS_PORT",
                Integer.toString(tls),
                "ST_SIP_TLS_KEYSTORE",
                certificate.keystore().toString(),
                "ST_SIP_TLS_PASSWORD",
                Certificate.PASSWORD,
                "ST_SIP_TLS_TRUSTSTORE",
                certificate.pem().toString()));
        // Longer than others' programs may take on a busy machine.
        environment.put("ST_NO_ANSWER_SECONDS", "4");
        environment.put("ST_SIGNALLING_SECONDS", "9");
        return environment;
    }

    private static String uri(int port) {
        return "sip:127.0.0.1:" + port + ";transport=udp";
    }

    @Override
    public void close() {
        stage.close();
        welcomes.forEach(Sipp::close);
    }

    /** Gives tests the one of the run. */
    static final class Extension implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == TrunkStage.class;
        }

        @Override
        public TrunkStage resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(Namespace.create(TrunkStage.class))
                    .getOrComputeIfAbsent(TrunkStage.class, key -> open(), TrunkStage.class);
        }
    }
}
