package dev.makeline.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.protocol.JobId;
import dev.makeline.protocol.job.JobLog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class JobPagesTest {

    private final RunningServer server = RunningServer.shared();
    private final PageReader reader = PageReader.signedIn(server);

    private String file() {
        return file(reader);
    }

    private static String file(PageReader reader) {
        Api.Answer written =
                reader.send(
                        reader.page("/files").expectFirst("#new-text"),
                        "name",
                        "salad.txt",
                        "text",
                        "salad");
        String path = written.header("Location").orElseThrow();
        return path.substring("/files/".length(), path.indexOf('?'));
    }

    private String order(String fileId) {
        return order(reader, fileId);
    }

    /// @return the path of its page
    private static String order(PageReader reader, String fileId) {
        Document form = reader.page("/jobs/new?kind=append-text&file=" + fileId);
        Api.Answer ordered =
                reader.send(
                        form.expectFirst("#order"),
                        "fileId",
                        fileId,
                        "parameter-text",
                        "and salt",
                        "priority",
                        "low");
        assertThat(ordered.status()).as(ordered.body()).isEqualTo(303);
        String path = ordered.header("Location").orElseThrow();
        return path.substring(0, path.indexOf('?'));
    }

    @Test
    void emptyListSaysWhatToDo() {
        assertThat(reader.page("/jobs").expectFirst("#nothing").text()).contains("Order one");
        assertThat(reader.page("/jobs?state=failed").expectFirst("#nothing").text())
                .contains("No job is like that");
    }

    @Test
    void openPageOfALiveJobKeepsNoSessionFromEnding() {
        AtomicReference<Instant> clock = new AtomicReference<>(Instant.now());
        try (RunningServer own =
                RunningServer.start(Map.of("makeline.access.known-for", "0s"), clock::get)) {
            PageReader open = PageReader.signedIn(own);
            String progress = order(open, file(open)) + "/progress";
            for (int minutes = 0; minutes < 40; minutes += 10) {
                clock.updateAndGet(now -> now.plus(Duration.ofMinutes(10)));
                open.get(progress, "HX-Request", "true");
            }

            assertThat(open.get(progress, "HX-Request", "true").status()).isEqualTo(401);
        }
    }

    @Test
    void formHasTheFieldsOfTheSchemaOfItsKind() {
        String fileId = file();

        Document append = reader.page("/jobs/new?kind=append-text&file=" + fileId);
        Document scale = reader.page("/jobs/new?kind=scale-recipe");
        Document report = reader.page("/jobs/new?kind=make-report");

        assertThat(append.select("textarea#parameter-text[required]")).hasSize(1);
        assertThat(append.expectFirst("#fileId option[selected]").text()).isEqualTo("salad.txt");
        assertThat(scale.select("input[type=number]")).hasSize(2);
        assertThat(scale.expectFirst("#parameter-factor").attr("max")).isEqualTo("1000");
        assertThat(report.expectFirst("#parameter-recipeId").attr("step")).isEqualTo("1");
        assertThat(report.select("label[for=parameter-recipeId]").text()).isEqualTo("Recipe id");
        assertThat(report.select("#fileId")).isEmpty();
    }

    @Test
    void fileThatIsOlderThanThoseListedIsChosenFromItsPage() {
        String oldest = file();
        for (int i = 0; i < 200; i++) {
            file();
        }

        Document listed = reader.page("/jobs/new?kind=append-text");
        Document chosen = reader.page("/jobs/new?kind=append-text&file=" + oldest);

        assertThat(listed.select("#fileId option[value=" + oldest + "]")).isEmpty();
        assertThat(listed.expectFirst("#fileId-hint").text()).contains("your files");
        assertThat(chosen.expectFirst("#fileId option[selected]").attr("value")).isEqualTo(oldest);
        Api.Answer refused =
                reader.send(chosen.expectFirst("#order"), "fileId", oldest, "parameter-text", "");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(PageReader.read(refused).expectFirst("#fileId option[selected]").attr("value"))
                .isEqualTo(oldest);
    }

    @Test
    void jobOnAFileThatIsNotThereOrNotOnesOwnIsNotOffered() {
        String theirs = file(PageReader.signedIn(server));

        for (String file : List.of(theirs, "nothing")) {
            Api.Answer answer = reader.get("/jobs/new?kind=append-text&file=" + file);

            assertThat(answer.status()).isEqualTo(404);
            assertThat(PageReader.read(answer).expectFirst("main").text())
                    .contains("There is no file '" + file + "'.");
        }
        assertThat(reader.page("/jobs/new").select("#fileId-hint")).isEmpty();
    }

    @Test
    void orderedJobIsShownAsItGoesAndIsCancelledAndDoneAgain() {
        String path = order(file());

        Document page = reader.page(path);

        assertThat(page.expectFirst("#state").text()).isEqualTo("Queued");
        String progress = page.expectFirst("#job").attr("hx-get");
        assertThat(reader.get(progress, "HX-Request", "true").status()).isEqualTo(204);
        Api.Answer cancelled = reader.send(page.expectFirst("form[action$=/cancellation]"));
        assertThat(cancelled.status()).as(cancelled.body()).isEqualTo(303);
        Document part = PageReader.read(reader.get(progress, "HX-Request", "true"));
        assertThat(part.expectFirst("#state").text()).isEqualTo("Cancelled");
        assertThat(part.expectFirst("#job").hasAttr("hx-get")).isFalse();
        assertThat(part.text()).contains("Its owner cancelled it.").contains("Estimated cost");
        Api.Answer again = reader.send(part.expectFirst("form[action$=/retry]"));
        Document second = reader.page(again.header("Location").orElseThrow());
        assertThat(second.expectFirst("#state").text()).isEqualTo("Queued");
        assertThat(second.select("a[href=" + path + "]")).hasSize(1);
        assertThat(reader.page("/jobs").select("tbody tr")).hasSize(2);
        assertThat(reader.page("/jobs?state=cancelled").select("tbody tr")).hasSize(1);
    }

    @Test
    void formThatIsSentTwiceOrdersOneJob() {
        String fileId = file();
        Document form = reader.page("/jobs/new?kind=append-text&file=" + fileId);
        String[] fields = {"fileId", fileId, "parameter-text", "salt"};

        Api.Answer first = reader.send(form.expectFirst("#order"), fields);
        Api.Answer second = reader.send(form.expectFirst("#order"), fields);

        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    }

    @Test
    void whatDoesNotFitTheSchemaIsToldAtItsFieldAndStays() {
        Document form = reader.page("/jobs/new?kind=make-report");

        Api.Answer refused = reader.send(form.expectFirst("#order"), "parameter-recipeId", "many");

        assertThat(refused.status()).isEqualTo(400);
        Document page = PageReader.read(refused);
        assertThat(page.expectFirst("#objection").text()).contains("recipeId");
        assertThat(page.expectFirst("#parameter-recipeId").attr("aria-invalid")).isEqualTo("true");
        assertThat(page.expectFirst("#parameter-recipeId").attr("value")).isEqualTo("many");
    }

    @Test
    void longLogIsReadFromItsEndOrItsBeginning() {
        String path = order(file());
        JobId job = JobId.parse(path.substring("/jobs/".length())).orElseThrow();
        JobLog log = new JobLog(server.bean(DynamoDbClient.class));
        Instant now = Instant.now();
        for (int row = 0; row < 130; row++) {
            log.append(job, 1, row, List.of(new JobLog.Said(now, "<line " + row + ">")));
        }

        Document newest = reader.page(path);

        assertThat(newest.expectFirst("#log").text()).contains("<line 129>");
        assertThat(newest.expectFirst("#log").text()).doesNotContain("<line 0>");
        Document first = reader.page(link(newest, "From the beginning"));
        assertThat(first.expectFirst("#log").text()).startsWith("<line 0>");
        assertThat(first.expectFirst("#job").attr("hx-get")).endsWith("&after=00-000000");
        Document later = reader.page(link(first, "Later lines"));
        assertThat(later.expectFirst("#log").text()).endsWith("<line 129>");
        assertThat(later.select("a:contains(Later lines)")).isEmpty();
        assertThat(reader.get(path + "?after=x").status()).isEqualTo(400);
    }

    private static String link(Document page, String label) {
        String href = page.expectFirst("a:contains(" + label + ")").attr("href");
        return href.substring(0, href.indexOf('#'));
    }

    @Test
    void containerIsChosenAmongThoseThatAnAdministratorRegistered() {
        PageReader admin = PageReader.ofAdministrator(server);
        String name = "tool-" + UUID.randomUUID().toString().substring(0, 8);
        Element form = admin.page("/containers").expectFirst("#register");

        Api.Answer refused = admin.send(form, "name", "A B", "image", "x", "summary", "s");
        Api.Answer kept =
                admin.send(
                        form,
                        "name",
                        name,
                        "image",
                        "registry.example.org/tool:1",
                        "summary",
                        "Does <things>.",
                        "command",
                        "--width\r\n800\r\n");

        assertThat(refused.status()).isEqualTo(400);
        Document told = PageReader.read(refused);
        assertThat(told.expectFirst("#objection").text()).contains("The name has");
        assertThat(told.expectFirst("#name").attr("value")).isEqualTo("A B");
        assertThat(kept.header("Location")).contains("/containers?done=saved");
        Document list = reader.page("/containers");
        assertThat(list.text()).contains("Does <things>.").contains("--width 800");
        assertThat(list.select("form[action^=/containers]")).isEmpty();
        Document order = reader.page("/jobs/new?kind=container");
        assertThat(order.select("select#parameter-container option").eachText()).contains(name);
        assertThat(order.expectFirst("#containers").text()).contains("Does <things>.");
        admin.send(admin.page("/containers").expectFirst("form[action*=" + name + "]"));
        assertThat(reader.page("/containers").text()).doesNotContain(name);
    }

    @Test
    void jobsOfOthersAreNotThere() {
        String path = order(file());

        assertThat(PageReader.signedIn(server).get(path).status()).isEqualTo(404);
        assertThat(PageReader.anonymous(server).get(path).header("Location").orElseThrow())
                .startsWith("/sign-in?next=");
    }
}
