package org.supertransfer.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the page's files must agree on, or a browser shows nothing. */
class PageFilesTest {
    private static final Pattern IMPORT_MAP =
            Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);
    private static final Pattern IMPORTED = Pattern.compile("\"(/(?:_static|webjars)/[^\"]+\\.js)\"");
    private static final Pattern MAPPING = Pattern.compile("\"([^\"]+)\": \"(/[^\"]+)\"");
    private static final Pattern PRELOADED = Pattern.compile("rel=\"modulepreload\" href=\"([^\"]+)\"");
    /** Static ones: {@code import(…)} and a type's comment have a parenthesis. */
    private static final Pattern IMPORT =
            Pattern.compile("\\b(?:import|export)(?:[\\w\\s{},*$]*?from)?\\s*[\"']([^\"']+)[\"']");

    private static final String INDEX = PageFiles.text(PageFiles.WEBAPP.resolve("index.html"));

    private static final Map<String, String> MAPPED = MAPPING.matcher(importMap())
            .results()
            .collect(Collectors.toMap(match -> match.group(1), match -> match.group(2)));

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

    /** The browser asks for all of the log-in's modules at once, and for nothing that the log-in does without. */
    @Test
    void preloadedModules_areThoseThatTheFirstPageImports() {
        assertThat(PageFiles.groups(PRELOADED, INDEX)).containsExactlyInAnyOrderElementsOf(imports("/js/main.js"));
    }

    /** What a module imports at once, by itself or by what it imports. */
    private static Set<String> imports(String module) {
        Set<String> all = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(Set.of(module));
        while (!open.isEmpty()) {
            String each = open.remove();
            String text = new String(PageFiles.read(each).orElseThrow(), StandardCharsets.UTF_8);
            PageFiles.groups(IMPORT, text)
                    .map(named -> address(named, each))
                    .filter(all::add)
                    .forEach(open::add);
        }
        return all;
    }

    private static String address(String named, String from) {
        if (named.startsWith(".")) {
            return URI.create(from).resolve(named).getPath();
        }
        return MAPPED.entrySet().stream()
                .filter(each ->
                        each.getKey().endsWith("/") ? named.startsWith(each.getKey()) : named.equals(each.getKey()))
                .map(each -> each.getValue() + named.substring(each.getKey().length()))
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError(from + " imports " + named + ", which the import map does not have"));
    }

    private static String importMap() {
        return PageFiles.groups(IMPORT_MAP, INDEX).findFirst().orElseThrow();
    }
}
