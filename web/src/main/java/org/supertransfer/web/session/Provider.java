package org.supertransfer.web.session;

import static java.lang.System.Logger.Level.WARNING;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The OpenID provider at which people log in, if there is one. Its log-in is the server's business
 * ({@code configuration/oidc.yml}); ours is to send a person who leaves on to the provider's log-out.
 */
@ApplicationScoped
public class Provider {
    private static final System.Logger LOG = System.getLogger(Provider.class.getName());
    private static final String DISCOVERY = "/.well-known/openid-configuration";
    private static final int PATIENCE_MILLIS = 3000;

    private final String issuer;
    private volatile @Nullable String endSession;

    public Provider() {
        this(System.getProperty("supertransfer.oidc.provider-url", ""));
    }

    Provider(String issuer) {
        this.issuer = issuer.trim().replaceAll("/+$", "");
    }

    boolean isUsed() {
        return !issuer.isEmpty();
    }

    /** As pages are told: {@code BUILT_IN} or {@code OIDC}. */
    String way() {
        return isUsed() ? "OIDC" : "BUILT_IN";
    }

    /**
     * Where the browser goes to end the provider's session too (OpenID Connect RP-Initiated Logout 1.0, section 2).
     *
     * @param home where it comes back to; the provider must know it
     * @return empty when the provider offers no such place, or cannot be asked now
     */
    Optional<URI> logOut(String idToken, String home) {
        return endSession()
                .map(place -> URI.create(place + (place.contains("?") ? "&" : "?") + "id_token_hint=" + encoded(idToken)
                        + "&post_logout_redirect_uri=" + encoded(home)));
    }

    /** Asked for once, when first wanted: the provider may start after us. */
    private Optional<String> endSession() {
        if (endSession == null) {
            try {
                endSession = discovered().getString("end_session_endpoint", "");
            } catch (IOException | JsonException e) {
                LOG.log(WARNING, "the provider {0} does not say where its log-out is: {1}", issuer, e.getMessage());
            }
        }
        return Optional.ofNullable(endSession).filter(place -> !place.isEmpty());
    }

    private JsonObject discovered() throws IOException {
        HttpURLConnection asked =
                (HttpURLConnection) URI.create(issuer + DISCOVERY).toURL().openConnection();
        asked.setConnectTimeout(PATIENCE_MILLIS);
        asked.setReadTimeout(PATIENCE_MILLIS);
        try (InputStream answer = asked.getInputStream();
                JsonReader reader = Json.createReader(answer)) {
            return reader.readObject();
        } finally {
            asked.disconnect();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
