package dev.makeline.system.crash;

import static dev.makeline.system.instance.RecordedHistory.SOON;

import dev.makeline.system.instance.Instance;
import dev.makeline.system.instance.InstanceSettings;
import dev.makeline.system.instance.Program;
import dev.makeline.system.instance.RecordedHistory;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Buckets and tables are kept, but the queues are gone with everything in them.
class LostQueuesTest {

    private static final Duration HEALED = Duration.ofSeconds(60);

    @Test
    void everyFileStillEndsInOneMake(@TempDir Path data) {
        try (Instance makeline =
                Instance.of(InstanceSettings.named("lost-queues").withDataKept(data))) {
            makeline.startLocalAws();
            var beforeTheStart = RecordedHistory.of(makeline);
            beforeTheStart.putRecipe();
            beforeTheStart.putMakes(10);

            makeline.program(Program.LOCAL_AWS).kill();
            makeline.startLocalAws();
            makeline.startServices();
            beforeTheStart.assertEachBecomesOneMake(HEALED);

            var onTheirWay = RecordedHistory.ofKnownRecipe(makeline);
            onTheirWay.putMakes(60);
            makeline.program(Program.LOCAL_AWS).kill();
            makeline.startLocalAws();
            onTheirWay.putMakes(10);

            onTheirWay.assertEachBecomesOneMake(HEALED);
            beforeTheStart.assertEachBecomesOneMake(SOON);
        }
    }
}
