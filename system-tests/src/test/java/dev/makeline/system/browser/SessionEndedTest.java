package dev.makeline.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator.GetByTextOptions;
import org.junit.jupiter.api.Test;

/// The session ends while somebody fills in a form.
@InBrowser
class SessionEndedTest {

    @Test
    void whatWasWrittenIsInTheFormAgainAfterSigningIn(Kitchen kitchen) {
        Person person = kitchen.join("Ella", "Lang");
        Visit visit = kitchen.visit(person, Look.LIGHT);
        write(visit, "late.txt", "Twelve plums,\nand a lemon.");
        visit.context().clearCookies();

        visit.press("Save");
        assertThat(visit.heading("Your session ended")).isVisible();
        assertThat(visit.field("Text")).hasValue("Twelve plums,\nand a lemon.");
        assertThat(Accessibility.violations(visit)).isEmpty();
        visit.page().locator("main").getByText("Sign in", exactly()).click();
        visit.fillIn(person);
        visit.press("Sign in");

        assertThat(visit.text("It is not sent yet.")).isVisible();
        assertThat(visit.field("Name")).hasValue("late.txt");
        assertThat(visit.field("Text")).hasValue("Twelve plums,\nand a lemon.");
        assertThat(Accessibility.violations(visit)).isEmpty();
        visit.press("Save");
        assertThat(visit.heading("late.txt")).isVisible();
        visit.open("/files");
        assertThat(visit.text("It is not sent yet.")).hasCount(0);
    }

    @Test
    void whatWasWrittenIsShownToBeCopiedWithoutJavaScript(Kitchen kitchen) {
        Person person = kitchen.join("Emil", "Kurz");
        Visit visit = kitchen.visit(person, Look.LIGHT.options().setJavaScriptEnabled(false));
        write(visit, "late.txt", "Thirteen plums.");
        visit.context().clearCookies();

        visit.press("Save");

        assertThat(visit.heading("Your session ended")).isVisible();
        assertThat(visit.field("Text")).hasValue("Thirteen plums.");
        visit.page().locator("main").getByText("Sign in", exactly()).click();
        visit.fillIn(person);
        visit.press("Sign in");
        assertThat(visit.heading("My files")).isVisible();
    }

    private static GetByTextOptions exactly() {
        return new GetByTextOptions().setExact(true);
    }

    private static void write(Visit visit, String name, String text) {
        visit.open("/files");
        visit.text("Write a text instead").click();
        visit.field("Name").fill(name);
        visit.field("Text").fill(text);
    }
}
