package dev.makeline.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.makeline.system.instance.RecordedHistory.SOON;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.makeline.system.instance.Documents;
import org.junit.jupiter.api.Test;

@InBrowser
class AdministratorsDayTest {

    @Test
    void rolesAreGivenAndTakenAndAccountsDisabled(Kitchen kitchen) {
        Person cook = kitchen.join("Vera", "Stein");
        Visit visit = kitchen.visit(kitchen.head(), Look.LIGHT);
        visit.open("/");

        visit.follow("Admin");
        row(visit, cook).locator("summary").click();
        visit.press("Yes, make an administrator of " + cook.username());
        assertThat(row(visit, cook)).containsText("Administrator");
        row(visit, cook).locator("summary").click();
        visit.press("Yes, make a user of " + cook.username());
        assertThat(row(visit, cook)).containsText("User");
        visit.press("Disable " + cook.username());
        assertThat(row(visit, cook)).containsText("Disabled");
        visit.press("Enable " + cook.username());

        assertThat(row(visit, cook)).containsText("Active");
        visit.follow("Audit log");
        assertThat(visit.page().locator("#events")).containsText("role-changed");
    }

    @Test
    void everybodysFilesJobsAndRejectedObjectsAreThere(Kitchen kitchen) {
        Visit visit = kitchen.visit(kitchen.head(), Look.LIGHT);
        visit.open("/admin");

        visit.follow("All files");
        visit.page().getByRole(AriaRole.SEARCHBOX).fill("shopping");
        visit.press("Find");
        assertThat(row(visit, "shopping.txt").first()).containsText("Mara Linden");
        visit.open("/admin");
        visit.follow("All jobs");
        assertThat(visit.page().locator("tbody tr").first()).containsText("Mara Linden");
        visit.open("/admin");
        visit.follow("Health");
        assertThat(visit.text("Every service runs.")).isVisible();
        visit.open("/admin");
        visit.follow("Rejected objects");

        assertThat(row(visit, "makes/half-a-file.json")).containsText("Rejected");
    }

    @Test
    void aRejectedObjectIsRetriedAndDismissed(Kitchen kitchen) {
        String key = "makes/to-dismiss-%d.json".formatted(Documents.newRecipeId());
        var put = kitchen.makeline().bucket().put(key, "{\"recipeName\": ");
        kitchen.makeline().ledger().awaitRejected(put, SOON);
        Visit visit = kitchen.visit(kitchen.head(), Look.LIGHT);

        visit.open("/intake?state=rejected");
        visit.press("Retry " + key);
        assertThat(visit.text("It is on its way again.")).isVisible();
        visit.open("/intake?state=rejected");
        visit.reloadUntil(key);
        visit.press("Dismiss " + key);

        assertThat(visit.text("Dismissed; its reason stays with it.")).isVisible();
        assertThat(row(visit, key)).hasCount(0);
    }

    private static Locator row(Visit visit, Person person) {
        return row(visit, person.username());
    }

    private static Locator row(Visit visit, String text) {
        return visit.page().locator("tbody tr").filter(new FilterOptions().setHasText(text));
    }
}
