package dev.makeline.system.crash;

import static dev.makeline.system.instance.RecordedHistory.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.makeline.system.instance.Disturbed;
import dev.makeline.system.instance.Instance;
import dev.makeline.system.instance.Program;
import dev.makeline.system.instance.ProgramProcess;
import dev.makeline.system.instance.RecordedHistory;
import dev.makeline.system.instance.SharedInstances;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Disturbed
@ExtendWith(SharedInstances.class)
class OrderlyStopTest {

    /// What container runtimes are told to grant.
    private static final Duration DRAINED = Duration.ofSeconds(20);

    @ParameterizedTest
    @EnumSource(
            value = Program.class,
            names = {"SENDER", "WATCHER"})
    void finishesWhatIsInHandSoThatNothingIsDeliveredAgain(Program program, Instance makeline) {
        var history = RecordedHistory.ofKnownRecipe(makeline);
        await("the queues are quiet")
                .atMost(SOON)
                .untilAsserted(() -> assertThat(makeline.queues().undone()).isZero());
        ProgramProcess stopped = makeline.program(program);

        try (var _ = Flow.of(history, 100, Duration.ofMillis(30))) {
            await("half of it is put").atMost(SOON).until(() -> history.makes().size() > 50);
            stopped.terminate(DRAINED);
            stopped.launch();
        }

        history.assertEachBecomesOneMake(Duration.ofSeconds(45));
        assertThat(redelivered(makeline, history))
                .as("finished upload jobs delivered again after a clean stop of %s", stopped.name())
                .isEmpty();
    }

    @Test
    void theServerFinishesItsRequests(Instance makeline) {
        var history = RecordedHistory.ofKnownRecipe(makeline);
        ProgramProcess server = makeline.program(Program.RECIPE_SERVER);

        try (var _ = Flow.of(history, 60, Duration.ofMillis(30))) {
            await("half of it is put").atMost(SOON).until(() -> history.makes().size() > 30);
            server.terminate(DRAINED);
            server.launch();
        }

        history.assertEachBecomesOneMake(Duration.ofSeconds(45));
    }

    /// Finished work that came again. What was received but not begun is given back at a stop and
    /// comes a second time rightly; an object may also be told of twice (a put that its client
    /// tried again), in jobs that are each delivered once.
    private static List<String> redelivered(Instance makeline, RecordedHistory history) {
        String ofHistory = "objectKey=\"makes/%d/".formatted(history.recipeId());
        List<String> deliveries =
                makeline.program(Program.SENDER).logLines().stream()
                        .filter(line -> line.contains(ofHistory) && line.contains(" attempt="))
                        .toList();
        assertThat(deliveries).hasSizeGreaterThanOrEqualTo(100);
        return deliveries.stream()
                .filter(line -> line.contains("outcome=\"duplicate\""))
                .filter(line -> !line.contains("attempt=\"1\""))
                .toList();
    }
}
