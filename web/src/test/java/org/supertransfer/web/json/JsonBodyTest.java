package org.supertransfer.web.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.ClientErrorException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supertransfer.call.CallView;
import org.supertransfer.problem.Refusal;
import org.supertransfer.problem.Refused;

class JsonBodyTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"", "{broken", "{\"a\":1", "{} {}", "{\"a\":1}x", "[]", "1", "null", "\"x\"", "{'a':1}", "\u0000"
            })
    void whatIsNoObject_isMalformed(String body) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> read(body))
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(Refusal.MALFORMED));
    }

    @Test
    void brokenJson_saysWhere() {
        assertThatThrownBy(() -> read("{\n  \"a\": tru }")).hasMessageContaining("line 2");
    }

    @Test
    void invalidUtf8_isMalformed() {
        byte[] bytes = {'{', '"', 'a', '"', ':', '"', (byte) 0xc3, (byte) 0x28, '"', '}'};
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> JsonBody.read(new ByteArrayInputStream(bytes)));
    }

    @Test
    void deepNesting_isMalformed() {
        String deep = "[".repeat(JsonBody.LIMIT - 10);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> read("{\"a\":" + deep));
    }

    @Test
    void endlessBody_isTooLarge() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return ' ';
            }
        };
        assertThatExceptionOfType(ClientErrorException.class)
                .isThrownBy(() -> JsonBody.read(endless))
                .satisfies(e -> assertThat(e.getResponse().getStatus()).isEqualTo(413));
    }

    @Test
    void fieldOfTheWrongKind_isNamedWithItsPath() {
        malformed("{\"target\":{\"id\":7}}", body -> body.object("target").text("id"), "target.id must be a text.");
        malformed("{\"target\":7}", body -> body.object("target"), "target must be an object.");
        malformed("{}", body -> body.object("target"), "target is missing.");
        malformed("{\"a\":null}", body -> body.text("a"), "a is missing.");
        malformed("{\"a\":\"yes\"}", body -> body.flag("a"), "a must be true or false.");
        malformed("{\"a\":\"1\"}", body -> body.wholeNumber("a"), "a must be a whole number.");
        malformed("{\"a\":1.5}", body -> body.wholeNumber("a"), "a must be a whole number.");
        malformed("{\"a\":1e999999999}", body -> body.wholeNumber("a"), "a must be a whole number.");
        malformed("{\"a\":9223372036854775808}", body -> body.wholeNumber("a"), "a must be a whole number.");
        malformed(
                "{\"a\":\"UP\"}", body -> body.choice("a", CallView.Direction.values()), "a must be one of [IN, OUT].");
        malformed("{\"a\":\"" + "x".repeat(257) + "\"}", body -> body.text("a"), "a must be at most 256");
    }

    @Test
    void goodFields_areRead() throws IOException {
        JsonBody body = read("{\"t\":\"ä\",\"f\":true,\"n\":7,\"c\":\"OUT\",\"o\":{\"x\":\"y\"},\"more\":[1]}");
        assertThat(body.text("t")).isEqualTo("ä");
        assertThat(body.flag("f")).isTrue();
        assertThat(body.flag("missing")).isFalse();
        assertThat(body.wholeNumber("n")).isEqualTo(7);
        assertThat(body.choice("c", CallView.Direction.values())).isEqualTo(CallView.Direction.OUT);
        assertThat(body.object("o").text("x")).isEqualTo("y");
    }

    private static void malformed(String json, Consumer<JsonBody> ask, String detail) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> ask.accept(read(json)))
                .withMessageStartingWith(detail)
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(Refusal.MALFORMED));
    }

    private static JsonBody read(String body) throws IOException {
        return JsonBody.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }
}
