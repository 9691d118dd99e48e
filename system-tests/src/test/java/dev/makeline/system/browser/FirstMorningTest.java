package dev.makeline.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.makeline.system.instance.RecordedHistory.SOON;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import dev.makeline.system.instance.Program;
import dev.makeline.system.instance.PutObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A kitchen of its own: nothing was ever cooked in it, and at the end its stove is off.
@ExtendWith(BrowserIsThere.class)
class FirstMorningTest {

    private static final String CUT_OFF = "{\"recipeName\": ";

    @Test
    void anEmptyKitchenSaysWhatToDoAndADeadOneThatNothingIsLost() {
        try (Kitchen kitchen = Kitchen.empty("first-morning")) {
            for (Look look : Look.values()) {
                Visit visit = kitchen.visit(kitchen.head(), look);
                assertThat(violationsOfEmptyPages(visit)).as("%s", look).isEmpty();
            }
            Visit visit = kitchen.visit(kitchen.head(), Look.LIGHT);
            visit.open("/");
            assertThat(visit.heading("No recipes yet")).isVisible();
            whatIsRejectedIsToldBesideTheDropZone(kitchen, visit);

            visit.press("Load the sample");
            assertThat(visit.heading("Roasted tomato soup")).isVisible();
            visit.open("/");
            assertThat(visit.page().locator("li.make")).hasCount(4);
            anOpenPageTellsWhenItGetsNoNews(kitchen, visit);
            kitchen.endVisits();
            kitchen.makeline().program(Program.LOCAL_AWS).kill();

            Visit another = kitchen.visit(kitchen.head(), Look.LIGHT);
            assertThat(another.open("/recipes")).isEqualTo(503);
            assertThat(another.text("Nothing is lost.")).isVisible();
            assertThat(Accessibility.violations(another)).isEmpty();
            kitchen.endVisits();
        }
    }

    private static void whatIsRejectedIsToldBesideTheDropZone(Kitchen kitchen, Visit visit) {
        visit.page()
                .locator("#upload")
                .setInputFiles(
                        new FilePayload("cut.json", "application/json", CUT_OFF.getBytes(UTF_8)));
        assertThat(visit.page().locator(".uploads li")).containsText("it was cut off");
        PutObject cut = kitchen.makeline().bucket().put("recipes/cut.json", CUT_OFF);

        kitchen.makeline().ledger().awaitRejected(cut, SOON);

        assertThat(visit.heading("Files that need a hand")).isVisible();
        assertThat(visit.page().locator("#upload")).isVisible();
        assertThat(visit.page().locator(".uploads li")).containsText("it was cut off");
        assertThat(visit.heading("No recipes yet")).isVisible();
        assertThat(Accessibility.violations(visit)).isEmpty();
        visit.open("/");
        assertThat(visit.heading("Files that need a hand")).isVisible();
    }

    private static void anOpenPageTellsWhenItGetsNoNews(Kitchen kitchen, Visit visit) {
        kitchen.allowLossOfServer();
        kitchen.makeline().program(Program.RECIPE_SERVER).kill();

        assertThat(visit.page().locator("#notice")).containsText("Not up to date since");
        assertThat(visit.page().locator("li.make")).hasCount(4);
        kitchen.makeline().program(Program.RECIPE_SERVER).start();

        assertThat(visit.page().locator("#notice")).isEmpty();
    }

    private static List<String> violationsOfEmptyPages(Visit visit) {
        List<String> all = new ArrayList<>();
        for (String path : List.of("/", "/recipes", "/files", "/jobs", "/intake", "/account")) {
            visit.open(path);
            all.addAll(Accessibility.violations(visit));
        }
        return all;
    }
}
