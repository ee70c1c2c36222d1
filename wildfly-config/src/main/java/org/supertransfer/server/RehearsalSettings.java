package org.supertransfer.server;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The environment of a rehearsal, read as far as the launcher needs it. A value that makes no sense is passed on: the
 * server refuses it, in its own one line.
 */
final class RehearsalSettings {
    private static final int UNUSABLE = -1;

    private final Map<String, String> environment;

    RehearsalSettings(Map<String, String> environment) {
        this.environment = environment;
    }

    int portOffset() {
        return Math.max(0, number("ST_PORT_OFFSET", 0, 55_000));
    }

    String sipAddress() {
        return value("ST_SIP_ADDRESS", "127.0.0.1");
    }

    int sipPort() {
        return number("ST_SIP_PORT", 5060, 65_535);
    }

    /** The ports that the server will want, tried. */
    Ports ports() {
        Ports ports = new Ports();
        if (number("ST_PORT_OFFSET", 0, 55_000) != UNUSABLE) {
            ports.tcp("127.0.0.1", 8080 + portOffset(), "HTTP")
                    .tcp("127.0.0.1", 9990 + portOffset(), "management, health");
        }
        if (sipPort() != UNUSABLE && isLocal(sipAddress())) {
            ports.udp(sipAddress(), sipPort(), "SIP").tcp(sipAddress(), sipPort(), "SIP");
        }
        return ports;
    }

    /** What the server gets on top of this process's environment. */
    Map<String, String> server(Path pidFile, String trunk, Path directory, Path database) {
        Map<String, String> added = new HashMap<>();
        added.put("JBOSS_PIDFILE", pidFile.toString());
        added.put("ST_REHEARSAL", "true");
        added.put("ST_TRUNK", trunk);
        added.put("ST_TRUNK_ALLOW", "127.0.0.1");
        added.put("ST_DIRECTORY_FILE", directory.toString());
        if (!environment.containsKey("ST_DB_URL") && !environment.containsKey("ST_DB_DRIVER")) {
            added.put("ST_DB_URL", "jdbc:h2:file:" + database + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0");
        }
        return added;
    }

    private int number(String name, int otherwise, int largest) {
        String text = value(name, Integer.toString(otherwise));
        if (!text.matches("[0-9]{1,5}")) {
            return UNUSABLE;
        }
        int number = Integer.parseInt(text);
        return number <= largest ? number : UNUSABLE;
    }

    private String value(String name, String otherwise) {
        String value = environment.getOrDefault(name, "");
        return value.isBlank() ? otherwise : value;
    }

    private static boolean isLocal(String address) {
        return address.equals("127.0.0.1") || address.equals("0.0.0.0") || address.equals("localhost");
    }
}
