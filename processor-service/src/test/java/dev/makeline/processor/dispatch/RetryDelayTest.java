package dev.makeline.processor.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.protocol.JobId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RetryDelayTest {

    @Test
    void theFirstAttemptWaitsForNothingAndTheOthersLongerAndLonger() {
        JobId job = JobId.next(Instant.now());

        assertThat(RetryDelay.before(job, 1)).isZero();
        for (int attempt = 2; attempt < 10; attempt++) {
            assertThat(RetryDelay.before(job, attempt))
                    .isBetween(
                            Duration.ofMillis(500L << (attempt - 2)),
                            Duration.ofMillis(1_000L << (attempt - 2)))
                    .isLessThanOrEqualTo(Duration.ofMinutes(5));
        }
    }

    @Test
    void jobsThatFailedTogetherAreNotTriedAgainTogether() {
        long different =
                java.util.stream.IntStream.range(0, 100)
                        .mapToObj(_ -> RetryDelay.before(JobId.next(Instant.now()), 5))
                        .distinct()
                        .count();

        assertThat(different).isGreaterThan(50);
    }
}
