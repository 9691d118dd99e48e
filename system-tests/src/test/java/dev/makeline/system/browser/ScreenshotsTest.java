package dev.makeline.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// Pictures of the main pages, in `target/screenshots`; with
/// `-Dmakeline.screenshots=docs/screenshots` in that folder of the project, which is how those of
/// the README are renewed.
@InBrowser
class ScreenshotsTest {

    private static final Path FOLDER =
            Path.of(System.getProperty("makeline.project", ".."))
                    .resolve(
                            System.getProperty(
                                    "makeline.screenshots", "system-tests/target/screenshots"));

    /// Bytes; a page with six of them still opens at once.
    private static final long MOST = 150 * 1024;

    @Test
    void theMainPagesArePhotographed(Kitchen kitchen) throws IOException {
        Files.createDirectories(FOLDER);
        Menu menu = kitchen.menu();
        Visit cook = kitchen.visit(menu.cook(), Look.LIGHT);
        Visit head = kitchen.visit(kitchen.head(), Look.LIGHT);
        Visit dark = kitchen.visit(menu.cook(), Look.DARK);
        Visit phone = kitchen.visit(menu.cook(), Look.PHONE);

        photograph(head, "/", "today");
        head.link("Roasted tomato soup").first().click();
        assertThat(head.heading("Roasted tomato soup, as made")).isVisible();
        photograph(head, "make");
        photograph(dark, head.path(), "make-dark");
        photograph(phone, head.path(), "phone-make");
        cook.open(menu.recipe());
        cook.heading("Makes").evaluate("heading => heading.parentElement.scrollIntoView()");
        photograph(cook, "recipe");
        photograph(cook, menu.comparison(), "compare");
        photograph(cook, "/files", "files");
        photograph(cook, menu.job(), "job");
        photograph(phone, "/", "phone-today");
    }

    private static void photograph(Visit visit, String path, String name) throws IOException {
        visit.open(path);
        photograph(visit, name);
    }

    private static void photograph(Visit visit, String name) throws IOException {
        assertThat(visit.page().locator("time")).not().hasCount(0);
        assertThat(visit.page().locator("time:not([data-local])")).hasCount(0);
        Path file = FOLDER.resolve(name + ".png");

        visit.photograph(file);

        assertThat(Files.size(file)).as("%s", file).isBetween(5_000L, MOST);
    }
}
