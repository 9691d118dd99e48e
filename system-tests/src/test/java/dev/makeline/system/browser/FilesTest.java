package dev.makeline.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.options.FilePayload;
import dev.makeline.system.instance.Documents;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

@InBrowser
class FilesTest {

    @Test
    void aFileIsUploadedEditedReplacedAndPutBackToWhatItWas(Kitchen kitchen) {
        Visit visit = kitchen.visit(kitchen.menu().cook(), Look.LIGHT);

        visit.open("/files");
        choose(visit, "dough.txt", "Let it rest.\n");
        assertThat(visit.text("Uploaded")).isVisible();
        visit.page().locator(".uploads a").click();
        assertThat(visit.field("The text of dough.txt")).hasValue("Let it rest.\n");
        visit.field("The text of dough.txt").fill("Let it rest for an hour.\n");
        visit.press("Save as version 2");
        assertThat(visit.text("Saved.")).isVisible();
        choose(visit, "dough-again.txt", "Let it rest overnight.\n");
        assertThat(visit.field("The text of dough.txt")).hasValue("Let it rest overnight.\n");
        visit.press("Restore version 1");

        assertThat(visit.field("The text of dough.txt")).hasValue("Let it rest.\n");
        assertThat(visit.page().locator("section[aria-labelledby=versions] tbody tr")).hasCount(4);
    }

    @Test
    void aFileGoesToTheTrashAndBackAndAwayForGood(Kitchen kitchen) {
        Visit visit = kitchen.visit(kitchen.menu().cook(), Look.LIGHT);
        String file =
                "/files/"
                        + OwnFiles.of(kitchen.makeline(), kitchen.menu().cook())
                                .upload("crumbs.txt", "Sweep.\n");

        visit.open(file);
        visit.press("Move to the trash");
        assertThat(visit.text("It is in the trash")).isVisible();
        visit.open("/files?state=trash");
        visit.follow("crumbs.txt");
        visit.press("Restore");
        assertThat(visit.text("It is back.")).isVisible();
        visit.press("Move to the trash");
        visit.open(file);
        visit.text("Delete it for good…").click();
        visit.field("Name of the file").fill("crumbs.txt");
        visit.press("Delete for good");

        assertThat(visit.text("It is gone for good.")).isVisible();
        Assertions.assertThat(visit.open(file)).isEqualTo(404);
    }

    @Test
    void aTextThatIsWrittenIntoThePageIsSentToTheIntake(Kitchen kitchen) {
        long recipe = Documents.newRecipeId();
        Visit visit = kitchen.visit(kitchen.menu().cook(), Look.LIGHT);

        visit.open("/files");
        visit.text("Write a text instead").click();
        visit.field("Name").fill("written.json");
        visit.field("Text").fill(Dishes.lemonTart(recipe));
        visit.press("Save");
        visit.press("Send to the intake");

        assertThat(visit.text("Sent to the intake")).isVisible();
        visit.reloadUntil("It became part of the recipes.");
        visit.follow("See it");
        assertThat(visit.heading("Lemon tart")).isVisible();
    }

    private static void choose(Visit visit, String name, String text) {
        visit.page()
                .locator("#upload")
                .setInputFiles(new FilePayload(name, "text/plain", text.getBytes(UTF_8)));
    }
}
