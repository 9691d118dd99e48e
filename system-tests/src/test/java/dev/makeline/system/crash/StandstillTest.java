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
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Disturbed
@ExtendWith(SharedInstances.class)
class StandstillTest {

    @ParameterizedTest
    @EnumSource(
            value = Program.class,
            names = {"SENDER", "WATCHER"})
    void longerThanTheVisibilityTimeoutLeadsToOneMakeEach(Program program, Instance makeline) {
        var history = RecordedHistory.ofKnownRecipe(makeline);
        ProgramProcess stalled = makeline.program(program);
        ProgramProcess other = makeline.another(program);
        history.putMakes(60);
        await("some files are on their way").until(() -> makeline.queues().undone() > 0);

        stalled.pause();
        try {
            other.start();
            history.assertEachBecomesOneMake(Duration.ofSeconds(45));
        } finally {
            stalled.resume();
        }

        history.putMakes(5);
        history.assertEachBecomesOneMake(SOON);
        await("what the stalled one held is settled")
                .atMost(SOON)
                .untilAsserted(() -> assertThat(makeline.queues().undone()).isZero());
        history.assertEachBecomesOneMake(SOON);
    }
}
