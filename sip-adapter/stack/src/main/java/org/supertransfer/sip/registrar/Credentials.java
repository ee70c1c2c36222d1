package org.supertransfer.sip.registrar;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sip.address.URI;
import javax.sip.header.AuthorizationHeader;
import javax.sip.header.ProxyAuthorizationHeader;
import javax.sip.message.Request;
import org.jspecify.annotations.Nullable;

/**
 * The digest credentials that a request carries.
 *
 * @param response in lower case
 */
record Credentials(String username, DigestTerms terms, String response) {
    private static final Pattern USER = Pattern.compile("^[a-zA-Z]+:([^@;?:]*)[^@]*@");

    /** Those for our realm; empty without any, and when a part is missing or unknown. */
    static Optional<Credentials> of(Request request, String realm) {
        AuthorizationHeader header = (AuthorizationHeader) request.getHeader(AuthorizationHeader.NAME);
        if (header == null) {
            header = (ProxyAuthorizationHeader) request.getHeader(ProxyAuthorizationHeader.NAME);
        }
        if (header == null || !realm.equals(header.getRealm()) || !isComplete(header) || !isFor(header, request)) {
            return Optional.empty();
        }
        String algorithm = algorithm(header.getAlgorithm());
        return algorithm == null ? Optional.empty() : Optional.of(of(header, algorithm, request.getMethod()));
    }

    private static Credentials of(AuthorizationHeader header, String algorithm, String method) {
        DigestTerms terms = new DigestTerms(
                algorithm,
                header.getRealm(),
                header.getNonce(),
                method,
                header.getURI().toString(),
                header.getNonceCount(),
                header.getCNonce());
        return new Credentials(header.getUsername(), terms, header.getResponse().toLowerCase(Locale.ROOT));
    }

    /**
     * Whether they were made for whom the request is for (RFC 7616 section 3.4.6). The user alone is compared: a proxy in
     * between may have put another host, a port or parameters into the Request-URI, but never another number.
     */
    private static boolean isFor(AuthorizationHeader header, Request request) {
        return user(header.getURI()).equals(user(request.getRequestURI()));
    }

    /** By its text: the header's parser does not always make a SIP URI of it. */
    private static String user(URI uri) {
        Matcher user = USER.matcher(uri.toString());
        return user.find() ? user.group(1) : "";
    }

    private static boolean isComplete(AuthorizationHeader header) {
        return "Digest".equalsIgnoreCase(header.getScheme())
                && header.getUsername() != null
                && header.getNonce() != null
                && header.getURI() != null
                && header.getCNonce() != null
                && header.getResponse() != null
                && "auth".equalsIgnoreCase(header.getQop());
    }

    private static @Nullable String algorithm(@Nullable String name) {
        String asked = Objects.requireNonNullElse(name, DigestTerms.MD5);
        if (asked.equalsIgnoreCase(DigestTerms.SHA_256)) {
            return DigestTerms.SHA_256;
        }
        return asked.equalsIgnoreCase(DigestTerms.MD5) ? DigestTerms.MD5 : null;
    }
}
