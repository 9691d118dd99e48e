package dev.makeline.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.makeline.system.instance.Documents;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

@InBrowser
class DropFilesTest {

    private static final String DROP =
            """
            files => {
              const data = new DataTransfer();
              files.forEach(file => data.items.add(new File([file.text], file.name, {type: 'application/json'})));
              document.querySelector('main').dispatchEvent(new DragEvent('drop', {dataTransfer: data, bubbles: true, cancelable: true}));
            }
            """;

    @Test
    void severalFilesChosenAtOnceBecomeARecipeAndItsMakesInPlace(Kitchen kitchen) {
        long recipe = Documents.newRecipeId();
        Visit visit = kitchen.visit(kitchen.menu().cook(), Look.LIGHT);
        visit.open("/intake");

        chooser(visit).setInputFiles(file("sponge.json", Dishes.plumCake(recipe)));
        assertThat(upload(visit, "sponge.json")).containsText("It is a recipe now");
        chooser(visit)
                .setInputFiles(
                        new FilePayload[] {
                            file("sponge-1.json", Dishes.plumCakeWithoutPlums(recipe, 1)),
                            file("sponge-2.json", Dishes.plumCakeWithoutPlums(recipe, 2)),
                            file("sponge-3.json", Dishes.plumCakeWithoutPlums(recipe, 3)),
                            file("sponge-4.json", Dishes.plumCakeWithoutPlums(recipe, 4)),
                            file("cut.json", "{\"recipeName\": ")
                        });

        for (int number = 1; number <= 4; number++) {
            assertThat(upload(visit, "sponge-%d.json".formatted(number)))
                    .containsText("It is a make now");
        }
        assertThat(upload(visit, "cut.json")).containsText("it was cut off");
        visit.follow("sponge-2.json");
        assertThat(visit.heading("Plum cake, as made")).isVisible();
        assertThat(visit.text("By Cook 2")).isVisible();
    }

    @Test
    void filesDroppedAnywhereOnThePageAreUploaded(Kitchen kitchen) {
        long recipe = Documents.newRecipeId();
        Visit visit = kitchen.visit(kitchen.menu().cook(), Look.LIGHT);
        visit.open("/intake");

        visit.page()
                .evaluate(
                        DROP,
                        List.of(Map.of("name", "dropped.json", "text", Dishes.lemonTart(recipe))));

        assertThat(upload(visit, "dropped.json")).containsText("It is a recipe now");
        visit.follow("dropped.json");
        assertThat(visit.heading("Lemon tart")).isVisible();
    }

    @Test
    void onTodayRecipesGoToTheIntakeAndOthersStayAmongTheFiles(Kitchen kitchen) {
        long recipe = Documents.newRecipeId();
        Visit visit = kitchen.visit(kitchen.menu().cook(), Look.LIGHT);
        visit.open("/");

        chooser(visit)
                .setInputFiles(
                        new FilePayload[] {
                            file("cake-of-today.json", Dishes.plumCake(recipe)),
                            new FilePayload("notes.txt", "text/plain", "Buy plums.".getBytes(UTF_8))
                        });

        assertThat(upload(visit, "cake-of-today.json")).containsText("It is a recipe now");
        assertThat(upload(visit, "notes.txt")).containsText("Kept among your files");
        visit.open("/intake");
        long later = Documents.newRecipeId();
        chooser(visit).setInputFiles(file("cake-later.json", Dishes.plumCake(later)));
        assertThat(upload(visit, "cake-later.json")).containsText("It is a recipe now");
        assertThat(visit.page().locator("[data-refresh] tbody"))
                .containsText("It is revision 1 of recipe %d.".formatted(later));
    }

    @Test
    void aLargeFileShowsHowFarItIs(Kitchen kitchen) {
        Visit visit = kitchen.visit(kitchen.menu().cook(), Look.LIGHT);
        visit.open("/files");
        visit.page()
                .evaluate(
                        """
                        () => {
                          window.shown = new Set();
                          new MutationObserver(() => document.querySelectorAll('.uploads li').forEach(
                            one => window.shown.add(one.textContent))).observe(
                            document.querySelector('.uploads'), {childList: true, subtree: true, characterData: true});
                        }
                        """);

        chooser(visit)
                .setInputFiles(
                        new FilePayload(
                                "large.bin", "application/octet-stream", new byte[6_000_000]));

        assertThat(upload(visit, "large.bin")).containsText("Uploaded");
        Assertions.assertThat(visit.page().evaluate("() => [...window.shown].join('|')").toString())
                .contains("%");
        upload(visit, "large.bin").locator("a").click();
        assertThat(visit.text("5.7 MiB").or(visit.text("6.0 MB")).first()).isVisible();
    }

    @Test
    void aFileStaysChosenWhenTheSessionEndedAndIsSentAfterSigningIn(Kitchen kitchen) {
        Person person = kitchen.join("Nora", "Spaet");
        Visit visit = kitchen.visit(person, Look.LIGHT);
        visit.open("/files");
        visit.context().clearCookies();

        chooser(visit)
                .setInputFiles(
                        new FilePayload("late.txt", "text/plain", "Fold it in.\n".getBytes(UTF_8)));
        assertThat(upload(visit, "late.txt")).containsText("Your session ended.");
        visit.press("Send late.txt again");
        assertThat(upload(visit, "late.txt")).containsText("Your session ended.");
        Assertions.assertThat(Accessibility.violations(visit)).isEmpty();
        Page door = visit.page().waitForPopup(() -> visit.follow("Sign in in another window"));
        door.getByLabel("Username or e-mail address").fill(person.username());
        door.getByLabel("Password").fill(person.password());
        door.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in")).click();
        assertThat(door.getByText("Sign out")).isVisible();
        visit.press("Send late.txt again");

        assertThat(upload(visit, "late.txt")).containsText("Uploaded");
    }

    private static Locator chooser(Visit visit) {
        return visit.page().locator("#upload");
    }

    private static Locator upload(Visit visit, String name) {
        return visit.page().locator(".uploads li").filter(new FilterOptions().setHasText(name));
    }

    private static FilePayload file(String name, String text) {
        return new FilePayload(name, "application/json", text.getBytes(UTF_8));
    }
}
