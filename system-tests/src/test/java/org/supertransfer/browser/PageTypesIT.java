package org.supertransfer.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page's modules keep to the types that their JSDoc gives; TypeScript's compiler reads them, in the browser. */
@BrowserTest
class PageTypesIT {
    private static final String COMPILER = "/META-INF/resources/webjars/typescript/5.9.3/lib/";
    private static final Pattern REFERENCE = Pattern.compile("/// <reference lib=\"([^\"]+)\"");

    @Test
    void modules_keepTheirTypes(Chromium chromium) throws IOException {
        assertThat(complaints(chromium, modules())).isEmpty();
    }

    @Test
    void moduleWithWrongTypes_isComplainedOf(Chromium chromium) throws IOException {
        Map<String, String> modules = modules();
        modules.put(
                "/js/wrong.js",
                """
                import { ended } from './store.js';
                ended('COMPLETED');
                import { nothing } from './nowhere.js';
                nothing();
                """);
        assertThat(complaints(chromium, modules))
                .hasSize(2)
                .anyMatch(each -> each.startsWith("/js/wrong.js:2 "))
                .anyMatch(each -> each.startsWith("/js/wrong.js:3 "));
    }

    private static List<String> complaints(Chromium chromium, Map<String, String> files) throws IOException {
        Page page = chromium.page();
        try {
            page.addScriptTag(new Page.AddScriptTagOptions().setContent(resource(COMPILER + "typescript.js")));
            Object found = page.evaluate(resource("/types/check.js"), withLibraries(files));
            return ((List<?>) found).stream().map(Object::toString).toList();
        } finally {
            page.context().close();
        }
    }

    private static Map<String, String> modules() throws IOException {
        try (Stream<Path> found = Files.walk(PageFiles.WEBAPP.resolve("js"))) {
            Map<String, String> modules = new TreeMap<>();
            found.filter(file -> file.toString().endsWith(".js"))
                    .forEach(file -> modules.put("/" + PageFiles.WEBAPP.relativize(file), PageFiles.text(file)));
            return modules;
        }
    }

    private static Map<String, String> withLibraries(Map<String, String> files) throws IOException {
        Map<String, String> all = new TreeMap<>(files);
        all.put("/lit.d.ts", resource("/types/lit.d.ts"));
        for (String library : List.of("es2022", "dom", "dom.iterable")) {
            addLibrary(library, all);
        }
        return all;
    }

    /** What the browser itself offers, and what that description refers to. */
    private static void addLibrary(String name, Map<String, String> all) throws IOException {
        String file = "lib." + name + ".d.ts";
        if (!all.containsKey("/lib/" + file)) {
            String text = resource(COMPILER + file);
            all.put("/lib/" + file, text);
            for (String referred : PageFiles.groups(REFERENCE, text).toList()) {
                addLibrary(referred, all);
            }
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(PageTypesIT.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
