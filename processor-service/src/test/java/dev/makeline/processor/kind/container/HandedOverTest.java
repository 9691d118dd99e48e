package dev.makeline.processor.kind.container;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makeline.processor.JobsFixture;
import dev.makeline.processor.grant.ContainerUrls;
import dev.makeline.processor.grant.DrippingStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class HandedOverTest {

    private final JobsFixture jobs = new JobsFixture();

    @Test
    @Timeout(60)
    void anOutputThatDripsIsNotWaitedForLongerThanItsSizeAllows(@TempDir Path folder) {
        try (DrippingStore store = new DrippingStore(500, Duration.ofMillis(500))) {
            HandedOver links =
                    new HandedOver(
                            store.link("files/input/content"),
                            new ContainerUrls(
                                    store.link("files/between/content"),
                                    store.link("files/between/content")),
                            jobs.dynamoDb,
                            Duration.ofHours(24),
                            Duration.ofSeconds(1),
                            jobs.clock);

            assertThatThrownBy(() -> links.take(folder.resolve("output"), 1 << 20))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("did not come within");
        }
    }
}
