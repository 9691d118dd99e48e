package dev.makeline.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@InBrowser
class KeyboardTest {

    private static final String FOCUSED =
            """
            () => {
              const one = document.activeElement;
              const style = getComputedStyle(one);
              const box = one.getBoundingClientRect();
              return [one.tagName, one.textContent.trim() || one.name || one.id,
                style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 ? 'outlined' : 'not outlined',
                box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth ? 'on screen' : 'off screen'].join(' · ');
            }
            """;

    /// Of links, buttons and fields that a person can reach, in the order of the page.
    private static final String REACHABLE =
            """
            () => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')]
              .filter(one => one.checkVisibility() && !one.disabled).length
            """;

    @Test
    void aPersonSignsInWithoutAMouse(Kitchen kitchen) {
        Person person = kitchen.join("Kay", "Bord");
        Visit visit = kitchen.visit(Look.LIGHT);

        visit.open("/sign-in");
        assertThat(visit.field("Username or e-mail address")).isFocused();
        visit.page().keyboard().type(person.username());
        visit.page().keyboard().press("Tab");
        visit.page().keyboard().type(person.password());
        visit.page().keyboard().press("Enter");

        assertThat(visit.heading("Today")).isVisible();
    }

    @Test
    void theFirstStopLeadsPastTheNavigation(Kitchen kitchen) {
        Visit visit = kitchen.visit(kitchen.menu().cook(), Look.LIGHT);

        visit.open(kitchen.menu().recipe());
        visit.page().keyboard().press("Tab");
        assertThat(visit.link("Skip to the content")).isFocused();
        assertThat(visit.link("Skip to the content")).isInViewport();
        visit.page().keyboard().press("Enter");

        assertThat(visit.page().locator("main")).isFocused();
        visit.page().keyboard().press("Tab");
        assertThat(visit.page().locator("main :focus")).hasCount(1);
    }

    @Test
    void everyStopIsReachedOnceAndSeen(Kitchen kitchen) {
        Visit visit = kitchen.visit(kitchen.menu().cook(), Look.LIGHT);
        for (String path :
                List.of("/recipes", kitchen.menu().makes().getLast(), "/files", "/jobs/new")) {
            visit.open(path);

            List<String> stops = stops(visit);

            assertThat(stops).as(path).allMatch(stop -> stop.contains(" · outlined · on screen"));
            assertThat(visit.page().evaluate(REACHABLE)).as(path).isEqualTo(stops.size());
        }
    }

    @Test
    void aSignOffIsWrittenAndSentByKeys(Kitchen kitchen) {
        Visit visit = kitchen.visit(kitchen.menu().cook(), Look.LIGHT);

        visit.open(kitchen.cookDeviatingMake("Keys"));
        visit.field("Why it is fine").focus();
        visit.page().keyboard().type("As agreed.");
        visit.page().keyboard().press("Tab");
        visit.page().keyboard().press("Enter");

        assertThat(visit.page().locator("#signed-off")).containsText("As agreed.");
    }

    /// From the start of the page until the focus leaves it.
    private static List<String> stops(Visit visit) {
        List<String> stops = new ArrayList<>();
        while (stops.size() < 300) {
            visit.page().keyboard().press("Tab");
            String stop = visit.page().evaluate(FOCUSED).toString();
            if (stop.startsWith("BODY")) {
                return stops;
            }
            stops.add(stop);
        }
        return stops;
    }
}
