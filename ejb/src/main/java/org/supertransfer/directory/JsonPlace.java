package org.supertransfer.directory;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A JSON object and where it is, so that every complaint can name the place. */
final class JsonPlace {
    private final JsonObject object;
    private final String path;

    JsonPlace(JsonObject object, String path) {
        this.object = object;
        this.path = path;
    }

    /** @throws BadDirectory when it is missing, no string or empty */
    String text(String name) {
        String text = textOrNull(name);
        if (text == null || text.isBlank()) {
            throw bad(name, "a text is wanted");
        }
        return text;
    }

    /** A text that may be missing or null. */
    @Nullable
    String textOrNull(String name) {
        JsonValue value = object.get(name);
        if (value == null || value.getValueType() == JsonValue.ValueType.NULL) {
            return null;
        }
        if (value instanceof JsonString text) {
            return text.getString();
        }
        throw bad(name, "a text or null is wanted");
    }

    boolean has(String name) {
        return object.containsKey(name);
    }

    /** The objects of a list; none when there is no such list. */
    List<JsonPlace> objects(String name) {
        List<JsonPlace> places = new ArrayList<>();
        for (JsonValue value : list(name)) {
            String place = name + "[" + places.size() + "]";
            if (value.getValueType() != JsonValue.ValueType.OBJECT) {
                throw bad(place, "an object is wanted");
            }
            places.add(new JsonPlace(value.asJsonObject(), path + place + "."));
        }
        return places;
    }

    /** The texts of a list; none when there is no such list. */
    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonValue value : list(name)) {
            if (!(value instanceof JsonString text)) {
                throw bad(name + "[" + texts.size() + "]", "a text is wanted");
            }
            texts.add(text.getString());
        }
        return texts;
    }

    BadDirectory bad(String name, String wanted) {
        return new BadDirectory(path + name, wanted);
    }

    private JsonArray list(String name) {
        JsonValue value = object.getOrDefault(name, JsonValue.EMPTY_JSON_ARRAY);
        if (value.getValueType() != JsonValue.ValueType.ARRAY) {
            throw bad(name, "a list is wanted");
        }
        return value.asJsonArray();
    }
}
