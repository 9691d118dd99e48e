package dev.makeline.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.system.instance.Program;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A kitchen of its own: nothing was ever cooked in it, and at the end its stove is off.
@ExtendWith(BrowserIsThere.class)
class FirstMorningTest {

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
            assertThat(visit.page().locator("#upload")).isVisible();

            visit.press("Load the sample");
            assertThat(visit.heading("Roasted tomato soup")).isVisible();
            visit.open("/");
            assertThat(visit.page().locator("li.make")).hasCount(3);
            kitchen.endVisits();
            kitchen.makeline().program(Program.LOCAL_AWS).kill();

            Visit another = kitchen.visit(kitchen.head(), Look.LIGHT);
            assertThat(another.open("/recipes")).isEqualTo(503);
            assertThat(another.text("Nothing is lost.")).isVisible();
            assertThat(Accessibility.violations(another)).isEmpty();
            kitchen.endVisits();
        }
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
