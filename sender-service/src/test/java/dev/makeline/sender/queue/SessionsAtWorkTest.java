package dev.makeline.sender.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.makeline.operations.SteadyClock;
import dev.makeline.sender.Intake;
import dev.makeline.sender.RecipeServerDouble;
import dev.makeline.sender.Sender;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SessionsAtWorkTest {

    private final AtomicLong nanos = new AtomicLong();
    private final SessionsAtWork sessions = new SessionsAtWork(new SteadyClock(nanos::get));

    @Test
    void aSessionBetweenTwoMessagesIsNotLost() {
        sessions.opened();
        sessions.begin();
        pass(Duration.ofHours(1));
        sessions.end();

        assertThat(sessions.missing()).isEqualTo(1);
        assertThat(sessions.lost()).isZero();
    }

    @Test
    void aSessionThatDoesNotComeBackIsLost() {
        sessions.opened();
        sessions.begin();
        sessions.end();
        pass(Duration.ofSeconds(11));

        assertThat(sessions.lost()).isEqualTo(1);
    }

    @Test
    void sessionsMayEndWhenTheServiceStops() {
        sessions.opened();
        sessions.stopping();
        pass(Duration.ofSeconds(11));

        assertThat(sessions.lost()).isZero();
    }

    @Test
    void aReceiverThatEndedForGoodIsMissing() {
        Intake.empty();
        try (RecipeServerDouble recipeServer = RecipeServerDouble.start();
                Sender sender = Sender.start(recipeServer)) {
            SessionsAtWork real = sender.context().getBean(SessionsAtWork.class);
            await().until(() -> receivers() == 16 && real.missing() == 0);

            Thread.getAllStackTraces().keySet().stream()
                    .filter(SessionsAtWorkTest::isReceiver)
                    .findFirst()
                    .orElseThrow()
                    .interrupt();

            await().until(() -> real.missing() == 1);
        }
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private static long receivers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(SessionsAtWorkTest::isReceiver)
                .count();
    }

    private static boolean isReceiver(Thread thread) {
        return thread.getName().startsWith("ConsumerPrefetchThread");
    }
}
