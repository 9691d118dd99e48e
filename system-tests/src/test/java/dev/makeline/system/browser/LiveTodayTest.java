package dev.makeline.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
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

    @Test
    void theFocusStaysOnALinkWhileMakesArriveAroundIt(Kitchen kitchen) {
        long recipe = Documents.newRecipeId();
        String first = kitchen.cookDeviatingMake("Focus " + recipe);
        Visit today = kitchen.visit(kitchen.menu().cook(), Look.LIGHT);
        today.open("/");
        Locator link = today.page().locator("a[href='%s']".formatted(first));
        link.focus();

        String next = kitchen.cookDeviatingMake("Focus again " + recipe);

        assertThat(today.page().locator("a[href='%s']".formatted(next))).isVisible();
        assertThat(link).isFocused();
    }

    @Test
    void whoeverReadsMayStopWhatArrives(Kitchen kitchen) {
        long recipe = Documents.newRecipeId();
        Visit paused = kitchen.visit(kitchen.menu().cook(), Look.LIGHT);
        Visit live = kitchen.visit(kitchen.menu().cook(), Look.LIGHT);
        paused.open("/");
        live.open("/");

        paused.button("Pause updates").focus();
        paused.page().keyboard().press("Enter");
        assertThat(paused.button("Resume updates")).isFocused();
        Locator arriving = live.page().locator("li.make", by("Pausing " + recipe));
        Locator held = paused.page().locator("li.make", by("Pausing " + recipe));
        kitchen.cookDeviatingMake("Pausing " + recipe);

        assertThat(arriving).isVisible();
        assertThat(held).hasCount(0);
        paused.page().reload();
        assertThat(paused.button("Resume updates")).isVisible();
        paused.press("Resume updates");
        kitchen.cookDeviatingMake("Going on " + recipe);
        assertThat(paused.page().locator("li.make", by("Going on " + recipe))).isVisible();
    }

    private static Page.LocatorOptions by(String name) {
        return new Page.LocatorOptions().setHasText(name);
    }

    private static void drop(Visit visit, String name, String text) {
        visit.page()
                .locator("#upload")
                .setInputFiles(
                        new FilePayload(
                                name, "application/json", text.getBytes(StandardCharsets.UTF_8)));
    }
}
