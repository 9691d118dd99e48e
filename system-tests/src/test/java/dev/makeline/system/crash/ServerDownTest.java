package dev.makeline.system.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.makeline.system.instance.Disturbed;
import dev.makeline.system.instance.Instance;
import dev.makeline.system.instance.Program;
import dev.makeline.system.instance.ProgramProcess;
import dev.makeline.system.instance.RecordedHistory;
import dev.makeline.system.instance.SharedInstances;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Disturbed
@ExtendWith(SharedInstances.class)
class ServerDownTest {

    private static final int FILES = 100;

    /// Several times the visibility timeout of these instances, so that every job is received again
    /// and again meanwhile.
    private static final Duration DOWN = Duration.ofMinutes(1);

    /// From a ready server on, at whatever back-off the sender has arrived.
    private static final Duration FIRST_SUCCESS = Duration.ofSeconds(10);

    private static final Duration DRAINED = Duration.ofSeconds(45);

    @Test
    void filesOfThatTimeAreSubmittedWhenItIsBackAndNoneIsDeadLettered(Instance makeline) {
        var history = RecordedHistory.ofKnownRecipe(makeline);
        ProgramProcess server = makeline.program(Program.RECIPE_SERVER);

        server.kill();
        long before = submissions(makeline);
        history.putMakes(FILES);
        await("the server has been down for long")
                .pollDelay(DOWN)
                .atMost(DOWN.plusSeconds(10))
                .until(() -> true);
        long attempts = submissions(makeline) - before;
        server.start();

        await("the first file is submitted")
                .atMost(FIRST_SUCCESS)
                .until(() -> !makeline.api().makeIds(history.recipeId()).isEmpty());
        history.assertEachBecomesOneMake(DRAINED);
        assertThat(attempts)
                .as("attempts to submit %d files while the server was down", FILES)
                .isLessThanOrEqualTo(FILES * 12L / 10);
    }

    private static long submissions(Instance makeline) {
        return makeline.proxies()
                .recipeServer()
                .requests(operation -> operation.equals("POST /v1/intake/submissions"));
    }
}
