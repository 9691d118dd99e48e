package dev.makeline.sender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.makeline.protocol.UploadJob;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClockTest extends SenderTest {

    private static final Duration VISIBILITY = Duration.ofSeconds(2);

    private final ClockThatIsSet clock = new ClockThatIsSet();

    @ParameterizedTest
    @ValueSource(strings = {"-PT20M", "PT20M"})
    void aMessageInHandStaysHiddenWhereverTheClockIsSet(Duration by) {
        intake.redeliver(VISIBILITY, 30);
        CountDownLatch finish = new CountDownLatch(1);
        recipeServer.behave((submission, right) -> {
            finish.await();
            return right.apply(submission);
        });
        Sender sender = startSender(Map.of("makeline.recipe-server.request-timeout", "30s"), clock);
        intake.drop("makes/in-hand.json", Documents.make(1));
        await().atMost(SOON).until(() -> recipeServer.calls() == 1);

        clock.set(by);

        await().during(VISIBILITY.multipliedBy(2))
                .atMost(SOON)
                .untilAsserted(() -> {
                    assertThat(intake.visible()).isZero();
                    assertThat(recipeServer.calls()).isEqualTo(1);
                    assertThat(sender.metric("makeline_sender_messages_held")).isEqualTo(1);
                });
        finish.countDown();
        await().atMost(SOON).until(() -> intake.depth() == 0);
        assertThat(recipeServer.kept()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-PT20M", "PT20M"})
    void aSystemThatIsBackIsCalledWhereverTheClockWasSetMeanwhile(Duration by) {
        recipeServer.goDown();
        Sender sender = startSender(Map.of(), clock);
        List<UploadJob> jobs = drop("clock", 40);
        await().atMost(SOON)
                .until(() -> sender.metric("makeline_sender_gate_state", "recipe-server") == 2);

        clock.set(by);
        recipeServer.comeBack();

        await().atMost(SOON).until(() -> recipeServer.kept().size() == jobs.size());
        await().atMost(SOON).until(() -> intake.depth() == 0);
        assertThat(intake.deadLetters()).isZero();
    }
}
