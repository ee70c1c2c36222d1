package org.supertransfer.web.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A JSON object in the making. A value that is not there is written as null, so that every field is always present. */
public final class Shape {
    /** Kept, because finding it walks the class path of whoever's thread it is. */
    static final JsonProvider JSON = JsonProvider.provider();

    private final JsonObjectBuilder fields = JSON.createObjectBuilder();

    public Shape put(String name, @Nullable String value) {
        return value == null ? none(name) : put(name, JSON.createValue(value));
    }

    public Shape put(String name, @Nullable Enum<?> value) {
        return put(name, value == null ? null : value.name());
    }

    /** ISO-8601 in UTC, to the millisecond. */
    public Shape put(String name, @Nullable Instant value) {
        return put(
                name,
                value == null ? null : value.truncatedTo(ChronoUnit.MILLIS).toString());
    }

    public Shape put(String name, @Nullable Integer value) {
        return value == null ? none(name) : put(name, JSON.createValue(value));
    }

    public Shape put(String name, long value) {
        return put(name, JSON.createValue(value));
    }

    public Shape put(String name, @Nullable BigDecimal value) {
        return value == null ? none(name) : put(name, JSON.createValue(value));
    }

    public Shape put(String name, boolean value) {
        return put(name, value ? JsonValue.TRUE : JsonValue.FALSE);
    }

    public Shape put(String name, @Nullable JsonValue value) {
        fields.add(name, value == null ? JsonValue.NULL : value);
        return this;
    }

    /** All fields of another object. */
    public Shape putAll(JsonObject other) {
        other.forEach(fields::add);
        return this;
    }

    public JsonObject json() {
        return fields.build();
    }

    public static <T> JsonArray array(Collection<T> items, Function<T, JsonObject> shape) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        items.forEach(item -> array.add(shape.apply(item)));
        return array.build();
    }

    public static JsonValue text(String value) {
        return JSON.createValue(value);
    }

    /** JSON that was kept as text; null stays null. */
    public static @Nullable JsonValue parsed(@Nullable String json) {
        return json == null ? null : JSON.createReader(new StringReader(json)).readValue();
    }

    public static JsonArray texts(Collection<String> items) {
        return JSON.createArrayBuilder(items).build();
    }

    private Shape none(String name) {
        return put(name, JsonValue.NULL);
    }
}
