package dev.makeline.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.benchmark.importing.ImportTimes;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ImportBenchmarkTest {

    @Test
    void documentsAMinuteCountToTheLastMakeAndStandBesideTheirTarget() {
        ImportTimes fast =
                new ImportTimes(10_000, 5, Duration.ofSeconds(10), Duration.ofMinutes(4));
        ImportTimes slow =
                new ImportTimes(10_000, 5, Duration.ofSeconds(10), Duration.ofMinutes(6));

        assertThat(ImportBenchmark.measures(fast).getFirst())
                .isEqualTo(
                        new Measure(
                                "documents a minute, end to end",
                                "2,500",
                                ">= 2,000",
                                true,
                                "10,000 documents in a file of 5 bytes"));
        assertThat(ImportBenchmark.measures(slow).getFirst().met()).isFalse();
    }
}
