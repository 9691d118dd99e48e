package dev.makeline.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.makeline.system.instance.RecordedHistory.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.system.instance.Documents;
import java.util.List;
import org.junit.jupiter.api.Test;

@InBrowser
class HostileNamesTest {

    private static final String SCRIPT = "<script>window.harmed=1</script>";
    private static final String PICTURE = "<img src=x onerror=window.harmed=2>";
    private static final String LONG = "日本の料理".repeat(20);

    @Test
    void textsOfFilesAreShownAsTextAndStayOnTheScreen(Kitchen kitchen) {
        long recipe = Documents.newRecipeId();
        cook(kitchen, recipe);
        Visit visit = kitchen.visit(kitchen.menu().cook(), Look.PHONE);
        String make =
                "/recipes/%d/makes/%d"
                        .formatted(recipe, kitchen.makeline().api().makeIds(recipe).getFirst());

        for (String path :
                List.of(
                        "/",
                        "/recipes",
                        "/recipes/" + recipe,
                        make,
                        make.replace("makes/", "compare?make="),
                        "/intake",
                        "/search?q=script")) {
            visit.open(path);
            assertThat(visit.page().locator("main")).isVisible();
            assertUnharmed(visit);
        }

        visit.open("/recipes/" + recipe);
        assertThat(visit.page().locator("h1")).hasText(SCRIPT + LONG);
        visit.open(make);
        assertThat(visit.text(PICTURE).first()).isVisible();
    }

    @Test
    void namesOfPeopleAndOfTheirFilesAreShownAsText(Kitchen kitchen) {
        Person person = kitchen.join(PICTURE, "Muster");
        OwnFiles files = OwnFiles.of(kitchen.makeline(), person);
        files.upload(SCRIPT.replace("/", "|") + LONG.substring(0, 40) + ".txt", PICTURE);
        Visit visit = kitchen.visit(kitchen.head(), Look.PHONE);

        for (String path : List.of("/admin", "/files?all=true", "/admin/audit")) {
            visit.open(path);
            assertUnharmed(visit);
        }

        visit.open("/admin");
        assertThat(visit.text(PICTURE).first()).isVisible();
    }

    private static void cook(Kitchen kitchen, long recipe) {
        String name = SCRIPT + LONG;
        kitchen.makeline()
                .ledger()
                .awaitSubmitted(
                        kitchen.makeline()
                                .bucket()
                                .put(
                                        "recipes/%d %s.json"
                                                .formatted(recipe, SCRIPT.replace("/", "|")),
                                        Dishes.named(recipe, name, "plums", SCRIPT)),
                        SOON);
        kitchen.makeline()
                .ledger()
                .awaitSubmitted(
                        kitchen.makeline()
                                .bucket()
                                .put(
                                        "makes/%d.json".formatted(recipe),
                                        Dishes.madeNamed(
                                                        recipe,
                                                        name,
                                                        "plums",
                                                        PICTURE,
                                                        PICTURE + LONG)
                                                .replace(
                                                        "\"madeBy\"",
                                                        "\"madeAt\": \"%s\", \"madeBy\""
                                                                .formatted("w".repeat(5000)))),
                        SOON);
    }

    private static void assertUnharmed(Visit visit) {
        assertThat(visit.page().evaluate("() => window.harmed ?? 0")).isEqualTo(0);
        assertThat(
                        visit.page()
                                .evaluate(
                                        "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("px beyond the screen at %s", visit.page().url())
                .isEqualTo(0);
    }
}
