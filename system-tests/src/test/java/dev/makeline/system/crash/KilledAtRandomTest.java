package dev.makeline.system.crash;

import static org.awaitility.Awaitility.await;

import dev.makeline.system.instance.Disturbed;
import dev.makeline.system.instance.Instance;
import dev.makeline.system.instance.Program;
import dev.makeline.system.instance.RecordedHistory;
import dev.makeline.system.instance.SharedInstances;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Disturbed
@ExtendWith(SharedInstances.class)
class KilledAtRandomTest {

    private static final long SEED = 20_261_101;
    private static final int FILES = 200;
    private static final int KILLS = 8;

    @Test
    void twoHundredFilesBecomeTwoHundredMakesWithoutAHand(Instance makeline) {
        var history = RecordedHistory.ofKnownRecipe(makeline);
        var random = new Random(SEED);

        try (var _ = Flow.of(history, FILES, Duration.ofMillis(100))) {
            for (int kill = 0; kill < KILLS; kill++) {
                var victim =
                        makeline.program(
                                Program.SERVICES.get(random.nextInt(Program.SERVICES.size())));
                await("the next kill, with seed " + SEED)
                        .pollDelay(Duration.ofMillis(random.nextLong(2_000, 5_000)))
                        .atMost(Duration.ofSeconds(10))
                        .until(() -> true);
                victim.kill();
                victim.launch();
            }
        }

        history.assertEachBecomesOneMake(Duration.ofSeconds(60));
    }
}
