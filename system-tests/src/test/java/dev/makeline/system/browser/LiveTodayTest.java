package dev.makeline.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.makeline.system.instance.Documents;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

@InBrowser
class LiveTodayTest {

    private static final String MARK = "() => { window.neverReloaded = true; }";

    @Test
    void aDroppedMakeAndItsDifferenceAppearOnAnOpenPageWithoutReloading(Kitchen kitchen) {
        long recipe = Documents.newRecipeId();
        String by = "Live " + recipe;
        Visit today = kitchen.visit(kitchen.menu().cook(), Look.LIGHT);
        today.open("/");
        today.page().evaluate(MARK);
        Visit intake = kitchen.visit(kitchen.menu().cook(), Look.LIGHT);
        intake.open("/intake");

        drop(intake, "cake.json", Dishes.plumCake(recipe));
        assertThat(intake.text("It is a recipe now")).isVisible();
        drop(
                intake,
                "cake-made.json",
                Dishes.plumCakeWithoutPlums(recipe, 1).replace("Cook 1", by));

        Locator card = today.page().locator("li.make").filter(new FilterOptions().setHasText(by));
        assertThat(card).containsText("Plum cake");
        assertThat(card).containsText("plums");
        Assertions.assertThat(today.page().evaluate("() => window.neverReloaded")).isEqualTo(true);
        card.getByRole(AriaRole.LINK).click();
        assertThat(today.heading("Plum cake, as made")).isVisible();
        assertThat(today.text("Left out").first()).isVisible();
    }

    private static void drop(Visit visit, String name, String text) {
        visit.page()
                .locator("#upload")
                .setInputFiles(
                        new FilePayload(
                                name, "application/json", text.getBytes(StandardCharsets.UTF_8)));
    }
}
