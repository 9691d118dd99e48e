package dev.makeline.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;

@InBrowser
class SignOffTest {

    @Test
    void aDeviationIsSignedOffWithAReasonThatStaysWithTheMake(Kitchen kitchen) {
        Visit visit = kitchen.visit(kitchen.menu().cook(), Look.LIGHT);
        String make = kitchen.cookDeviatingMake("Signed");

        visit.open(make);
        visit.field("Why it is fine").fill("The plums were <not> ripe; agreed with the head chef.");
        visit.press("Sign off");

        assertThat(visit.page().locator("#signed-off"))
                .containsText("The plums were <not> ripe; agreed with the head chef.");
        assertThat(visit.page().locator("#signed-off")).containsText("Signed off by Mara Linden");
        assertThat(visit.heading("Sign this deviation off")).hasCount(0);
        visit.page().reload();
        assertThat(visit.page().locator("#signed-off")).isVisible();
    }

    @Test
    void anEmptyReasonIsNotSent(Kitchen kitchen) {
        Visit visit = kitchen.visit(kitchen.menu().cook(), Look.LIGHT);
        String make = kitchen.cookDeviatingMake("Unsigned");

        visit.open(make);
        visit.press("Sign off");

        assertThat(visit.field("Why it is fine")).isFocused();
        visit.page().reload();
        assertThat(visit.heading("Sign this deviation off")).isVisible();
    }

    @Test
    void aMakeBecomesTheNextRevisionOfItsRecipe(Kitchen kitchen) {
        Visit visit = kitchen.visit(kitchen.menu().cook(), Look.LIGHT);
        String make = kitchen.cookDeviatingMake("Better");

        visit.open(make);
        visit.press("Make this the next revision");

        assertThat(visit.page().locator("nav[aria-labelledby=revisions] li")).hasCount(2);
        assertThat(visit.text("Left out").first()).isVisible();
    }
}
