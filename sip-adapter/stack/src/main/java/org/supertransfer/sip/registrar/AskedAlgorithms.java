package org.supertransfer.sip.registrar;

import java.util.List;
import java.util.Map;
import org.supertransfer.sip.transport.BoundedMap;

/**
 * Which algorithms to offer whom. SHA-256 goes first (RFC 8760 section 2.4), but many phones that know MD5 alone fail when
 * they see another name first, or at all. So whoever comes again without credentials is asked for MD5 alone the next time,
 * and whoever has answered with MD5 stays with it. Nothing of this depends on whether the user exists.
 */
final class AskedAlgorithms {
    private static final List<String> BOTH = List.of(DigestTerms.SHA_256, DigestTerms.MD5);
    private static final List<String> MD5_ALONE = List.of(DigestTerms.MD5);
    private static final int MAX_REMEMBERED = 20_000;

    private enum Phase {
        ASKED_BOTH,
        ASKED_MD5,
        ANSWERS_MD5
    }

    private final Map<String, Phase> phases = BoundedMap.byAge(MAX_REMEMBERED);

    /** What to offer now, the preferred one first. */
    synchronized List<String> next(String user, String address) {
        String key = key(user, address);
        Phase last = phases.getOrDefault(key, Phase.ASKED_MD5);
        return switch (last) {
            case ASKED_BOTH -> asked(key, Phase.ASKED_MD5, MD5_ALONE);
            case ASKED_MD5 -> asked(key, Phase.ASKED_BOTH, BOTH);
            case ANSWERS_MD5 -> MD5_ALONE;
        };
    }

    private List<String> asked(String key, Phase phase, List<String> algorithms) {
        phases.put(key, phase);
        return algorithms;
    }

    /** Credentials came, right or wrong. */
    synchronized void answered(String user, String address, String algorithm) {
        phases.remove(key(user, address));
        if (algorithm.equals(DigestTerms.MD5)) {
            phases.put(key(user, address), Phase.ANSWERS_MD5);
        }
    }

    private static String key(String user, String address) {
        return address + ' ' + user;
    }
}
