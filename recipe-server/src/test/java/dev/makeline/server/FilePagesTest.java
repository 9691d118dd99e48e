package dev.makeline.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class FilePagesTest {

    private final RunningServer server = RunningServer.shared();
    private final PageReader reader = PageReader.signedIn(server);

    /// @return the path of its page
    private String write(String name, String text) {
        Document list = reader.page("/files");
        Api.Answer written = reader.send(list.expectFirst("#new-text"), "name", name, "text", text);
        assertThat(written.status()).as(written.body()).isEqualTo(303);
        String path = written.header("Location").orElseThrow();
        return path.substring(0, path.indexOf('?'));
    }

    @Test
    void emptyListSaysWhatToDo() {
        Document page = reader.page("/files");

        assertThat(page.expectFirst("#nothing").text()).contains("Drop one above");
        assertThat(page.select("[data-upload] input[type=file][multiple]")).hasSize(1);
        assertThat(page.select("script:not([src]), [style], style")).isEmpty();
    }

    @Test
    void writtenTextIsAFileThatCanBeChangedAndRestored() {
        String path = write("note <b>.txt", "first\r\nline");

        Document page = reader.page(path);
        assertThat(page.expectFirst("h1").text()).isEqualTo("note <b>.txt");
        assertThat(page.expectFirst("#text").wholeText()).contains("first\nline");
        Api.Answer saved = reader.send(page.expectFirst("#edit"), "text", "second");
        assertThat(saved.status()).as(saved.body()).isEqualTo(303);
        Document second = reader.page(saved.header("Location").orElseThrow());
        assertThat(second.expectFirst("#done").text()).isEqualTo("Saved.");
        assertThat(second.select("#versions ~ .table-scroll tbody tr")).hasSize(2);
        Api.Answer restored =
                reader.send(second.expectFirst("form[action$=/versions/1/restoration]"));
        assertThat(restored.status()).as(restored.body()).isEqualTo(303);
        assertThat(reader.page(path).expectFirst("#text").wholeText()).contains("first\nline");
    }

    @Test
    void changeBySomebodyElseIsToldAndNothingIsLost() {
        String path = write("plan.txt", "the plan");
        Document mine = reader.page(path);
        reader.send(reader.page(path).expectFirst("#edit"), "text", "their plan");

        Api.Answer refused = reader.send(mine.expectFirst("#edit"), "text", "my plan");

        assertThat(refused.status()).isEqualTo(412);
        Document page = PageReader.read(refused);
        assertThat(page.expectFirst("#text-objection").text()).contains("Somebody changed");
        assertThat(page.expectFirst("#text").wholeText()).contains("my plan");
        assertThat(page.expectFirst("#theirs").text()).isEqualTo("their plan");
        Api.Answer again = reader.send(page.expectFirst("#edit"), "text", "our plan");
        assertThat(again.status()).as(again.body()).isEqualTo(303);
        assertThat(reader.page(path).expectFirst("#text").wholeText()).contains("our plan");
    }

    @Test
    void deletedFileLiesInTheTrashUntilItIsRestoredOrPurged() {
        String path = write("old.txt", "old");

        Api.Answer deleted = reader.send(reader.page(path).expectFirst("#delete"));

        assertThat(deleted.header("Location").orElseThrow()).startsWith("/files?done=deleted");
        assertThat(reader.page("/files?state=trash").text()).contains("old.txt");
        Document trash = reader.page(path);
        assertThat(trash.expectFirst("#state").text()).contains("In the trash");
        assertThat(trash.select("#edit")).isEmpty();
        reader.send(trash.expectFirst("form[action=" + path + "/restoration]"));
        assertThat(reader.page("/files").text()).contains("old.txt");
        reader.send(reader.page(path).expectFirst("#delete"));
        reader.send(reader.page(path).expectFirst("#purge"), "confirmation", "old.txt ");
        assertThat(reader.get(path).status()).isEqualTo(404);
    }

    @Test
    void fileIsDeletedForGoodByWhoeverWritesItsNameAlone() {
        String path = write("keep <me>.txt", "kept");
        reader.send(reader.page(path).expectFirst("#delete"));
        Document trash = reader.page(path);
        assertThat(trash.select("details:not([open]) #purge")).hasSize(1);

        for (String name : new String[] {"", "keep.txt"}) {
            Api.Answer refused = reader.send(trash.expectFirst("#purge"), "confirmation", name);

            assertThat(refused.status()).isEqualTo(400);
            Document told = PageReader.read(refused);
            assertThat(told.expectFirst("#purge-objection").text()).contains("still in the trash");
            assertThat(told.select("details[open] #purge")).hasSize(1);
        }
        assertThat(reader.page(path).expectFirst("#state").text()).contains("In the trash");
    }

    @Test
    void pageOfAnUploadIsLookedAtWithoutChangingIt() {
        Person person = Person.any();
        server.register(person);
        PageReader theirs = new PageReader(Browser.logIn(server, person));
        Files files = new Files(LoggedIn.again(server, person).api());
        byte[] content = "sent".getBytes(UTF_8);
        var announced = files.announce("sent.txt", "text/plain", content).json();
        Files.Form.of(announced.path("upload")).send(content);
        String path = "/files/" + announced.path("fileId").textValue();

        theirs.page(path);
        Document page = theirs.page(path);

        assertThat(page.expectFirst("#state").text()).contains("On its way");
        assertThat(theirs.page("/files?state=pending").text()).contains("sent.txt");
        Api.Answer looked = theirs.send(page.expectFirst("#completion"));
        assertThat(looked.header("Location")).contains(path);
        assertThat(theirs.page(path).expectFirst("#text").wholeText()).contains("sent");
    }

    @Test
    void recipeDocumentIsSentToTheIntakeAndOtherTextIsRefusedWithTheReason() {
        String recipe = write("pie.json", Documents.pie(RunningServer.newRecipeId()));
        String text = write("no.json", "{\"name\": 1}");

        Api.Answer sent = reader.send(reader.page(recipe).expectFirst("form[action$=/intake]"));
        Api.Answer refused = reader.send(reader.page(text).expectFirst("form[action$=/intake]"));

        assertThat(sent.status()).as(sent.body()).isEqualTo(303);
        assertThat(reader.page(recipe).expectFirst("#intake").text()).contains("on its way");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(PageReader.read(refused).expectFirst("main").text())
                .contains("That did not work");
    }

    @Test
    void badNameIsToldAtItsFieldAndTheTextStays() {
        Document list = reader.page("/files");

        Api.Answer refused =
                reader.send(list.expectFirst("#new-text"), "name", "a/b", "text", "my text");

        assertThat(refused.status()).isEqualTo(400);
        Document page = PageReader.read(refused);
        assertThat(page.expectFirst("#name").attr("aria-describedby")).isEqualTo("name-objection");
        assertThat(page.expectFirst("#name-objection").text()).contains("without folders");
        assertThat(page.expectFirst("#text").wholeText()).contains("my text");
    }

    @Test
    void fileIsNamedAndDescribedOnItsPage() {
        String path = write("plum.txt", "plum");
        Document page = reader.page(path);

        Api.Answer saved =
                reader.send(
                        page.expectFirst("#naming"),
                        "name",
                        "<b>pear.txt",
                        "description",
                        "for \"Sunday\"\r\nand Monday");

        assertThat(saved.status()).as(saved.body()).isEqualTo(303);
        Document after = reader.page(path);
        assertThat(after.expectFirst("h1").text()).isEqualTo("<b>pear.txt");
        assertThat(after.expectFirst("#description").wholeText().strip())
                .isEqualTo("for \"Sunday\"\nand Monday");
        assertThat(after.select("a[href^=/jobs/new?file=]")).hasSize(1);
    }

    @Test
    void nameThatIsNoneIsToldAndStaysAndAnEarlierPageChangesNothing() {
        String path = write("plum.txt", "plum");
        Document page = reader.page(path);

        Api.Answer refused =
                reader.send(page.expectFirst("#naming"), "name", "a/b", "description", "mine");

        assertThat(refused.status()).isEqualTo(400);
        Document shown = PageReader.read(refused);
        assertThat(shown.expectFirst("#naming-objection").text()).contains("without folders");
        assertThat(shown.expectFirst("#file-name").attr("value")).isEqualTo("a/b");
        assertThat(shown.expectFirst("#description").text()).isEqualTo("mine");
        reader.send(page.expectFirst("#naming"), "name", "pear.txt", "description", "");
        assertThat(reader.send(page.expectFirst("#naming"), "name", "fig.txt").status())
                .isEqualTo(412);
        assertThat(reader.page(path).expectFirst("h1").text()).isEqualTo("pear.txt");
    }

    @Test
    void filesAreFoundByTheirNames() {
        String name = UUID.randomUUID().toString();
        write(name + " plum.txt", "plum");
        write(name + " pear.txt", "pear");

        Document found = reader.page("/files?q=" + name + "%20plum");

        assertThat(found.select("tbody tr")).hasSize(1);
        assertThat(found.text()).contains("plum.txt");
        assertThat(reader.page("/files?q=nowhere").expectFirst("#nothing").text())
                .contains("No file here");
    }

    @Test
    void contentThatIsNoTextIsOfferedForDownloadAlone() {
        Files files = new Files(new People(server).user("Erika", "Muster").api());
        String fileId =
                files.upload("data.bin", "application/octet-stream", "a\0b".getBytes(UTF_8));
        Api.Answer page = files.api().get("/files/" + fileId, "Accept", "text/html");

        assertThat(page.status()).as(page.body()).isEqualTo(200);
        Document shown = PageReader.read(page);
        assertThat(shown.select("#edit")).isEmpty();
        assertThat(shown.select("a[href=/v1/files/" + fileId + "/content]")).hasSize(1);
        assertThat(reader.get("/files/" + fileId).status()).isEqualTo(404);
    }
}
