package dev.makeline.system.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A running browser that speaks to nobody but the pages' hosts. For one thread.
final class Chromium implements AutoCloseable {

    private static final List<String> QUIET =
            List.of(
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--disable-quic",
                    "--no-first-run");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chromium start() {
        LaunchOptions options =
                new LaunchOptions()
                        .setExecutablePath(
                                InstalledChromium.find()
                                        .orElseThrow(() ->
                                                new IllegalStateException(
                                                        "No Chromium or Chrome is on the PATH of this machine, and MAKELINE_BROWSER_TESTS=required asks for one: install it")))
                        .setArgs(arguments());
        Playwright playwright =
                Playwright.create(
                        new CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        try {
            return new Chromium(playwright, playwright.chromium().launch(options));
        } catch (RuntimeException e) {
            playwright.close();
            throw e;
        }
    }

    Browser browser() {
        return browser;
    }

    /// Chromium's sandbox refuses to work for root.
    private static List<String> arguments() {
        List<String> arguments = new ArrayList<>(QUIET);
        if ("root".equals(System.getProperty("user.name"))) {
            arguments.add("--no-sandbox");
        }
        return List.copyOf(arguments);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
