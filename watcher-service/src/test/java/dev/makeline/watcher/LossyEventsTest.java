package dev.makeline.watcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.makeline.local.LocalAws;
import dev.makeline.local.LocalAwsSettings;
import dev.makeline.local.SeededS3EventFaults;
import dev.makeline.protocol.IntakeEntry;
import dev.makeline.protocol.ObjectVersion;
import dev.makeline.protocol.UploadJob;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LossyEventsTest {

    private static final int KEYS = 80;

    @Test
    void whenEventsAreDroppedDoubledAndShuffledEveryVersionStillGetsItsRowAndItsJob() {
        LocalAwsSettings lossy =
                LocalAwsSettings.inMemory()
                        .withEventFaults(() -> new SeededS3EventFaults(0.3, true, true, 42));
        try (LocalAws local = LocalAws.start(lossy);
                RunningWatcher watcher =
                        new RunningWatcher(
                                local.systemProperties(),
                                Map.of(
                                        "makeline.watcher.listing.interval", "500ms",
                                        "makeline.watcher.listing.grace", "1s"))) {
            IntakeFixture aws = new IntakeFixture(local);
            Set<ObjectVersion> put = new LinkedHashSet<>();
            for (int key = 0; key < KEYS; key++) {
                put.add(aws.put("makes/Bûche n° %d+.json".formatted(key), "{\"rating\":1}"));
            }

            List<UploadJob> jobs = new ArrayList<>();
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> {
                        jobs.addAll(aws.takeJobs());
                        assertThat(jobs)
                                .extracting(UploadJob::object)
                                .containsAll(put)
                                .isSubsetOf(put);
                    });

            assertThat(aws.rows())
                    .extracting(IntakeEntry::job)
                    .extracting(UploadJob::object)
                    .containsExactlyInAnyOrderElementsOf(put);
            assertThat(watcher).isNotNull();
        }
    }
}
