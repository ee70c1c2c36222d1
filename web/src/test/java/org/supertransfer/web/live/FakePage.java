package org.supertransfer.web.live;

import jakarta.websocket.CloseReason;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The far end of a socket: reads at once, or only when told to. */
final class FakePage {
    final List<String> got = new ArrayList<>();
    int pings;

    @Nullable
    CloseReason closed;

    private final Deque<SendHandler> unread = new ArrayDeque<>();
    private final String id;
    private boolean readsAtOnce = true;

    FakePage(String id) {
        this.id = id;
    }

    FakePage stalled() {
        readsAtOnce = false;
        return this;
    }

    /** Takes one frame off the wire, as a network does when it has room again. */
    void read() {
        unread.remove().onResult(new SendResult());
    }

    void readAll() {
        while (!unread.isEmpty()) {
            read();
        }
    }

    void breakOff() {
        unread.remove().onResult(new SendResult(new java.io.IOException("gone")));
    }

    int inFlight() {
        return unread.size();
    }

    Session session() {
        return proxy(Session.class, (proxy, called, arguments) -> switch (called.getName()) {
            case "getId" -> id;
            case "getAsyncRemote" -> remote();
            case "setMaxIdleTimeout" -> null;
            case "close" -> {
                closed = (CloseReason) arguments[0];
                yield null;
            }
            default -> throw new UnsupportedOperationException(called.getName());
        });
    }

    private RemoteEndpoint.Async remote() {
        return proxy(RemoteEndpoint.Async.class, (proxy, called, arguments) -> {
            switch (called.getName()) {
                case "sendText" -> take((String) arguments[0], (SendHandler) arguments[1]);
                case "sendPing" -> pings++;
                case "setSendTimeout" -> {}
                default -> throw new UnsupportedOperationException(called.getName());
            }
            return null;
        });
    }

    private void take(String frame, SendHandler handler) {
        if (!unread.isEmpty()) {
            throw new IllegalStateException("two sends in flight");
        }
        got.add(frame);
        if (readsAtOnce) {
            handler.onResult(new SendResult());
        } else {
            unread.add(handler);
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
