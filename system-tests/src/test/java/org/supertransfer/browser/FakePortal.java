package org.supertransfer.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.WebSocketRoute;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A server as the page sees it, without one: answers REST inside the browser's own network layer, and sends on
 * {@code /live} what a test wants to be seen; the page's files come from the {@link PageServer}. It keeps what it was
 * asked, for the test to look at.
 */
final class FakePortal {
    static final ObjectMapper JSON = new ObjectMapper();
    /** Where browsers find the {@link PageServer}; not a secure context, as a portal without TLS is none. */
    static final String ORIGIN = "http://portal.test";

    final FakeDirectory directory = new FakeDirectory();
    final FakeLine line = new FakeLine(this);
    final FakePreferences preferences = new FakePreferences();
    final FakeAdmin admin = new FakeAdmin();
    final List<FakeRoom> rooms = new ArrayList<>(List.of(preferences, admin));
    final Map<String, ObjectNode> presence = new LinkedHashMap<>();
    final ArrayNode history = JSON.createArrayNode();
    final ObjectNode me = object(
            "{'username':'anna','name':'Anna Virtanen','extension':'1201','state':'AVAILABLE','wanted':'AVAILABLE',"
                    + "'language':'fi','roles':['agent'],'version':1}");
    /** Of every answer to come. */
    final Map<String, String> headers = new LinkedHashMap<>();

    boolean loggedIn = true;
    /** The session of now is over from this moment on. */
    Instant sessionEnd = Instant.MAX;

    boolean reachable = true;
    /** Sockets that were opened. */
    int lines;

    private final Page page;
    private final List<Sent> sent = new ArrayList<>();
    private final Map<String, Deque<Reply>> scripted = new LinkedHashMap<>();
    private final Deque<Route> waiting = new ArrayDeque<>();
    private @Nullable WebSocketRoute socket;

    /** A request that the page sent. */
    record Sent(String call, JsonNode body, Map<String, String> headers) {}

    /** An answer; status 0 is none at all, and told so. */
    record Reply(int status, @Nullable JsonNode body) {
        /** None so far: the page goes on waiting. */
        static final Reply NOT_YET = new Reply(-1, null);

        static Reply problem(int status, String code) {
            return new Reply(status, object("{'status':" + status + ",'code':'" + code + "','detail':'in English'}"));
        }
    }

    FakePortal(Page page) {
        this.page = page;
        page.route(ORIGIN + "/api/**", this::answer);
        page.routeWebSocket(ORIGIN.replace("http", "ws") + "/live", this::connected);
    }

    /** Opens the page. */
    void open() {
        page.navigate(ORIGIN + "/");
    }

    /** The next request whose method and path begin so gets this answer; several are given in order. */
    void next(String call, Reply... replies) {
        scripted.computeIfAbsent(call, key -> new ArrayDeque<>()).addAll(List.of(replies));
    }

    /** Answers the request that has waited longest. */
    void answerNow(Reply reply) {
        fulfil(waiting.remove(), reply);
    }

    /** What the page sent so far and begins so. */
    List<Sent> sent(String call) {
        return sent.stream().filter(each -> each.call().startsWith(call)).toList();
    }

    /** Waits until the page has sent it. */
    Sent await(String call) {
        return await(call, each -> true);
    }

    Sent await(String call, Predicate<Sent> fits) {
        page.waitForCondition(() -> sent(call).stream().anyMatch(fits));
        return sent(call).stream().filter(fits).findFirst().orElseThrow();
    }

    void push(ObjectNode frame) {
        if (socket != null) {
            socket.send(frame.toString());
        }
    }

    /** Cuts the line; while {@link #reachable} is false nothing answers. */
    void drop() {
        if (socket != null) {
            socket.close();
        }
        socket = null;
    }

    /** The line is there no more, and nobody says so: what is pushed gets lost while REST answers. */
    void mute() {
        socket = null;
    }

    void presence(String username, String availability, int version) {
        ObjectNode known = object("{'username':'" + username + "','name':'" + username + "','availability':'"
                + availability + "','version':" + version + "}");
        presence.put(username, known);
        push(known.deepCopy().put("type", "presence").put("id", username));
    }

    static ObjectNode object(String text) {
        try {
            return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private void connected(WebSocketRoute route) {
        if (!reachable || !knowsSession()) {
            route.close();
            return;
        }
        socket = route;
        lines++;
        ObjectNode snapshot = JSON.createObjectNode().put("type", "snapshot");
        snapshot.set("me", me);
        snapshot.putArray("calls").addAll(line.calls.values());
        ArrayNode transfers = snapshot.putArray("transfers");
        line.transfers.values().stream()
                .filter(each -> !each.path("method").asText().equals("BLIND"))
                .forEach(transfers::add);
        snapshot.putArray("presence").addAll(presence.values());
        route.send(snapshot.toString());
    }

    private boolean knowsSession() {
        return loggedIn && Instant.now().isBefore(sessionEnd);
    }

    private void answer(Route route) {
        try {
            answer(route, URI.create(route.request().url()));
        } catch (PlaywrightException e) {
            // What a page asked for just before its test closed it needs no answer.
            if (!page.isClosed()) {
                throw e;
            }
        }
    }

    private void answer(Route route, URI uri) {
        String call = route.request().method() + " " + uri.getRawPath()
                + Optional.ofNullable(uri.getRawQuery())
                        .map(query -> "?" + query)
                        .orElse("");
        JsonNode body = body(route.request());
        sent.add(new Sent(call, body, route.request().headers()));
        Reply reply = reachable ? reply(call, body) : new Reply(0, null);
        if (reply == Reply.NOT_YET) {
            waiting.add(route);
        } else if (reply.status() == 0) {
            route.abort();
        } else {
            fulfil(route, reply);
        }
    }

    private Reply reply(String call, JsonNode body) {
        return scripted.entrySet().stream()
                .filter(each ->
                        call.startsWith(each.getKey()) && !each.getValue().isEmpty())
                .findFirst()
                .map(each -> each.getValue().remove())
                .orElseGet(() -> usual(call, body));
    }

    private Reply usual(String call, JsonNode body) {
        if (call.equals("POST /api/session")) {
            loggedIn =
                    body.path("password").asText().equals(body.path("username").asText());
            return loggedIn ? new Reply(204, null) : Reply.problem(401, "wrong-password");
        }
        if (!knowsSession()) {
            return Reply.problem(401, "not-logged-in");
        }
        String[] words = call.split("[ /?]+", -1);
        return rooms.stream()
                .flatMap(room -> room.answer(call, body).stream())
                .findFirst()
                .orElseGet(() -> call.startsWith("GET") ? read(words, call) : changed(words, body));
    }

    private Reply read(String[] words, String call) {
        return switch (words[2]) {
            case "me" -> new Reply(200, me);
            case "targets" -> new Reply(200, directory.targets(call));
            case "numbers" -> new Reply(200, directory.number(words[3]));
            case "transfers" ->
                new Reply(
                        200,
                        call.contains("?")
                                ? JSON.createObjectNode()
                                        .put("total", history.size())
                                        .set("transfers", history)
                                : line.transfers.get(words[3]));
            default -> Reply.problem(404, "not-found");
        };
    }

    private Reply changed(String[] words, JsonNode body) {
        return switch (words[0] + " " + words[2]) {
            case "DELETE session" -> {
                loggedIn = false;
                yield new Reply(204, null);
            }
            case "PUT me" -> {
                me.setAll((ObjectNode) body);
                me.set("wanted", me.path("state"));
                me.put("version", me.path("version").asInt() + 1);
                yield new Reply(200, me);
            }
            case "PUT transfers" -> new Reply(202, line.begin(words[3], body));
            case "POST transfers" -> new Reply(202, line.transfers.get(words[3]));
            case "POST calls" -> words.length > 4 ? new Reply(204, null) : new Reply(202, line.place(body));
            default -> Reply.problem(404, "not-found");
        };
    }

    /** What was sent as JSON, or a text of another kind as it is. */
    private static JsonNode body(Request request) {
        String text = request.postData();
        try {
            return text == null ? JSON.missingNode() : JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(text);
        }
    }

    private void fulfil(Route route, Reply reply) {
        String type = reply.status() < 400 ? "application/json" : "application/problem+json";
        String text = reply.body() == null ? "" : reply.body().toString();
        route.fulfill(new Route.FulfillOptions()
                .setStatus(reply.status())
                .setContentType(type)
                .setHeaders(headers)
                .setBody(text));
    }
}
