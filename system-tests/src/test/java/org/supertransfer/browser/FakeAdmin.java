package org.supertransfer.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.supertransfer.browser.FakePortal.Reply;

/** The scripted server's side of the admin: keeps things by their keys and versions, and answers from lists. */
final class FakeAdmin implements FakeRoom {
    private static final String ROOT = "/api/admin/";
    private static final Map<String, String> KEYS = Map.of(
            "agents", "username",
            "users", "number",
            "inbound-numbers", "number",
            "teams", "name",
            "tariffs", "prefix",
            "policies", "role",
            "settings", "name");

    /** Things of a kind by key, as the address has the kind. */
    final Map<String, Map<String, ObjectNode>> things = new LinkedHashMap<>();

    /** What is only read, by the address's end. */
    final Map<String, JsonNode> views = new LinkedHashMap<>();

    final ArrayNode changes = FakePortal.JSON.createArrayNode();

    FakeAdmin() {
        KEYS.keySet().forEach(kind -> things.put(kind, new LinkedHashMap<>()));
        views.put("trunks", FakePortal.JSON.createArrayNode());
        views.put("registrations", FakePortal.JSON.createArrayNode());
        views.put("directory", FakePortal.object("{'agents':[],'users':[],'inboundNumbers':[]}"));
    }

    /** Keeps a thing, written with single quotes. */
    void put(String kind, String thing) {
        put(kind, FakePortal.object(thing));
    }

    void put(String kind, ObjectNode thing) {
        of(kind).put(thing.path(Objects.requireNonNull(KEYS.get(kind))).asText(), thing);
    }

    ObjectNode thing(String kind, String key) {
        return Objects.requireNonNull(of(kind).get(key));
    }

    /** An agent as the server lists one. */
    void agent(String username, String name, String extension) {
        ObjectNode agent = FakePortal.object(
                "{'contact':null,'roles':['agent'],'language':'fi','team':null,'hasSipPassword':true,'version':1}");
        put("agents", agent.put("username", username).put("name", name).put("extension", extension));
    }

    /** A line of the audit. */
    void change(String actor, String subject, String id, String beforeAndAfter) {
        ObjectNode change = FakePortal.object(beforeAndAfter)
                .put("at", "2026-11-22T10:00:00Z")
                .put("actor", actor)
                .put("action", "CHANGED")
                .put("subject", subject)
                .put("id", id);
        changes.insert(0, change);
    }

    @Override
    public Optional<Reply> answer(String call, JsonNode body) {
        String[] words = call.split("[ ?]", -1);
        if (words[1].startsWith("/api/reports/billing")) {
            return Optional.ofNullable(views.get("billing")).map(report -> new Reply(200, report));
        }
        if (!words[1].startsWith(ROOT)) {
            return Optional.empty();
        }
        String[] place = words[1].substring(ROOT.length()).split("/", -1);
        if (place[0].equals("audit")) {
            return Optional.of(new Reply(200, audit()));
        }
        if (views.containsKey(place[0])) {
            JsonNode imported = FakePortal.object("{'created':1,'changed':2}");
            return Optional.of(new Reply(200, words[0].equals("GET") ? views.get(place[0]) : imported));
        }
        return Optional.of(place.length == 1 ? all(words[0], place[0], body) : one(words[0], place, body));
    }

    private Reply all(String method, String kind, JsonNode body) {
        if (method.equals("POST")) {
            ObjectNode created = seen(body).put("version", 1);
            put(kind, created);
            return new Reply(201, created);
        }
        if (method.equals("PUT")) {
            return new Reply(204, null);
        }
        return new Reply(200, FakePortal.JSON.createArrayNode().addAll(of(kind).values()));
    }

    private Reply one(String method, String[] place, JsonNode body) {
        Map<String, ObjectNode> kept = of(place[0]);
        String key = URLDecoder.decode(place[1], StandardCharsets.UTF_8);
        ObjectNode known = kept.get(key);
        if (known == null) {
            return Reply.problem(404, "not-found");
        }
        if (method.equals("DELETE")) {
            return place[0].equals("settings") ? new Reply(200, back(known)) : gone(kept, key);
        }
        if (body.path("version").asInt() != known.path("version").asInt()) {
            return Reply.problem(409, "stale");
        }
        ObjectNode changed = known.deepCopy();
        changed.setAll(seen(body));
        changed.put("version", known.path("version").asInt() + 1);
        if (place[0].equals("settings")) {
            changed.put("source", "ADMIN");
        }
        kept.put(key, changed);
        return new Reply(200, changed);
    }

    private static Reply gone(Map<String, ObjectNode> kept, String key) {
        kept.remove(key);
        return new Reply(204, null);
    }

    private static ObjectNode back(ObjectNode setting) {
        return setting.put("source", "DEFAULT").set("value", setting.path("otherwise"));
    }

    /** What is told of a thing: passwords are only written. */
    private static ObjectNode seen(JsonNode body) {
        ObjectNode seen = body.deepCopy();
        if (seen.has("sipPassword")) {
            seen.put("hasSipPassword", true);
        }
        return seen.remove(List.of("password", "sipPassword"));
    }

    private ObjectNode audit() {
        ObjectNode page = FakePortal.JSON.createObjectNode().put("page", 0).put("total", changes.size());
        page.set("changes", changes);
        return page;
    }

    private Map<String, ObjectNode> of(String kind) {
        return Objects.requireNonNull(things.get(kind));
    }
}
