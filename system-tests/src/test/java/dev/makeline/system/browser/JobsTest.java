package dev.makeline.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

@InBrowser
class JobsTest {

    /// A task is a process of its own that starts first.
    private static final double A_JOB_MILLIS = 90_000;

    /// Pixels of a text that are below what is seen of it.
    private static final String BELOW =
            "log => Math.max(0, Math.round(log.scrollHeight - log.clientHeight - log.scrollTop) - 1)";

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
    void theEndOfALogIsFollowedAndAnEarlierPlaceIsKept(Kitchen kitchen) {
        Visit visit = kitchen.visit(kitchen.menu().cook(), Look.LIGHT);
        AtomicInteger answers = new AtomicInteger();
        visit.page()
                .route(
                        Pattern.compile("/progress\\?"),
                        route ->
                                route.fulfill(
                                        new Route.FulfillOptions()
                                                .setContentType("text/html;charset=utf-8")
                                                .setBody(partWithLog(answers.incrementAndGet()))));
        visit.open(kitchen.menu().file());
        visit.follow("Run a job on it");
        visit.page().getByLabel(Pattern.compile("^Text")).fill("Clove.");
        visit.press("Order the job");
        Locator log = visit.page().locator("#log");

        assertThat(log).containsText("end of 2");
        Assertions.assertThat(log.evaluate(BELOW)).isEqualTo(0);
        log.evaluate("log => { log.scrollTop = 40; log.focus(); }");
        String seen = log.innerText();
        assertThat(log).not().hasText(seen);

        assertThat(log).isFocused();
        Assertions.assertThat(log.evaluate("log => log.scrollTop")).isEqualTo(40);
        log.evaluate("log => { log.scrollTop = log.scrollHeight; }");
        String end = log.innerText();
        assertThat(log).not().hasText(end);
        Assertions.assertThat(log.evaluate(BELOW)).isEqualTo(0);
    }

    /// As the server gives it, with a log that grows.
    private static String partWithLog(int answer) {
        return """
        <div id="job" hx-get="/jobs/x/progress?seen=%d" hx-trigger="every 1s" hx-swap="outerHTML">
        <h2 id="log-heading">Log</h2>
        <pre class="code" id="log" data-follow tabindex="0" role="region" aria-labelledby="log-heading">%send of %d</pre>
        </div>
        """
                .formatted(answer, "a line of the log\n".repeat(100 + answer), answer);
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
