package dev.makeline.processor.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.processor.JobsFixture;
import dev.makeline.processor.grant.DrippingStore;
import dev.makeline.processor.grant.ObjectUrls;
import dev.makeline.processor.kind.AppendText;
import dev.makeline.processor.kind.Content;
import dev.makeline.protocol.LiveFile;
import dev.makeline.protocol.job.Job;
import dev.makeline.protocol.job.JobState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SlowStoreTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    private final JobsFixture jobs = new JobsFixture();

    @Test
    void anAttemptWhoseInputDripsIsGivenUpAndTriedAgain() {
        LiveFile file = jobs.file("notes.txt", "flour".repeat(100).getBytes(UTF_8));
        Job job = jobs.starting(jobs.job(file, "salt", Duration.ofHours(12), 3));

        try (DrippingStore store = new DrippingStore(500, Duration.ofMillis(500))) {
            UrlObjects objects = objects(store, Optional.of(file));
            ExitCode exitCode = jobs.run(1L << 30, new AppendText(), objects).run(job.id(), 1);

            assertThat(exitCode).isEqualTo(ExitCode.TRY_AGAIN);
            assertThat(jobs.state(job)).isInstanceOf(JobState.Running.class);
        }
    }

    @Test
    void aLargeOutputMayTakeLongerThanASmallOne() throws Exception {
        int size = 1 << 20;

        try (DrippingStore store = new DrippingStore(0, Duration.ofMillis(150))) {
            objects(store, Optional.empty()).put(0, Content.of(new byte[size]));

            assertThat(store.taken).hasValue(size);
        }
    }

    private static UrlObjects objects(DrippingStore store, Optional<LiveFile> input) {
        return new UrlObjects(
                new ObjectUrls(
                        input.map(file -> store.link(file.objectKey())),
                        List.of(store.link("files/output/content"))),
                TIMEOUT,
                1);
    }
}
