package dev.makeline.sender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.makeline.protocol.UploadJob;
import dev.makeline.sender.RecipeServerDouble.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class OutageTest extends SenderTest {

    @Test
    void whatIsDroppedWhileTheServerIsDownIsDeliveredWhenItIsBack() {
        recipeServer.goDown();
        Sender sender = startSender();
        List<UploadJob> jobs = drop("down", 60);
        await().atMost(SOON)
                .until(() -> sender.metric("makeline_sender_gate_state", "recipe-server") == 2);

        recipeServer.comeBack();

        await().atMost(SOON).until(() -> recipeServer.kept().size() == jobs.size());
        await().atMost(SOON).until(() -> intake.depth() == 0);
        assertThat(intake.deadLetters()).isZero();
    }

    @Test
    void whileEverythingFailsCallsAreWithheld() {
        recipeServer.behave((_, _) -> Answer.status(503));
        startSender();
        List<UploadJob> jobs = drop("busy", 60);

        // The fourth probe: 16 calls at once, and some 4 s of an outage.
        await().atMost(SOON).until(() -> recipeServer.calls() >= 5);
        await().pollDelay(Duration.ofSeconds(4)).until(() -> true);
        int callsInOutage = recipeServer.calls();
        recipeServer.behaveWell();
        Instant cleared = Instant.now();
        await().atMost(Duration.ofSeconds(10)).until(() -> !recipeServer.kept().isEmpty());

        await().atMost(SOON).until(() -> recipeServer.kept().size() == jobs.size());
        assertThat(callsInOutage).isLessThanOrEqualTo(30);
        assertThat(recipeServer.calls()).isLessThanOrEqualTo(jobs.size() + callsInOutage + 1);
        assertThat(Duration.between(cleared, Instant.now())).isLessThan(Duration.ofSeconds(90));
    }

    @Test
    void waitingForTheServerCostsNoReceives() {
        intake.redeliver(Duration.ofSeconds(2), 3);
        recipeServer.goDown();
        Sender sender = startSender(Map.of("makeline.sender.gate.failures-to-open", 1));

        UploadJob job = intake.drop("makes/patient.json", Documents.make(1));
        await().atMost(SOON)
                .until(() -> sender.metric("makeline_sender_gate_state", "recipe-server") == 2);
        // Three visibility timeouts.
        await().pollDelay(Duration.ofSeconds(6)).until(() -> true);
        recipeServer.comeBack();

        await().atMost(SOON).until(() -> recipeServer.kept().contains(job.object().objectId()));
        await().atMost(SOON).until(() -> intake.depth() == 0);
        assertThat(intake.deadLetters()).isZero();
        assertThat(sender.metric("makeline_sender_deliveries_total", "unavailable")).isZero();
    }

    @Test
    void anAnswerThatIsLostAfterTheEffectLeadsToNoSecondEffect() {
        Set<String> lost = ConcurrentHashMap.newKeySet();
        recipeServer.behave((submission, right) -> {
            Answer answer = right.apply(submission);
            return lost.add(submission.job().object().objectId()) ? Answer.none() : answer;
        });
        startSender();

        UploadJob job = intake.drop("makes/lost.json", Documents.make(1));

        await().atMost(SOON).until(() -> recipeServer.submissions().size() == 2);
        await().atMost(SOON).until(() -> intake.depth() == 0);
        assertThat(recipeServer.kept()).containsExactly(job.object().objectId());
    }

    @Test
    void aMessageInWorkStaysHiddenForLongerThanItsVisibilityTimeout() {
        intake.redeliver(Duration.ofSeconds(2), 30);
        recipeServer.behave((submission, right) -> {
            Thread.sleep(4_500);
            return right.apply(submission);
        });
        startSender();

        intake.drop("makes/slow.json", Documents.make(1));

        await().atMost(SOON).until(() -> recipeServer.calls() == 1);
        await().during(Duration.ofSeconds(4)).until(() -> intake.visible() == 0);
        await().atMost(SOON).until(() -> intake.depth() == 0);
        assertThat(recipeServer.calls()).isEqualTo(1);
    }

    @Test
    void theServersRetryAfterIsHonoured() {
        List<Instant> calls = new CopyOnWriteArrayList<>();
        recipeServer.behave((submission, right) -> {
            calls.add(Instant.now());
            return calls.size() == 1
                    ? new Answer(429, "", Map.of("Retry-After", "3"))
                    : right.apply(submission);
        });
        startSender();

        intake.drop("makes/later.json", Documents.make(1));

        await().atMost(SOON).until(() -> recipeServer.kept().size() == 1);
        assertThat(Duration.between(calls.getFirst(), calls.getLast()))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(3));
    }
}
