package dev.makeline.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class JobPagesTest {

    private final RunningServer server = RunningServer.shared();
    private final PageReader reader = PageReader.signedIn(server);

    private String file() {
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

    /// @return the path of its page
    private String order(String fileId) {
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
    void jobsOfOthersAreNotThere() {
        String path = order(file());

        assertThat(PageReader.signedIn(server).get(path).status()).isEqualTo(404);
        assertThat(PageReader.anonymous(server).get(path).header("Location").orElseThrow())
                .startsWith("/sign-in?next=");
    }
}
