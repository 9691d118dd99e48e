package dev.makeline.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@InBrowser
class SignInTest {

    @Test
    void aPersonRegistersSignsInAndOutAgain(Kitchen kitchen) {
        Person person = Person.called("Noor", "Berg");
        Visit visit = kitchen.visit(Look.LIGHT);

        visit.open("/");
        assertThat(visit.heading("Sign in")).isVisible();
        visit.follow("Register");
        visit.field("First name").fill(person.firstName());
        visit.field("Last name").fill(person.lastName());
        visit.field("E-mail address").fill(person.email());
        visit.field("Username").fill(person.username());
        visit.field("Password").fill(person.password());
        visit.press("Register");
        assertThat(visit.text("your account is ready")).isVisible();
        visit.field("Username or e-mail address").fill(person.username());
        visit.field("Password").fill(person.password());
        visit.press("Sign in");
        assertThat(visit.heading("Today")).isVisible();
        visit.press("Sign out");

        assertThat(visit.text("You are signed out.")).isVisible();
        visit.open("/recipes");
        assertThat(visit.heading("Sign in")).isVisible();
    }

    @Test
    void aWrongPasswordIsSaidAndTheNameStays(Kitchen kitchen) {
        Person person = kitchen.join("Piet", "Moor");
        Visit visit = kitchen.visit(Look.LIGHT);

        visit.open("/sign-in");
        visit.field("Username or e-mail address").fill(person.username());
        visit.field("Password").fill("eleven apples in a sack");
        visit.press("Sign in");

        assertThat(visit.page().locator("#objection")).isVisible();
        assertThat(visit.field("Username or e-mail address")).hasValue(person.username());
    }

    @Test
    void whatIsMissingInARegistrationIsSaidAtItsField(Kitchen kitchen) {
        Visit visit = kitchen.visit(Look.LIGHT);

        visit.open("/register");
        visit.field("First name").fill("Noor");
        visit.field("Last name").fill("Berg");
        visit.field("E-mail address").fill("noor@kitchen.example");
        visit.field("Username").fill("noor-" + System.nanoTime());
        visit.field("Password").fill("short");
        visit.press("Register");

        assertThat(visit.field("Password")).hasAttribute("aria-invalid", "true");
        assertThat(visit.field("Password")).hasAccessibleDescription(Pattern.compile("8"));
        assertThat(visit.field("First name")).hasValue("Noor");
    }

    @Test
    void aSessionThatEndedLeadsToSigningInAndBack(Kitchen kitchen) {
        Person person = kitchen.join("Rosa", "Feld");
        Visit visit = kitchen.visit(Look.LIGHT);
        visit.signIn(person);
        visit.open("/files");

        visit.context().clearCookies();
        visit.page().reload();
        visit.field("Username or e-mail address").fill(person.username());
        visit.field("Password").fill(person.password());
        visit.press("Sign in");

        assertThat(visit.heading("My files")).isVisible();
    }

    @Test
    void anOpenPageWhoseSessionEndedAsksToSignInByItself(Kitchen kitchen) {
        Person person = kitchen.join("Otto", "Wald");
        Visit visit = kitchen.visit(Look.LIGHT);
        visit.signIn(person);
        assertThat(visit.heading("Today")).isVisible();

        visit.context().clearCookies();

        assertThat(visit.heading("Sign in")).isVisible();
    }
}
