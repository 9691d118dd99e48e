package dev.makeline.sender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.makeline.protocol.UploadJob;
import dev.makeline.sender.RecipeServerDouble.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;

class RedeliveryTest extends SenderTest {

    private static final Map<String, Object> QUICKLY =
            Map.of("makeline.sender.back-off.longest", "1s");

    @Test
    void aMessageThatAlwaysFailsIsTriedAgainAndEndsOnTheDeadLetterQueue() {
        intake.redeliver(Duration.ofSeconds(60), 3);
        recipeServer.behave((_, _) -> Answer.status(500));
        startSender(QUICKLY);

        UploadJob job = intake.drop("makes/fails.json", Documents.make(1));

        await().atMost(SOON).until(() -> intake.deadLetters() == 1);
        assertThat(recipeServer.calls()).isEqualTo(3);
        assertThat(intake.readDeadLetters())
                .singleElement()
                .satisfies(letter -> {
                    assertThat(Intake.job(letter)).isEqualTo(job);
                    assertThat(letter.messageAttributes().values())
                            .singleElement()
                            .satisfies(reason ->
                                    assertThat(reason.stringValue())
                                            .startsWith(
                                                    "Given up after 3 attempts; the last one failed with server-error"));
                });
        await().atMost(SOON).until(() -> intake.depth() == 0);
    }

    @Test
    void aHandlerThatThrowsLosesNothing() {
        intake.redeliver(Duration.ofSeconds(60), 3);
        Sender sender =
                startSender(
                        Map.of(
                                "makeline.sender.back-off.longest",
                                "1s",
                                "test.recipe-server-throws",
                                true));

        intake.drop("makes/bug.json", Documents.make(1));

        await().atMost(SOON).until(() -> intake.deadLetters() == 1);
        assertThat(sender.metric("makeline_sender_retries_total", "unexpected")).isEqualTo(3);
        assertThat(sender.get("/health/liveness")).contains("UP");
    }

    @Test
    void poisonAmidGoodOnesDelaysNoneOfThem() {
        recipeServer.behave((submission, right) ->
                submission.job().key().contains("poison")
                        ? Answer.status(500)
                        : right.apply(submission));
        drop("poison", 10);
        Set<String> good =
                drop("good", 90).stream()
                        .map(job -> job.object().objectId())
                        .collect(Collectors.toSet());

        startSender();

        await().atMost(SOON).until(() -> recipeServer.kept().equals(good));
        // What was kept is acknowledged a moment later, some at a time.
        await().atMost(SOON).until(() -> intake.depth() == 10);
        assertThat(intake.deadLetters()).isZero();
    }

    @Test
    void aMalformedJobIsDeadLetteredWithTheReasonAtOnce() {
        startSender();

        intake.send("{\"bucket\":\"makeline-intake\"}");
        intake.send("<job/>");
        List<UploadJob> good = drop("beside", 20);

        await().atMost(SOON).until(() -> recipeServer.kept().size() == good.size());
        await().atMost(SOON).until(() -> intake.depth() == 0);
        List<Message> dead = intake.readDeadLetters();
        assertThat(dead)
                .hasSize(2)
                .allSatisfy(message ->
                        assertThat(message.messageAttributes().values())
                                .singleElement()
                                .satisfies(reason ->
                                        assertThat(reason.stringValue())
                                                .startsWith("The message is not a UploadJob")));
    }
}
