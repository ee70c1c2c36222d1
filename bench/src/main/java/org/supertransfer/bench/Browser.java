package org.supertransfer.bench;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A real browser, as {@code chromium} on the path; without a window and without a graphics processor, so also without
 * movement: drawing it by the processor would be what is measured.
 */
final class Browser implements AutoCloseable {
    private static final List<String> FLAGS = List.of("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic");

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final com.microsoft.playwright.Browser chromium;

    /** @throws IOException when there is none on this machine */
    Browser() throws IOException {
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program())
                        .setArgs(FLAGS));
    }

    /** A Finnish agent's page that knows nothing from before. */
    Page page() {
        return chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setLocale("fi-FI")
                        .setReducedMotion(ReducedMotion.REDUCE))
                .newPage();
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }

    private static Path program() throws IOException {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, "chromium"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(
                        () -> new IOException("This bench needs chromium on the path (Debian: apt install chromium)."));
    }
}
