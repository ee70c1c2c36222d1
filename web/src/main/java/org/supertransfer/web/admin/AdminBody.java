package org.supertransfer.web.admin;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supertransfer.problem.FieldError;
import org.supertransfer.problem.Refused;
import org.supertransfer.web.json.JsonBody;

/**
 * A form of the admins' pages. What is missing is empty, and the service says what is wrong with that; what is of the wrong
 * kind is MALFORMED.
 */
final class AdminBody {
    /** Bytes: a team may have many members. */
    private static final int LIMIT = 256 * 1024;

    private final JsonBody body;
    private final String keyField;

    private @Nullable String key;

    private AdminBody(JsonBody body, String keyField) {
        this.body = body;
        this.keyField = keyField;
    }

    /** Of a new thing. */
    static AdminBody of(InputStream in, String keyField) throws IOException {
        return new AdminBody(JsonBody.read(in, LIMIT), keyField);
    }

    /**
     * Of the thing at an address.
     *
     * @throws Refused INVALID when the body names another one
     */
    static AdminBody of(InputStream in, String keyField, String key) throws IOException {
        AdminBody read = of(in, keyField);
        read.key = key;
        if (!read.body.optionalText(keyField).orElse(key).equals(key)) {
            throw Refused.invalid(List.of(new FieldError(
                    keyField, "fixed", "It names the thing and cannot be changed; make a new one and delete this.")));
        }
        return read;
    }

    String key() {
        return key == null ? text(keyField) : key;
    }

    /** 0 for a new thing; MALFORMED when it is missing from a change. */
    long version() {
        return key == null ? 0 : body.wholeNumber("version");
    }

    String text(String name) {
        return body.optionalText(name).orElse("").strip();
    }

    /** A number as it would be typed. */
    String textOrNumber(String name) {
        return body.isNumber(name) ? String.valueOf(body.wholeNumber(name)) : text(name);
    }

    /** Null when missing or empty. */
    @Nullable
    String textOrNull(String name) {
        String text = text(name);
        return text.isEmpty() ? null : text;
    }

    /** As it is, with its spaces; null when missing. */
    @Nullable
    String secret(String name) {
        return body.optionalText(name).orElse(null);
    }

    JsonBody json() {
        return body;
    }

    List<String> texts(String name) {
        return body.texts(name).stream().distinct().toList();
    }
}
