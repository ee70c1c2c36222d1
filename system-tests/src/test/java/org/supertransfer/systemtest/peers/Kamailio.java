package org.supertransfer.systemtest.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.supertransfer.server.FreePorts;
import org.supertransfer.systemtest.Peer;
import org.supertransfer.systemtest.Until;

/**
 * A Kamailio in front of the server: UDP to the phones, TCP to the server, in the way of every dialog by Record-Route. Phones
 * register with it without proof; what it does not know goes to the server.
 */
final class Kamailio implements AutoCloseable {
    private final int port;
    private final PeerProcess process;

    /**
     * What differs.
     *
     * @param server the server's address
     * @param head what stands before the routes: more modules, more addresses
     * @param policy what is done with every request but CANCEL before anything else
     */
    private record Difference(String server, String head, String policy) {}

    private Kamailio(int port, Difference difference) {
        Path folder = PeerProcess.folder("kamailio");
        this.port = port;
        Path file = folder.resolve("kamailio.cfg");
        try {
            Files.writeString(file, configuration(difference));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String home = folder.toString();
        this.process = PeerProcess.start(
                folder,
                Peer.KAMAILIO.found().toString(),
                "-DD",
                "-E",
                "-f",
                file.toString(),
                "-Y",
                home,
                "-w",
                home,
                "-P",
                home + "/pid",
                "-m",
                "64",
                "-M",
                "8");
    }

    /** Starts it and waits until it listens. */
    static Kamailio between(int port, int serverPort) {
        return started(port, new Difference(tcp(serverPort), "", ""));
    }

    /** The same; challenges each INVITE of the server's (407, realm {@code trunk.example}). */
    static Kamailio challenging(int port, int serverPort, String user, String password) {
        String policy =
                """
                if (is_method("INVITE") && $sp == %1$d) {
                    if (!pv_proxy_authenticate("trunk.example", "%3$s", "0") || $au != "%2$s") {
                        proxy_challenge("trunk.example", "1");
                        exit;
                    }
                    xlog("L_ALERT", "PROVEN $rm with totag $tt\\n");
                    consume_credentials();
                }
                """;
        return started(
                port,
                new Difference(
                        tcp(serverPort), "loadmodule \"auth.so\"", policy.formatted(serverPort, user, password)));
    }

    /**
     * The same, by TLS to the server; its log says {@code SPEAKS} and the version for each request that it gets so.
     *
     * @param version the only one it speaks, or with a plus the least one
     */
    static Kamailio secured(int port, int serverTlsPort, Certificate certificate, String version) {
        String head =
                """
                enable_tls=yes
                listen=tls:127.0.0.1:%1$d
                loadmodule "tls.so"
                modparam("tls", "tls_method", "%2$s")
                modparam("tls", "certificate", "%3$s")
                modparam("tls", "private_key", "%4$s")
                modparam("tls", "ca_list", "%3$s")
                modparam("tls", "verify_certificate", 1)
                """;
        return started(
                port,
                new Difference(
                        "sip:127.0.0.1:" + serverTlsPort + ";transport=tls",
                        head.formatted(FreePorts.sip(), version, certificate.pem(), certificate.key()),
                        "if ($proto == \"tls\") xlog(\"L_ALERT\", \"SPEAKS $tls_version\\n\");"));
    }

    private static String tcp(int serverPort) {
        return "sip:127.0.0.1:" + serverPort + ";transport=tcp";
    }

    private static Kamailio started(int port, Difference difference) {
        Kamailio started = new Kamailio(port, difference);
        try {
            Until.isTrue("Kamailio listens", started::listens);
            return started;
        } catch (AssertionError never) {
            started.close();
            throw new AssertionError(never.getMessage() + ": " + started.log(), never);
        }
    }

    /** The address of its UDP side. */
    String uri() {
        return "sip:127.0.0.1:" + port + ";transport=udp";
    }

    /** One line for each request it passed on: method, and from which transport to which. */
    String log() {
        return process.output();
    }

    @Override
    public void close() {
        process.close();
    }

    private boolean listens() {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private String configuration(Difference difference) {
        return """
                debug=1
                log_stderror=yes
                children=2
                tcp_children=2
                auto_aliases=no
                dns=no
                rev_dns=no
                listen=udp:127.0.0.1:%1$d
                listen=tcp:127.0.0.1:%1$d
                loadmodule "tm.so"
                loadmodule "sl.so"
                loadmodule "rr.so"
                loadmodule "pv.so"
                loadmodule "maxfwd.so"
                loadmodule "textops.so"
                loadmodule "siputils.so"
                loadmodule "xlog.so"
                loadmodule "usrloc.so"
                loadmodule "registrar.so"
                %3$s
                modparam("rr", "enable_double_rr", 1)
                modparam("usrloc", "db_mode", 0)
                request_route {
                    if (!mf_process_maxfwd_header("70")) {
                        sl_send_reply("483", "Too Many Hops");
                        exit;
                    }
                    xlog("L_ALERT", "PASSES $rm from $proto\\n");
                    if (is_method("CANCEL")) {
                        if (t_check_trans()) t_relay();
                        exit;
                    }
                    %4$s
                    if (has_totag()) {
                        if (loose_route()) {
                            t_relay();
                        } else if (!is_method("ACK")) {
                            sl_send_reply("404", "Not in the way of this dialog");
                        } else if (t_check_trans()) {
                            t_relay();
                        }
                        exit;
                    }
                    t_check_trans();
                    if (is_method("REGISTER")) {
                        save("location");
                        exit;
                    }
                    record_route();
                    if (!lookup("location")) {
                        $du = "%2$s";
                    }
                    t_relay();
                }
                """
                .formatted(port, difference.server(), difference.head(), difference.policy());
    }
}
