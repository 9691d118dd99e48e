package dev.makeline.benchmark.latency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class OpenLoopTest {

    @Test
    void aCallThatIsNotAnsweredHoldsNoOtherBack() {
        CountDownLatch second = new CountDownLatch(1);
        List<Arrival<String>> arrivals =
                List.of(
                        new Arrival<>(Duration.ZERO, "waits for the second"),
                        new Arrival<>(Duration.ZERO, "second"));

        List<Answered<String>> answers =
                OpenLoop.run(
                        arrivals,
                        kind -> {
                            if (kind.equals("second")) {
                                second.countDown();
                            } else {
                                await(second);
                            }
                            return () -> {};
                        });

        assertThat(answers)
                .extracting(Answered::kind)
                .containsExactlyInAnyOrder("waits for the second", "second");
    }

    @Test
    void aCallThatFailsIsToldWithItsReason() {
        List<Answered<String>> answers =
                OpenLoop.run(
                        List.of(new Arrival<>(Duration.ZERO, "read")),
                        _ -> {
                            throw new IllegalStateException("answered 503");
                        });

        assertThat(answers)
                .singleElement()
                .extracting(Answered::failure)
                .isEqualTo(Optional.of("answered 503"));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
