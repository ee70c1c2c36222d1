package org.supertransfer.web.session;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/**
 * The Origin header (RFC 6454). Ours is the host and port that the request was sent to; the scheme is left out, because
 * behind a proxy that ends TLS the server does not see it.
 */
final class Origin {
    private static final Set<String> SCHEMES = Set.of("http", "https");

    private Origin() {}

    /** True without the header: then it is no page, or a plain navigation. */
    static boolean isOurs(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        return origin == null || isOf(origin, request.getHeader("Host"));
    }

    private static boolean isOf(String origin, String host) {
        try {
            URI uri = new URI(origin);
            return SCHEMES.contains(String.valueOf(uri.getScheme()))
                    && uri.getRawAuthority() != null
                    && uri.getRawAuthority().equalsIgnoreCase(host);
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
