package dev.makeline.server.password;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makeline.server.password.PasswordHasher.Comparison;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PasswordHasherTest {

    private static final Password PASSWORD = new Password("correct horse");

    private final PasswordHasher hasher = hasher(1, 2, Duration.ofSeconds(2));

    @Test
    void hashIsKeptInThePhcForm() {
        PasswordHash hash = hasher.hash(PASSWORD).orElseThrow();

        assertThat(hash.text())
                .matches(
                        "\\$argon2id\\$v=19\\$m=47104,t=1,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
        assertThat(hash.toString()).doesNotContain("argon2");
        assertThat(new PasswordHash(hash.text())).isEqualTo(hash);
    }

    @Test
    void samePasswordHasAnotherHashEachTime() {
        assertThat(hasher.hash(PASSWORD)).isNotEqualTo(hasher.hash(PASSWORD));
    }

    /// From RFC 9106's reference implementation: `argon2 somesalt -id -t 2 -m 16 -p 1`.
    @Test
    void hashIsThatOfTheReferenceImplementation() {
        byte[] hash =
                Argon2.hash(
                        "password".getBytes(US_ASCII),
                        "somesalt".getBytes(US_ASCII),
                        new Argon2Cost(65_536, 2, 1));

        assertThat(HexFormat.of().formatHex(hash))
                .isEqualTo("09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7");
    }

    @Test
    void weakerHashIsRightAndToldApart() {
        PasswordHash weak = hasher.hash(PASSWORD).orElseThrow();
        PasswordHasher stricter = hasher(2, 2, Duration.ofSeconds(2));

        assertThat(hasher.compare(PASSWORD, Optional.of(weak)))
                .isEqualTo(new Comparison.Right(false));
        assertThat(stricter.compare(PASSWORD, Optional.of(weak)))
                .isEqualTo(new Comparison.Right(true));
        assertThat(hasher.compare(PASSWORD, stricter.hash(PASSWORD)))
                .isEqualTo(new Comparison.Right(false));
        assertThat(stricter.compare(new Password("wrong horse"), Optional.of(weak)))
                .isEqualTo(new Comparison.Wrong());
    }

    @Test
    void comparingWithNobodysHashesOnceAndIsWrong() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        PasswordHasher counted =
                new PasswordHasher(
                        new PasswordSettings(47_104, 1, 1, 2, Duration.ofSeconds(2)), meters);

        assertThat(counted.compare(PASSWORD, Optional.empty())).isEqualTo(new Comparison.Wrong());

        assertThat(meters.counter("makeline.password.hashes").count()).isEqualTo(1);
        assertThat(counted.compare(new Password("x".repeat(129)), counted.hash(PASSWORD)))
                .isEqualTo(new Comparison.Wrong());
        assertThat(meters.counter("makeline.password.hashes").count()).isEqualTo(3);
    }

    @Test
    void moreThanAreAllowedAtOnceAreBusy() throws Exception {
        PasswordHasher single = hasher(20, 1, Duration.ZERO);
        CountDownLatch together = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            List<Future<Comparison>> outcomes =
                    IntStream.range(0, 6)
                            .mapToObj(_ ->
                                    threads.submit(() -> {
                                        together.await();
                                        return single.compare(PASSWORD, Optional.empty());
                                    }))
                            .toList();
            together.countDown();

            List<Comparison> all = new ArrayList<>();
            for (Future<Comparison> outcome : outcomes) {
                all.add(outcome.get());
            }
            assertThat(all).contains(new Comparison.Busy(), new Comparison.Wrong());
        }
    }

    @Test
    void costBelowTheFloorIsRefused() {
        assertThatThrownBy(() -> new PasswordSettings(47_103, 1, 1, 2, Duration.ZERO))
                .hasMessageContaining("makeline.passwords.memory")
                .hasMessageContaining("47103");
        assertThatThrownBy(() -> new PasswordSettings(47_104, 0, 1, 2, Duration.ZERO))
                .hasMessageContaining("makeline.passwords.iterations");
        assertThatThrownBy(() -> new PasswordSettings(47_104, 1, 0, 2, Duration.ZERO))
                .hasMessageContaining("makeline.passwords.parallelism");
        assertThatThrownBy(() -> new PasswordSettings(47_104, 1, 1, 0, Duration.ZERO))
                .hasMessageContaining("makeline.passwords.hashes-at-once");
        assertThatThrownBy(() -> new PasswordSettings(47_104, 1, 1, 1, Duration.ofMinutes(1)))
                .hasMessageContaining("makeline.passwords.longest-wait");
    }

    @Test
    void rowsThatHoldNoHashOfOursAreRefused() {
        assertThat(
                        List.of(
                                "",
                                "secret",
                                "$argon2i$v=19$m=47104,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$"
                                        + "a".repeat(43),
                                "$argon2id$v=16$m=47104,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$"
                                        + "a".repeat(43)))
                .allSatisfy(text ->
                        assertThatThrownBy(() -> new PasswordHash(text))
                                .isInstanceOf(IllegalArgumentException.class));
    }

    private static PasswordHasher hasher(int iterations, int atOnce, Duration wait) {
        return new PasswordHasher(
                new PasswordSettings(47_104, iterations, 1, atOnce, wait),
                new SimpleMeterRegistry());
    }
}
