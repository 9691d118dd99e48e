package dev.makeline.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@InBrowser
class BrokenStatesTest {

    @Test
    void whatIsNotThereLeadsBackToToday(Kitchen kitchen) {
        Visit visit = kitchen.visit(kitchen.menu().cook(), Look.LIGHT);

        assertThat(visit.open("/recipes/123456789")).isEqualTo(404);

        assertThat(visit.heading("There is nothing here")).isVisible();
        visit.follow("To today's makes");
        assertThat(visit.heading("Today")).isVisible();
    }

    @Test
    void whatIsNotAllowedSaysWhomToAsk(Kitchen kitchen) {
        Visit visit = kitchen.visit(kitchen.menu().cook(), Look.LIGHT);

        assertThat(visit.open("/admin")).isEqualTo(403);

        assertThat(visit.text("ask an administrator")).isVisible();
        assertThat(visit.link("Admin")).hasCount(0);
    }

    @Test
    void anothersFileIsNotThere(Kitchen kitchen) {
        Visit visit = kitchen.visit(kitchen.join("Eve", "Fremd"), Look.LIGHT);

        assertThat(visit.open(kitchen.menu().file())).isEqualTo(404);

        assertThat(visit.heading("There is nothing here")).isVisible();
    }

    @Test
    void emptyListsSayWhatToDo(Kitchen kitchen) {
        Visit visit = kitchen.visit(kitchen.join("Leo", "Neu"), Look.LIGHT);

        visit.open("/files");
        assertThat(visit.page().locator("#nothing")).isVisible();
        visit.open("/jobs");
        assertThat(visit.page().locator("#nothing")).containsText("Order one");
        visit.open("/account");
        assertThat(visit.page().locator("#no-tokens")).isVisible();
        visit.open("/search?q=nothing+like+it");
        assertThat(visit.page().locator("#nothing")).containsText("Fewer words find more");
    }
}
