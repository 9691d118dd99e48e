package dev.makeline.sender.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackOffSettingsTest {

    private static final int MAX_RECEIVES = 30;

    private final BackOffSettings backOff =
            new BackOffSettings(Duration.ofSeconds(1), Duration.ofSeconds(60));

    @Test
    void doublesWithEachReceiveUpToTheLongest() {
        assertThat(IntStream.rangeClosed(1, 8).mapToLong(n -> seconds(n, 1)))
                .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
        assertThat(seconds(Integer.MAX_VALUE, 1)).isEqualTo(60);
    }

    @Test
    void jitterTakesUpToHalfButNeverAllOfIt() {
        assertThat(IntStream.rangeClosed(1, 8).mapToLong(n -> seconds(n, 0)))
                .containsExactly(1L, 1L, 2L, 4L, 8L, 16L, 30L, 30L);
    }

    @Test
    void aRetryAfterIsWaitedForUpToTheLongest() {
        assertThat(backOff.delay(1, Optional.of(Duration.ofSeconds(10)), 0))
                .isEqualTo(Duration.ofSeconds(10));
        assertThat(backOff.delay(1, Optional.of(Duration.ofDays(10)), 0))
                .isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void nothingIsDeadLetteredWithinFiveMinutes() {
        long least = IntStream.range(1, MAX_RECEIVES).mapToLong(n -> seconds(n, 0)).sum();

        assertThat(Duration.ofSeconds(least)).isGreaterThan(Duration.ofMinutes(5));
    }

    private long seconds(int receives, double jitter) {
        return backOff.delay(receives, Optional.empty(), jitter).toSeconds();
    }
}
