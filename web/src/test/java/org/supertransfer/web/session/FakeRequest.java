package org.supertransfer.web.session;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** As much of a request as the gate looks at. */
public final class FakeRequest {
    private final String method;
    private final String path;
    private final Map<String, String> headers = new HashMap<>(Map.of("Host", "portal.example:8080"));
    private final Set<String> roles = new HashSet<>(Set.of("agent"));
    private @Nullable String user;
    private @Nullable FakeSession session;

    public FakeRequest(String method, String path) {
        this.method = method;
        this.path = path;
    }

    public FakeRequest as(String username) {
        user = username;
        return this;
    }

    FakeRequest without(String role) {
        roles.remove(role);
        return this;
    }

    FakeRequest in(FakeSession kept) {
        session = kept;
        return this;
    }

    FakeRequest with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    FakeRequest withBasic(String username, String password) {
        String pair = username + ":" + password;
        return with(
                "Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    public HttpServletRequest request() {
        return (HttpServletRequest) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, called, arguments) -> answer(called.getName(), arguments));
    }

    private @Nullable Object answer(String called, Object @Nullable [] arguments) {
        boolean isApi = path.startsWith("/api");
        return switch (called) {
            case "getMethod" -> method;
            case "getServletPath" -> isApi ? "/api" : path;
            case "getPathInfo" -> isApi ? path.substring("/api".length()) : null;
            case "getSession" -> session == null ? null : session.session();
            case "isUserInRole" -> arguments != null && roles.contains((String) arguments[0]);
            case "getRemoteAddr" -> "192.0.2.1";
            case "getUserPrincipal" -> user == null ? null : (Principal) () -> String.valueOf(user);
            case "getHeader" -> arguments == null ? null : headers.get((String) arguments[0]);
            default -> throw new UnsupportedOperationException(called);
        };
    }
}
