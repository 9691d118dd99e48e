package dev.makeline.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@InBrowser
class EveryPageTest {

    private static final String OVERFLOW =
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";

    @ParameterizedTest
    @EnumSource(Look.class)
    void isAccessibleAndAsWideAsTheScreen(Look look, Kitchen kitchen) {
        PagesOfTheKitchen pages = new PagesOfTheKitchen(kitchen.menu());
        List<String> found = new ArrayList<>();

        found.addAll(found(kitchen.visit(look), PagesOfTheKitchen.FOR_ALL));
        found.addAll(found(kitchen.visit(kitchen.menu().cook(), look), pages.forCooks()));
        found.addAll(found(kitchen.visit(kitchen.head(), look), pages.forTheHead()));

        assertThat(found).isEmpty();
    }

    private static List<String> found(Visit visit, List<String> paths) {
        List<String> found = new ArrayList<>();
        for (String path : paths) {
            visit.open(path);
            assertThat(visit.page().locator("h1").count()).as("headings of %s", path).isEqualTo(1);
            Accessibility.violations(visit).forEach(each -> found.add(path + " · " + each));
            if (visit.page().evaluate(OVERFLOW) instanceof Number over && over.intValue() > 0) {
                found.add("%s · is %d px wider than the screen".formatted(path, over.intValue()));
            }
        }
        return found;
    }
}
