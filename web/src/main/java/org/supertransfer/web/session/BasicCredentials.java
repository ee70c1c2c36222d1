package org.supertransfer.web.session;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** The Authorization header of HTTP Basic (RFC 7617): the container checks it, we only ask whose it is. */
final class BasicCredentials {
    private static final String SCHEME = "Basic ";

    private BasicCredentials() {}

    static boolean areIn(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /** The user's name as given, right or wrong; empty when there is none to be read. */
    static Optional<String> username(HttpServletRequest request) {
        if (!areIn(request)) {
            return Optional.empty();
        }
        try {
            byte[] decoded = Base64.getDecoder()
                    .decode(request.getHeader("Authorization")
                            .substring(SCHEME.length())
                            .trim());
            String pair = new String(decoded, StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0 ? Optional.empty() : Optional.of(pair.substring(0, colon));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
