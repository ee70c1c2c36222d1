package org.supertransfer.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** An import map has to stand in the page itself, so the content security policy names it by its hash. */
class ImportMapTest {
    private static final Path WEBAPP = Path.of("src/main/webapp");

    @Test
    void importMap_hasTheHashOfThePolicy() throws IOException, NoSuchAlgorithmException {
        String map = only("<script type=\"importmap\">(.*?)</script>", page());
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(map.getBytes(StandardCharsets.UTF_8));
        assertThat(policy()).contains("'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
    }

    @Test
    void policy_allowsNothingElseInline() throws IOException {
        assertThat(policy()).contains("default-src 'self'").doesNotContain("unsafe");
        assertThat(page().replaceAll("(?s)<script type=\"importmap\">.*?</script>", ""))
                .doesNotContainPattern("<script(?![^>]*\\ssrc=)")
                .doesNotContain("<style")
                .doesNotContainPattern("\\s(style|on[a-z]+)=");
    }

    private static String policy() throws IOException {
        return only("Content-Security-Policy}, value=\"([^\"]*)\"", read("WEB-INF/undertow-handlers.conf"));
    }

    private static String page() throws IOException {
        return read("index.html");
    }

    private static String read(String file) throws IOException {
        return Files.readString(WEBAPP.resolve(file));
    }

    private static String only(String pattern, String text) {
        List<MatchResult> found =
                Pattern.compile(pattern, Pattern.DOTALL).matcher(text).results().toList();
        assertThat(found).hasSize(1);
        return found.get(0).group(1);
    }
}
