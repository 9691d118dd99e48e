package dev.makeline.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import org.junit.jupiter.api.Test;

@InBrowser
class AppearanceTest {

    private static final String BRIGHTNESS =
            "() => getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3).reduce((sum, one) => sum + Number(one), 0) / 3";

    /// Of everything on the page and of what arrives in it.
    private static final String MOTION =
            """
            () => {
              const arriving = document.createElement('p');
              arriving.className = 'htmx-added';
              document.querySelector('main').append(arriving);
              const moving = [...document.querySelectorAll('*')].filter(one => {
                const style = getComputedStyle(one);
                return style.animationName !== 'none' || style.transitionDuration.split(',').some(time => parseFloat(time) > 0);
              }).length;
              arriving.remove();
              return moving;
            }
            """;

    @Test
    void isAsDarkAsTheDeviceUntilSomebodyChooses(Kitchen kitchen) {
        Visit visit = kitchen.visit(kitchen.menu().cook(), Look.DARK);

        visit.open(kitchen.menu().recipe());
        assertThat(brightness(visit)).isLessThan(60);
        visit.press("Light");
        assertThat(visit.button("Light")).hasAttribute("aria-pressed", "true");
        assertThat(brightness(visit)).isGreaterThan(200);
        visit.open("/files");
        assertThat(brightness(visit)).isGreaterThan(200);
        visit.page().emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        visit.press("Dark");

        assertThat(visit.button("Dark")).hasAttribute("aria-pressed", "true");
        assertThat(brightness(visit)).isLessThan(60);
        assertThat(visit.heading("My files")).isVisible();
    }

    @Test
    void nothingMovesForWhoeverAsksForThat(Kitchen kitchen) {
        Visit visit = kitchen.visit(kitchen.menu().cook(), Look.LIGHT);
        visit.open("/");
        assertThat(visit.heading("Today")).isVisible();

        assertThat(visit.page().evaluate(MOTION)).isEqualTo(0);
        visit.page()
                .emulateMedia(
                        new EmulateMediaOptions().setReducedMotion(ReducedMotion.NO_PREFERENCE));
        assertThat(((Number) visit.page().evaluate(MOTION)).intValue()).isPositive();
    }

    @Test
    void aPrintedMakeIsItsRecordAlone(Kitchen kitchen) {
        Visit visit = kitchen.visit(kitchen.menu().cook(), Look.LIGHT);
        visit.open(kitchen.menu().makes().getFirst());

        visit.page().emulateMedia(new EmulateMediaOptions().setMedia(Media.PRINT));

        assertThat(visit.heading("Plum cake, as made")).isVisible();
        assertThat(visit.page().locator(".bar")).isHidden();
        assertThat(visit.page().locator("form").first()).isHidden();
    }

    @Test
    void aPhoneShowsWhatAMakeSaysAlsoWhereNothingDiffers(Kitchen kitchen) {
        Visit visit = kitchen.visit(kitchen.menu().cook(), Look.PHONE);
        for (String make : kitchen.menu().makes()) {
            visit.open(make + "?amounts=as-written");
            if (visit.text("By Jonas").count() > 0) {
                Locator sides =
                        visit.page()
                                .locator("tr.diff-ok")
                                .filter(new Locator.FilterOptions().setHasText("flour"))
                                .first()
                                .locator(".side");
                assertThat(sides.first()).containsText("200");
                assertThat(sides.last()).containsText("400");
                assertThat(sides.last()).isVisible();
                return;
            }
        }
        throw new AssertionError("Jonas made no cake");
    }

    private static double brightness(Visit visit) {
        return ((Number) visit.page().evaluate(BRIGHTNESS)).doubleValue();
    }
}
