package org.supertransfer.web.session;

import jakarta.servlet.http.HttpSession;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A session that notes what is done to it. */
final class FakeSession {
    final Map<String, Object> attributes = new HashMap<>();
    int writes;
    int keptSeconds;
    boolean ended;

    HttpSession session() {
        return (HttpSession) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {HttpSession.class}, (proxy, called, given) -> {
                    if (ended) {
                        throw new IllegalStateException("the session has ended");
                    }
                    return answer(called.getName(), given);
                });
    }

    private @Nullable Object answer(String called, Object[] given) {
        switch (called) {
            case "getAttribute" -> {
                return attributes.get((String) given[0]);
            }
            case "setAttribute" -> {
                attributes.put((String) given[0], given[1]);
                writes++;
            }
            case "setMaxInactiveInterval" -> keptSeconds = (Integer) given[0];
            case "invalidate" -> ended = true;
            default -> throw new UnsupportedOperationException(called);
        }
        return null;
    }
}
