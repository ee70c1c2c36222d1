package org.supertransfer.sip.leg;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.supertransfer.callcontrol.LegId;
import org.supertransfer.sip.AdapterSettings;

/**
 * The Call-IDs, tags and branches of our requests: keyed hashes of what they are for, so that the same leg can send the
 * same INVITE or CANCEL again after a restart, and a response to a leg we forgot can be recognised as ours.
 */
final class Names {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    Names(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /**
     * The names of this node: the same after each restart with the same settings. They need to be unique, which the leg's
     * random id sees to, and hard to guess for who does not see our messages; nothing is decided by them alone.
     */
    static Names of(AdapterSettings settings) {
        String node = settings.endpoint() + "\n" + settings.domain() + "\n" + settings.trunkPassword();
        return new Names(node.getBytes(StandardCharsets.UTF_8));
    }

    /** The Call-ID of a leg's attempt, counted from 0. */
    String callId(LegId leg, int attempt) {
        return hash(24, "call-id", leg.value(), Integer.toString(attempt));
    }

    /** The From tag that belongs to a Call-ID of ours. */
    String tag(String callId) {
        return hash(12, "tag", callId);
    }

    /** A To tag in somebody else's Call-ID, counted from 0: each early media of its own wants one. */
    String toTag(String callId, String fromTag, int number) {
        return hash(12, "to-tag", callId, fromTag, Integer.toString(number));
    }

    /** The branch of a request (RFC 3261 section 8.1.1.7). */
    String branch(String callId, String tag, long cseq, String method) {
        return "z9hG4bK" + hash(18, "branch", callId, tag, Long.toString(cseq), method);
    }

    /** Whether an INVITE with these was sent with our key. */
    boolean ours(String callId, String fromTag) {
        return MessageDigest.isEqual(
                tag(callId).getBytes(StandardCharsets.UTF_8), fromTag.getBytes(StandardCharsets.UTF_8));
    }

    private String hash(int bytes, String... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            for (String part : parts) {
                mac.update(part.getBytes(StandardCharsets.UTF_8));
                mac.update((byte) 0);
            }
            byte[] all = mac.doFinal();
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(all, bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no " + ALGORITHM, e);
        }
    }
}
