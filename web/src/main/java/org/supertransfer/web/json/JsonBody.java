package org.supertransfer.web.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonLocation;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParsingException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.supertransfer.problem.Refusal;
import org.supertransfer.problem.Refused;

/**
 * The body of a request, read by field. What is missing or of the wrong kind is refused as MALFORMED with the field's
 * path; fields that nobody asks for are ignored, and a null counts as missing.
 */
public final class JsonBody {
    /** Bytes; the longest order is under 1 kB. */
    public static final int LIMIT = 16 * 1024;

    private static final int LONGEST_TEXT = 256;

    private final String path;
    private final JsonObject fields;

    private JsonBody(String path, JsonObject fields) {
        this.path = path;
        this.fields = fields;
    }

    /**
     * @throws ClientErrorException 413, over {@link #LIMIT}
     * @throws Refused MALFORMED, with line and column, when it is not a JSON object
     * @throws IOException when the client went away
     */
    public static JsonBody read(InputStream in) throws IOException {
        return read(in, LIMIT);
    }

    /**
     * As {@link #read(InputStream)}, for what may be long.
     *
     * @param limit in bytes
     */
    public static JsonBody read(InputStream in, int limit) throws IOException {
        return new JsonBody("", parse(readText(in, limit)));
    }

    /**
     * A body that is no JSON.
     *
     * @param limit in bytes
     */
    public static String readText(InputStream in, int limit) throws IOException {
        byte[] bytes = in.readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw new ClientErrorException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
        }
        return utf8(bytes);
    }

    private static JsonObject parse(String text) {
        try (JsonParser parser = Shape.JSON.createParser(new StringReader(text))) {
            if (parser.next() != JsonParser.Event.START_OBJECT) {
                throw malformed("The body must be a JSON object.");
            }
            JsonObject object = parser.getObject();
            if (parser.hasNext()) {
                throw malformed("Something follows the JSON object.");
            }
            return object;
        } catch (JsonParsingException e) {
            JsonLocation at = e.getLocation();
            throw malformed(
                    "The body is not JSON: line " + at.getLineNumber() + ", column " + at.getColumnNumber() + ".");
        } catch (Refused e) {
            throw e;
        } catch (RuntimeException e) { // the parser's own limits, for example of nesting, have no type of their own
            throw malformed("The body is not JSON, or nested too deeply.");
        }
    }

    /** Strict: a decoder that replaces would let two different orders look the same. */
    private static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw malformed("The body is not UTF-8.");
        }
    }

    /** The object as it came, for who keeps it without reading it. */
    public JsonObject whole() {
        return fields;
    }

    /** A text of at most 256 characters. */
    public String text(String name) {
        return optionalText(name).orElseThrow(() -> malformed(path + name + " is missing."));
    }

    /** A text of at most 256 characters. */
    public Optional<String> optionalText(String name) {
        return optionalText(name, LONGEST_TEXT);
    }

    public Optional<String> optionalText(String name, int longest) {
        return value(name).map(value -> {
            if (!(value instanceof JsonString text)) {
                throw malformed(path + name + " must be a text.");
            }
            if (text.getString().length() > longest) {
                throw malformed(path + name + " must be at most " + longest + " characters long.");
            }
            return text.getString();
        });
    }

    /** A list of texts, each of at most 256 characters; empty when missing. */
    public List<String> texts(String name) {
        JsonValue value = value(name).orElse(JsonValue.EMPTY_JSON_ARRAY);
        List<String> texts = new ArrayList<>();
        if (value instanceof JsonArray list) {
            for (JsonValue each : list) {
                if (!(each instanceof JsonString text) || text.getString().length() > LONGEST_TEXT) {
                    throw malformed(path + name + " must be a list of texts.");
                }
                texts.add(text.getString());
            }
            return texts;
        }
        throw malformed(path + name + " must be a list of texts.");
    }

    public boolean isNumber(String name) {
        return value(name).filter(JsonNumber.class::isInstance).isPresent();
    }

    /** Empty when missing. */
    public Optional<BigDecimal> decimal(String name) {
        return value(name).map(value -> {
            if (value instanceof JsonNumber number) {
                return number.bigDecimalValue();
            }
            throw malformed(path + name + " must be a number.");
        });
    }

    /** False when missing. */
    public boolean flag(String name) {
        return value(name)
                .map(value -> {
                    if (value.getValueType() != JsonValue.ValueType.TRUE
                            && value.getValueType() != JsonValue.ValueType.FALSE) {
                        throw malformed(path + name + " must be true or false.");
                    }
                    return value.getValueType() == JsonValue.ValueType.TRUE;
                })
                .orElse(false);
    }

    public long wholeNumber(String name) {
        JsonValue value = value(name).orElseThrow(() -> malformed(path + name + " is missing."));
        try {
            if (value instanceof JsonNumber number) {
                return number.longValueExact();
            }
        } catch (ArithmeticException e) {
            // a fraction, or out of range: refused below
        }
        throw malformed(path + name + " must be a whole number.");
    }

    /** One of the given constants, by name. */
    public <E extends Enum<E>> E choice(String name, List<E> allowed) {
        String text = text(name);
        return allowed.stream()
                .filter(each -> each.name().equals(text))
                .findFirst()
                .orElseThrow(() -> malformed(path + name + " must be one of " + allowed + "."));
    }

    public <E extends Enum<E>> E choice(String name, E[] allowed) {
        return choice(name, Arrays.asList(allowed));
    }

    public JsonBody object(String name) {
        JsonValue value = value(name).orElseThrow(() -> malformed(path + name + " is missing."));
        if (value instanceof JsonObject object) {
            return new JsonBody(path + name + ".", object);
        }
        throw malformed(path + name + " must be an object.");
    }

    private Optional<JsonValue> value(String name) {
        return Optional.ofNullable(fields.get(name)).filter(value -> value.getValueType() != JsonValue.ValueType.NULL);
    }

    private static Refused malformed(String detail) {
        return new Refused(Refusal.MALFORMED, detail);
    }
}
