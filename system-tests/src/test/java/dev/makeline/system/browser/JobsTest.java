package dev.makeline.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

@InBrowser
class JobsTest {

    /// A task is a process of its own that starts first.
    private static final double A_JOB_MILLIS = 90_000;

    @Test
    void aJobIsOrderedFromItsFormAndWatchedToItsEnd(Kitchen kitchen) {
        Visit visit = kitchen.visit(kitchen.menu().cook(), Look.LIGHT);
        visit.open(kitchen.menu().file());

        visit.follow("Run a job on it");
        visit.page().getByLabel(Pattern.compile("^Text")).fill("Vanilla.");
        visit.press("Order the job");
        visit.page().evaluate("() => { window.neverReloaded = true; }");

        assertThat(visit.page().locator("#state"))
                .containsText("Succeeded", new ContainsTextOptions().setTimeout(A_JOB_MILLIS));
        assertThat(visit.page().locator("#log")).not().isEmpty();
        Assertions.assertThat(visit.page().evaluate("() => window.neverReloaded")).isEqualTo(true);
        visit.follow("Output 1");
        assertThat(visit.page().locator("#text")).hasValue(Pattern.compile("Vanilla\\.$"));
    }

    @Test
    void whatIsMissingInAnOrderIsSaidAndWhatWasFilledInStays(Kitchen kitchen) {
        Visit visit = kitchen.visit(kitchen.menu().cook(), Look.LIGHT);

        visit.open("/jobs/new?kind=make-report");
        visit.page().getByLabel(Pattern.compile("^Recipe")).fill("1");
        visit.page().locator("#priority").selectOption("low");
        visit.page().evaluate("() => { document.querySelector('#order').noValidate = true; }");
        visit.page().getByLabel(Pattern.compile("^Recipe")).fill("-4");
        visit.press("Order the job");

        assertThat(visit.page().locator("#objection")).isVisible();
        assertThat(visit.page().locator("#priority")).hasValue("low");
    }
}
