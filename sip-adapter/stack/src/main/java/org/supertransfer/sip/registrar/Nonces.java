package org.supertransfer.sip.registrar;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Our nonces: a time, eight random bytes and an HMAC of both, so that a challenge costs no memory. Only a nonce that was
 * answered correctly is remembered, with its highest count.
 */
final class Nonces {
    static final Duration LIFE = Duration.ofSeconds(120);
    private static final int MAX_REMEMBERED = 50_000;
    private static final int TEXT_BYTES = 16;
    private static final int MAC_BYTES = 16;
    private static final String HMAC = "HmacSHA256";

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;
    private final Clock clock;
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    /** No nonce from before this moment counts any more: their counts had to be forgotten. */
    private long floor = Long.MIN_VALUE;

    Nonces(Clock clock) {
        this.clock = clock;
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        this.key = new SecretKeySpec(secret, HMAC);
    }

    String issue() {
        byte[] text = ByteBuffer.allocate(TEXT_BYTES)
                .putLong(clock.millis())
                .putLong(random.nextLong())
                .array();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(TEXT_BYTES + MAC_BYTES)
                        .put(text)
                        .put(mac(text))
                        .array());
    }

    /** Whether it is ours and young enough. */
    synchronized boolean isFresh(String nonce) {
        long issuedAt = issuedAt(nonce);
        long age = clock.millis() - issuedAt;
        return issuedAt > floor && age >= 0 && age <= LIFE.toMillis();
    }

    /** Takes the count, which must be higher than the last one: false for a replay (RFC 7616 section 3.4.4). */
    synchronized boolean count(String nonce, int count) {
        Integer last = counts.get(nonce);
        if (count < 1 || last != null && count <= last) {
            return false;
        }
        counts.put(nonce, count);
        forgetOld();
        return true;
    }

    private void forgetOld() {
        var eldest = counts.keySet().iterator();
        while (eldest.hasNext()) {
            String nonce = eldest.next();
            if (counts.size() <= MAX_REMEMBERED && isFresh(nonce)) {
                return;
            }
            floor = Math.max(floor, isFresh(nonce) ? issuedAt(nonce) : floor);
            eldest.remove();
        }
    }

    /** When it was issued, in milliseconds; Long.MIN_VALUE when it is not ours. */
    private long issuedAt(String nonce) {
        byte[] bytes = decoded(nonce);
        if (bytes.length != TEXT_BYTES + MAC_BYTES) {
            return Long.MIN_VALUE;
        }
        byte[] text = Arrays.copyOf(bytes, TEXT_BYTES);
        byte[] mac = Arrays.copyOfRange(bytes, TEXT_BYTES, bytes.length);
        return MessageDigest.isEqual(mac, mac(text)) ? ByteBuffer.wrap(text).getLong() : Long.MIN_VALUE;
    }

    private static byte[] decoded(String nonce) {
        try {
            return Base64.getUrlDecoder().decode(nonce);
        } catch (IllegalArgumentException notOurs) {
            return new byte[0];
        }
    }

    private byte[] mac(byte[] text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return Arrays.copyOf(mac.doFinal(text), MAC_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
