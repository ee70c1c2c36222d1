package org.supertransfer.systemtest.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.supertransfer.systemtest.Peer;
import org.supertransfer.systemtest.Until;

/**
 * A Kamailio in front of the server: UDP to the phones, TCP to the server, in the way of every dialog by Record-Route. Phones
 * register with it without proof; what it does not know goes to the server.
 */
final class Kamailio implements AutoCloseable {
    private final int port;
    private final PeerProcess process;

    private Kamailio(int port, int serverPort) {
        Path folder = PeerProcess.folder("kamailio");
        this.port = port;
        Path file = folder.resolve("kamailio.cfg");
        try {
            Files.writeString(file, configuration(serverPort));
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
                "32",
                "-M",
                "4");
    }

    /** Starts it and waits until it listens. */
    static Kamailio between(int port, int serverPort) {
        Kamailio started = new Kamailio(port, serverPort);
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

    private String configuration(int serverPort) {
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
                        $du = "sip:127.0.0.1:%2$d;transport=tcp";
                    }
                    t_relay();
                }
                """
                .formatted(port, serverPort);
    }
}
