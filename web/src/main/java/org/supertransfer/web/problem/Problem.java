package org.supertransfer.web.problem;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.supertransfer.problem.FieldError;
import org.supertransfer.problem.Refusal;
import org.supertransfer.problem.Refused;
import org.supertransfer.web.json.Shape;

/**
 * The answer to a request that failed.
 *
 * @param code stable, for programs
 * @param detail one English sentence, for developers
 * @param facts further members of the document
 * @param headers of the answer, for example Retry-After
 */
public record Problem(
        int status, String code, String detail, Map<String, JsonValue> facts, Map<String, String> headers) {
    public static final String MEDIA_TYPE = "application/problem+json";
    private static final int NOT_LOGGED_IN = 401;
    private static final int UNAVAILABLE = 503;

    public static Problem of(Refused refused) {
        return of(refused.refusal(), String.valueOf(refused.getMessage()))
                .with(refused.facts())
                .withErrors(refused.errors());
    }

    public static Problem of(Refusal refusal, String detail) {
        return new Problem(RefusalStatus.of(refusal), refusal.code(), detail, Map.of(), Map.of());
    }

    public static Problem of(EdgeRefusal refusal, String detail) {
        return new Problem(refusal.status(), refusal.code(), detail, Map.of(), Map.of());
    }

    /** Too many wrong passwords; the same for a right one that comes too early. */
    public static Problem tooManyAttempts(Duration wait) {
        return new Problem(
                EdgeRefusal.TOO_MANY_ATTEMPTS.status(),
                EdgeRefusal.TOO_MANY_ATTEMPTS.code(),
                "Too many wrong passwords; wait before the next attempt.",
                Map.of(),
                Map.of(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.toSeconds()))));
    }

    public Problem with(Map<String, String> more) {
        Map<String, JsonValue> texts = new TreeMap<>();
        more.forEach((name, value) -> texts.put(name, Shape.text(value)));
        return new Problem(status, code, detail, texts, headers);
    }

    private Problem withErrors(List<FieldError> errors) {
        if (errors.isEmpty()) {
            return this;
        }
        Map<String, JsonValue> more = new TreeMap<>(facts);
        more.put("errors", Shape.array(errors, Problem::json));
        return new Problem(status, code, detail, more, headers);
    }

    private static JsonObject json(FieldError error) {
        return new Shape()
                .put("field", error.field())
                .put("code", error.code())
                .put("detail", error.detail())
                .json();
    }

    Problem withHeader(String name, String value) {
        return new Problem(status, code, detail, facts, Map.of(name, value));
    }

    /** {@code {title, status, code, detail, …facts}}. */
    public JsonObject json() {
        Shape shape = new Shape()
                .put("title", StatusPhrase.of(status))
                .put("status", status)
                .put("code", code)
                .put("detail", detail);
        facts.forEach(shape::put);
        return shape.json();
    }

    public Response response() {
        Response.ResponseBuilder answer =
                Response.status(status).type(MEDIA_TYPE).entity(bytes());
        allHeaders().forEach(answer::header);
        return answer.build();
    }

    /** For code inside a resource. */
    public WebApplicationException exception() {
        return new WebApplicationException(detail, response());
    }

    /** For code outside JAX-RS. */
    public void send(HttpServletResponse answer) throws IOException {
        answer.setStatus(status);
        answer.setContentType(MEDIA_TYPE);
        allHeaders().forEach(answer::setHeader);
        answer.getOutputStream().write(bytes());
    }

    private byte[] bytes() {
        return json().toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A 401 has a challenge (RFC 9110 section 15.5.2), of a scheme for which no browser opens a window. */
    private Map<String, String> allHeaders() {
        return switch (status) {
            case NOT_LOGGED_IN -> Map.of(HttpHeaders.WWW_AUTHENTICATE, "Session realm=\"Super Transfer\"");
            case UNAVAILABLE -> Map.of(HttpHeaders.RETRY_AFTER, "1");
            default -> headers;
        };
    }
}
