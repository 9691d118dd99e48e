package dev.makeline.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SteadyClockTest {

    @Test
    void itPassesAsItsSourceDoesAlsoWhereThatOverflows() {
        AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
        SteadyClock clock = new SteadyClock(nanos::get);
        Instant start = clock.now();

        nanos.addAndGet(Duration.ofMinutes(20).toNanos());

        assertThat(Duration.between(start, clock.now())).isEqualTo(Duration.ofMinutes(20));
    }

    @Test
    void itsInstantsCannotBeTakenForTheTimeOfDay() {
        assertThat(new SteadyClock().now()).isBefore(Instant.EPOCH.plus(Duration.ofDays(1)));
    }
}
