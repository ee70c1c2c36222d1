package org.supertransfer.sip.registrar;

import gov.nist.javax.sip.message.SIPRequest;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ListIterator;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sip.InvalidArgumentException;
import javax.sip.header.AuthorizationHeader;
import javax.sip.header.CSeqHeader;
import javax.sip.header.HeaderFactory;
import javax.sip.header.ProxyAuthenticateHeader;
import javax.sip.header.ProxyAuthorizationHeader;
import javax.sip.header.ViaHeader;
import javax.sip.header.WWWAuthenticateHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import org.supertransfer.sip.transport.BoundedMap;
import org.supertransfer.sip.transport.SipFactories;
import org.supertransfer.sip.transport.SipNode;

/**
 * Answers the trunk's challenges (RFC 8760: SHA-256 before MD5, {@code qop=auth}). Remembers each nonce's count; may be used
 * from any thread. Only ask it about responses of the trunk: the password is the trunk's.
 */
public final class DigestClient {
    /** A request is sent again at most this often, whatever the other side asks; the second time for a nonce too old. */
    public static final int MAX_CHALLENGES = 2;

    private static final List<String> ALGORITHMS = List.of(DigestTerms.SHA_256, DigestTerms.MD5);
    private static final int MAX_NONCES = 1_000;

    private final @Nullable String user;
    private final @Nullable String password;
    private final HeaderFactory headers = SipFactories.get().header();
    private final Map<String, Integer> counts = BoundedMap.byAge(MAX_NONCES);

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
     * @return empty when it is hopeless: no credentials configured, an unknown scheme, algorithm or qop, credentials of
     *     ours that are refused and not called {@code stale}, or another realm after them, or too many challenges
     */
    public Optional<Request> answer(Request sent, Response challenge, int challenges) {
        if (user == null || password == null || challenges >= MAX_CHALLENGES) {
            return Optional.empty();
        }
        return best(challenge)
                .filter(asked -> isFirst(sent) || asked.isStale() && triedBefore(sent, asked))
                .map(asked -> withCredentials(sent, asked, new Login(user, password)));
    }

    /** Whether a response asks for credentials. */
    public static boolean isChallenge(int status) {
        return status == Response.UNAUTHORIZED || status == Response.PROXY_AUTHENTICATION_REQUIRED;
    }

    private record Login(String user, String password) {}

    /** The strongest challenge that we can answer (RFC 8760 section 2.3). */
    private static Optional<WWWAuthenticateHeader> best(Response challenge) {
        List<WWWAuthenticateHeader> answerable = new ArrayList<>();
        String name = challenge.getStatusCode() == Response.UNAUTHORIZED
                ? WWWAuthenticateHeader.NAME
                : ProxyAuthenticateHeader.NAME;
        for (ListIterator<?> each = challenge.getHeaders(name); each.hasNext(); ) {
            WWWAuthenticateHeader asked = (WWWAuthenticateHeader) each.next();
            if (isDigest(asked) && ALGORITHMS.contains(algorithm(asked)) && offersAuth(asked)) {
                answerable.add(asked);
            }
        }
        return answerable.stream().min(Comparator.comparingInt(asked -> ALGORITHMS.indexOf(algorithm(asked))));
    }

    private static boolean isDigest(WWWAuthenticateHeader asked) {
        return "Digest".equalsIgnoreCase(asked.getScheme()) && asked.getRealm() != null && asked.getNonce() != null;
    }

    private static String algorithm(WWWAuthenticateHeader asked) {
        return Objects.requireNonNullElse(asked.getAlgorithm(), DigestTerms.MD5).toUpperCase(Locale.ROOT);
    }

    private static boolean offersAuth(WWWAuthenticateHeader asked) {
        return asked.getQop() != null
                && List.of(asked.getQop().toLowerCase(Locale.ROOT).split("[\\s,]+"))
                        .contains("auth");
    }

    private static boolean isFirst(Request sent) {
        return sent.getHeader(AuthorizationHeader.NAME) == null
                && sent.getHeader(ProxyAuthorizationHeader.NAME) == null;
    }

    private static boolean triedBefore(Request sent, WWWAuthenticateHeader asked) {
        AuthorizationHeader tried = (AuthorizationHeader) sent.getHeader(
                asked instanceof ProxyAuthenticateHeader ? ProxyAuthorizationHeader.NAME : AuthorizationHeader.NAME);
        return tried != null && Objects.equals(tried.getRealm(), asked.getRealm());
    }

    private Request withCredentials(Request sent, WWWAuthenticateHeader asked, Login login) {
        try {
            Request again = (Request) sent.clone();
            ((SIPRequest) again).setTransaction(null);
            CSeqHeader cseq = (CSeqHeader) again.getHeader(CSeqHeader.NAME);
            cseq.setSeqNumber(cseq.getSeqNumber() + 1);
            ((ViaHeader) again.getHeader(ViaHeader.NAME)).setBranch(SipNode.newBranch());
            again.setHeader(credentials(again, asked, login));
            return again;
        } catch (ParseException | InvalidArgumentException e) {
            throw new IllegalStateException(e);
        }
    }

    private AuthorizationHeader credentials(Request again, WWWAuthenticateHeader asked, Login login)
            throws ParseException {
        DigestTerms terms = new DigestTerms(
                algorithm(asked),
                asked.getRealm(),
                asked.getNonce(),
                again.getMethod(),
                again.getRequestURI().toString(),
                nextCount(asked.getNonce()),
                SipNode.newTag());
        AuthorizationHeader header = asked instanceof ProxyAuthenticateHeader
                ? headers.createProxyAuthorizationHeader("Digest")
                : headers.createAuthorizationHeader("Digest");
        header.setUsername(login.user());
        header.setRealm(terms.realm());
        header.setNonce(terms.nonce());
        header.setURI(again.getRequestURI());
        header.setAlgorithm(terms.algorithm());
        header.setQop("auth");
        header.setNonceCount(terms.count());
        header.setCNonce(terms.clientNonce());
        header.setResponse(terms.response(login.user(), login.password()));
        if (asked.getOpaque() != null) {
            header.setOpaque(asked.getOpaque());
        }
        return header;
    }

    private synchronized int nextCount(String nonce) {
        return counts.merge(nonce, 1, Integer::sum);
    }
}
