package org.supertransfer.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the page's files must agree on, or a browser shows nothing. */
class PageFilesTest {
    private static final Pattern IMPORT_MAP =
            Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);
    private static final Pattern IMPORTED = Pattern.compile("\"(/(?:_static|webjars)/[^\"]+\\.js)\"");
    private static final String INDEX = PageFiles.text(PageFiles.WEBAPP.resolve("index.html"));

    @Test
    void contentSecurityPolicy_allowsTheInlineImportMapByItsHash() throws NoSuchAlgorithmException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(importMap().getBytes(StandardCharsets.UTF_8));
        assertThat(PageFiles.contentSecurityPolicy())
                .contains("'sha256-" + Base64.getEncoder().encodeToString(digest) + "'")
                .doesNotContain("unsafe");
    }

    @Test
    void importMap_namesFilesThatTheLibrarysJarsHave() {
        assertThat(PageFiles.groups(IMPORTED, importMap()))
                .hasSize(5)
                .allSatisfy(path -> assertThat(PageFiles.read(path)).isPresent());
    }

    private static String importMap() {
        return PageFiles.groups(IMPORT_MAP, INDEX).findFirst().orElseThrow();
    }
}
