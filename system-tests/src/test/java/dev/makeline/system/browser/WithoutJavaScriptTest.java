package dev.makeline.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

@InBrowser
class WithoutJavaScriptTest {

    @Test
    void everyPageIsRead(Kitchen kitchen) {
        PagesOfTheKitchen pages = new PagesOfTheKitchen(kitchen.menu());
        SoftAssertions all = new SoftAssertions();

        for (Person person : new Person[] {kitchen.menu().cook(), kitchen.head()}) {
            Visit plain = kitchen.visit(person, withoutJavaScript());
            for (String path :
                    person.equals(kitchen.head()) ? pages.forTheHead() : pages.forCooks()) {
                plain.open(path);
                all.assertThat(plain.page().locator("main").innerText().strip().length())
                        .as("characters of %s", path)
                        .isGreaterThan(40);
                all.assertThat(plain.page().locator("main h1").count()).as(path).isEqualTo(1);
            }
        }

        all.assertAll();
    }

    @Test
    void aPersonSignsInWritesATextAndSignsADeviationOff(Kitchen kitchen) {
        Person person = kitchen.join("Nils", "Klar");
        Visit visit = kitchen.visit(withoutJavaScript());

        visit.signIn(person);
        visit.open("/files");
        visit.text("Write a text instead").click();
        visit.field("Name").fill("plain.txt");
        visit.field("Text").fill("No script.");
        visit.press("Save");
        assertThat(visit.heading("plain.txt")).isVisible();
        visit.open(kitchen.cookDeviatingMake("Plain"));
        visit.field("Why it is fine").fill("As agreed.");
        visit.press("Sign off");

        assertThat(visit.page().locator("#signed-off")).containsText("As agreed.");
    }

    private static NewContextOptions withoutJavaScript() {
        return Look.LIGHT.options().setJavaScriptEnabled(false);
    }
}
