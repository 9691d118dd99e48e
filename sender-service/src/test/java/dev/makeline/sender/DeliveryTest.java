package dev.makeline.sender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.makeline.protocol.Submission;
import dev.makeline.protocol.UploadJob;
import dev.makeline.sender.RecipeServerDouble.Answer;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class DeliveryTest extends SenderTest {

    @Test
    void aDroppedMakeIsSubmittedOnceAndItsMessageIsGone() {
        startSender();

        UploadJob job = intake.drop("makes/pie 1+ü.json", Documents.make(42));

        await().atMost(SOON).until(() -> !recipeServer.submissions().isEmpty());
        await().atMost(SOON).until(() -> intake.depth() == 0);
        assertThat(recipeServer.submissions())
                .singleElement()
                .satisfies(submission -> assertThat(submission.job()).isEqualTo(job))
                .isInstanceOfSatisfying(
                        Submission.Document.class,
                        submission ->
                                assertThat(submission.document().path("recipeId").asLong())
                                        .isEqualTo(42));
        assertThat(recipeServer.headers().getFirst())
                .containsEntry("authorization", List.of("Bearer " + Sender.TOKEN))
                .containsEntry("traceparent", List.of(job.traceparent().value()));
    }

    @Test
    void manyMakesAreDeliveredInParallelWithinTheNumberOfSessions() {
        startSender();

        List<UploadJob> jobs = drop("many", 100);

        await().atMost(SOON).until(() -> recipeServer.kept().size() == jobs.size());
        await().atMost(SOON).until(() -> intake.depth() == 0);
        assertThat(recipeServer.calls()).isEqualTo(jobs.size());
        assertThat(recipeServer.mostAtOnce()).isLessThanOrEqualTo(16);
    }

    @Test
    void aMessageDeliveredFiveTimesHasOneEffect() {
        UploadJob job = intake.put("makes/again.json", Documents.make(1));
        IntStream.range(0, 5).forEach(_ -> intake.send(job));

        startSender();

        await().atMost(SOON).until(() -> recipeServer.submissions().size() == 5);
        await().atMost(SOON).until(() -> intake.depth() == 0);
        assertThat(recipeServer.kept()).containsExactly(job.object().objectId());
    }

    @Test
    void theTimeInTheQueueIsMeasuredAtTheFirstReceiveAlone() {
        AtomicInteger tries = new AtomicInteger();
        recipeServer.behave((submission, right) ->
                tries.incrementAndGet() == 1 ? Answer.status(500) : right.apply(submission));
        intake.drop("makes/old.json", Documents.make(1));

        Sender sender = startSender();

        await().atMost(SOON).until(() -> recipeServer.kept().size() == 1);
        assertThat(recipeServer.calls()).isEqualTo(2);
        assertThat(sender.metric("makeline_sender_jobs_age_seconds_count")).isEqualTo(1);
        assertThat(sender.metric("makeline_sender_jobs_age_seconds_sum"))
                .isBetween(0.0, (double) SOON.toSeconds());
    }

    @Test
    void everyObjectHasOneLineWithItsTraceAndNothingSecret() {
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        lines.start();
        root.addAppender(lines);

        startSender();
        UploadJob job = intake.drop("makes/line.json", Documents.make(1));
        await().atMost(SOON).until(() -> intake.depth() == 0 && recipeServer.calls() == 1);
        root.detachAppender(lines);

        assertThat(lines.list)
                .filteredOn(line -> line.getFormattedMessage().equals("Object submitted"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.getMDCPropertyMap())
                            .containsEntry("traceId", job.traceparent().traceId());
                    assertThat(line.getKeyValuePairs().toString())
                            .contains("makes/line.json", job.object().objectId(), "accepted");
                });
        assertThat(lines.list)
                .allSatisfy(line ->
                        assertThat(line.getFormattedMessage() + line.getKeyValuePairs())
                                .doesNotContain(Sender.TOKEN, "Flour"));
    }
}
