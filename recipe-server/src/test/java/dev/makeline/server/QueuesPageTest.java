package dev.makeline.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.protocol.ResourceNames;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class QueuesPageTest {

    private static final String UPLOADS = ResourceNames.UPLOAD_JOBS_QUEUE;

    private final RunningServer server = RunningServer.shared();
    private final DeadLettered queues = DeadLettered.none(server);
    private final PageReader admin = PageReader.ofAdministrator(server);

    @Test
    void pageIsQuietWhenNothingWaits() {
        Document page = admin.page("/admin/queues");

        assertThat(page.expectFirst("#quiet").text())
                .isEqualTo("Nothing is waiting, no dead letters.");
        assertThat(page.select("#queues tbody th").eachText())
                .anyMatch(text -> text.startsWith(UPLOADS))
                .hasSize(2);
        assertThat(page.select("main form")).isEmpty();
    }

    @Test
    void deadLetterIsShownWithItsCauseAndReplayed() {
        Submitted make = queues.byRedrive(Submitted.make(Documents.pie(1)));
        queues.malformed("<job/>", "The message is not a <b>UploadJob</b>.");
        Document page = admin.page("/admin/queues");

        Element row = row(page, make.key());
        Api.Answer replayed = admin.send(row.expectFirst("form"), "messageId", id(row));

        assertThat(page.select("#quiet")).isEmpty();
        assertThat(row.text()).contains("No attempt came to a decision").contains("No record");
        assertThat(row(page, "Cannot be read").text())
                .contains("sender-service: The message is not a <b>UploadJob</b>.");
        assertThat(page.select(".dead-letters b")).isEmpty();
        assertThat(replayed.header("Location")).contains("/admin/queues?done=replayed");
        assertThat(queues.dead(UPLOADS)).isEqualTo(1);
        assertThat(new UploadJobs(server).receivedUntil(make.job())).contains(make.job());
    }

    @Test
    void allAreReplayedAtOnce() {
        queues.put(UPLOADS, "one");
        queues.put(UPLOADS, "two");
        Element form =
                admin.page("/admin/queues").expectFirst("section .card-head form[action$=/replay]");

        Api.Answer replayed = admin.send(form, "all", "true");

        assertThat(replayed.status()).as(replayed.body()).isEqualTo(303);
        assertThat(queues.dead(UPLOADS)).isZero();
        assertThat(queues.waiting(UPLOADS)).isEqualTo(2);
        DeadLettered.none(server);
    }

    @Test
    void letterThatIsGoneByNowIsToldOnThePage() {
        queues.put(UPLOADS, "one");
        Element form =
                row(admin.page("/admin/queues"), "Cannot be read")
                        .expectFirst("form[action$=/replay]");

        Api.Answer answer = admin.send(form, "messageId", "gone");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(PageReader.read(answer).expectFirst("#objection").text())
                .contains("holds no message 'gone'");
        DeadLettered.none(server);
    }

    @Test
    void formWithoutTheTokenOfTheSessionIsRefused() {
        queues.put(UPLOADS, "one");

        Api.Answer answer = admin.post("/admin/queues/%s/replay".formatted(UPLOADS), "all", "true");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(queues.dead(UPLOADS)).isEqualTo(1);
        DeadLettered.none(server);
    }

    private static Element row(Document page, String text) {
        return page.select(".dead-letters tbody tr").stream()
                .filter(row -> row.text().contains(text))
                .findFirst()
                .orElseThrow();
    }

    private static String id(Element row) {
        return row.expectFirst("button[name=messageId]").attr("value");
    }
}
