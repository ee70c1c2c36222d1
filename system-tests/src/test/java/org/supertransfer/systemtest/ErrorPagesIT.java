package org.supertransfer.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the container answers by itself names no product and no version to whoever looks for a hole. */
@ExtendWith(ServerExtension.class)
class ErrorPagesIT {
    private static final List<String> TELLING = List.of("wildfly", "undertow", "jboss", "resteasy", "java.", "\tat ");

    private final Http http;

    ErrorPagesIT(Stage stage) {
        this.http = new Http(stage.http());
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /nothing.html, 404",
        "GET, /js/nothing.js, 404",
        "GET, /WEB-INF/web.xml, 404",
        "GET, /META-INF/MANIFEST.MF, 404",
        "GET, /WEB-INF, 404",
        "GET, /css, 404",
        "GET, /css/, 404",
        "GET, /js/parts, 404",
        "GET, /_static/lit, 404",
        "GET, /problem, 404",
        "POST, /index.html, 405",
        "DELETE, /css/base.css, 405",
        "TRACE, /, 405",
        "TRACE, /api/me, 405",
        "GET, /live, 401"
    })
    void whatTheContainerAnswers_tellsNothingOfIt(String method, String path, int status) {
        HttpResponse<String> answer = http.send(method, path, null, List.of());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        String all = (answer.body() + answer.headers().map()).toLowerCase(Locale.ROOT);
        assertThat(TELLING).noneMatch(all::contains);
        assertThat(all).doesNotContainPattern("\\d+\\.\\d+\\.\\d+\\.final");
        assertThat(answer.headers().firstValue("Server")).isEmpty();
        assertThat(answer.headers().firstValue("Location")).isEmpty();
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src '", "frame-ancestors 'none'");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(answer.headers().firstValue("X-Powered-By")).isEmpty();
    }
}
