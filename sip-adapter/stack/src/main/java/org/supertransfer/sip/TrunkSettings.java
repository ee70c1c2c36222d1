package org.supertransfer.sip;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The trunks and how we keep in touch with them.
 *
 * @param peers in the order of trying
 * @param user whom we register and authenticate as, null for nobody
 * @param register whether they want a registration
 * @param probeSeconds how often each is asked whether it is there; 0 for never
 */
public record TrunkSettings(List<TrunkPeer> peers, @Nullable String user, boolean register, int probeSeconds) {
    private static final int PROBE_SECONDS = 30;

    static TrunkSettings of(SettingReader read, List<TrunkPeer> peers) {
        boolean register = read.oneOf("ST_TRUNK_REGISTER", "false", List.of("true", "false"))
                .equals("true");
        String user = read.pair("ST_TRUNK_USER", "ST_TRUNK_PASSWORD");
        if (register && user == null) {
            throw new BadSetting("ST_TRUNK_USER", "", "a value, because ST_TRUNK_REGISTER is true");
        }
        if (register && peers.isEmpty()) {
            throw new BadSetting("ST_TRUNK", "", "a trunk, because ST_TRUNK_REGISTER is true");
        }
        // With a single trunk there is nothing to skip it for.
        int usual = peers.size() > 1 ? PROBE_SECONDS : 0;
        return new TrunkSettings(peers, user, register, read.number("ST_TRUNK_PROBE_SECONDS", usual, 0, 3_600));
    }
}
