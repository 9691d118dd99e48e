package dev.makeline.system.intake;

import dev.makeline.system.instance.Instance;
import dev.makeline.system.instance.InstanceSettings;
import dev.makeline.system.instance.Program;
import dev.makeline.system.instance.RecordedHistory;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Files that no event tells of, or a wrong one.
class UntoldFileTest {

    private static final Duration FOUND = Duration.ofSeconds(45);

    @Test
    void aStoreWithoutEventsIsPolled() {
        var settings =
                InstanceSettings.named("no-events")
                        .withLocalAws("--no-events")
                        .with(Program.WATCHER, "MAKELINE_WATCHER_EVENTS", "false");
        try (Instance makeline = Instance.of(settings)) {
            makeline.startLocalAws();
            var beforeTheStart = RecordedHistory.of(makeline);
            beforeTheStart.putMakes(10);
            beforeTheStart.putRecipe();

            makeline.startServices();
            var afterTheStart = RecordedHistory.ofKnownRecipe(makeline);
            afterTheStart.putMakes(20);

            afterTheStart.assertEachBecomesOneMake(FOUND);
            beforeTheStart.assertEachBecomesOneMake(FOUND);
        }
    }

    @Test
    void eventsDoubledShuffledAndDroppedMakeNoDifference() {
        var settings =
                InstanceSettings.named("faulty-events")
                        .withLocalAws(
                                "--double-events",
                                "--shuffle-events",
                                "--drop-events",
                                "5%",
                                "--seed",
                                "2025");
        try (Instance makeline = Instance.start(settings)) {
            var history = RecordedHistory.of(makeline);
            history.putRecipe();
            history.putMakes(200);

            history.assertEachBecomesOneMake(FOUND);
        }
    }
}
