package dev.makeline.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SequencersTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void theyRiseWhenTheClockStandsStillOrGoesBack() {
        AtomicReference<Instant> now = new AtomicReference<>(NOON);
        Sequencers sequencers = new Sequencers(now::get);

        String first = sequencers.next();
        String second = sequencers.next();
        now.set(NOON.minusSeconds(3600));
        String third = sequencers.next();

        assertThat(List.of(first, second, third)).isSorted().doesNotHaveDuplicates();
        assertThat(first).matches("[0-9A-F]{16}");
    }

    @Test
    void theyRiseOverARestart() {
        String before = new Sequencers(InstantSource.fixed(NOON)).next();

        String after = new Sequencers(InstantSource.fixed(NOON.plusMillis(1))).next();

        assertThat(after).isGreaterThan(before);
    }
}
