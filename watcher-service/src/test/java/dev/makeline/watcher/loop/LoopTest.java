package dev.makeline.watcher.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkClientException;

class LoopTest {

    private static final BackOffSettings BACK_OFF =
            new BackOffSettings(Duration.ofMillis(1), Duration.ofMillis(4));

    private final Logger logger = (Logger) LoggerFactory.getLogger(LoopCondition.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void hangUp() {
        logger.detachAppender(lines);
    }

    @Test
    void troubleIsToldOnceWhenItComesAndOnceWhenItGoes() throws InterruptedException {
        AtomicInteger turns = new AtomicInteger();
        Loop loop =
                loop(() -> {
                    if (turns.incrementAndGet() <= 20) {
                        throw SdkClientException.create(
                                "Unable to execute HTTP request",
                                new IllegalStateException("Connection refused"));
                    }
                    return Duration.ofMillis(1);
                });

        loop.start();
        await().until(() -> turns.get() > 30);
        loop.stop();

        assertThat(loop.awaitEnd(Duration.ofSeconds(5))).isTrue();
        assertThat(lines.list)
                .extracting(ILoggingEvent::getMessage)
                .containsExactly(
                        "Loop cannot go on; it keeps trying and nothing is lost meanwhile",
                        "Loop works again");
        assertThat(lines.list.getFirst().getKeyValuePairs())
                .anySatisfy(pair -> assertThat(pair.value).isEqualTo("Connection refused"));
    }

    @Test
    void aStopLetsTheTurnInHandFinish() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        Loop loop =
                loop(() -> {
                    begun.countDown();
                    try {
                        mayEnd.await();
                    } catch (InterruptedException e) {
                        interrupted.set(true);
                    }
                    return Duration.ofHours(1);
                });
        loop.start();
        begun.await();

        loop.stop();

        assertThat(loop.awaitEnd(Duration.ofMillis(20))).isFalse();
        mayEnd.countDown();
        assertThat(loop.awaitEnd(Duration.ofSeconds(5))).isTrue();
        assertThat(interrupted).isFalse();
    }

    @Test
    void aPauseEndsWithTheStop() throws InterruptedException {
        AtomicInteger turns = new AtomicInteger();
        Loop loop =
                loop(() -> {
                    turns.incrementAndGet();
                    return Duration.ofHours(1);
                });
        loop.start();
        await().until(() -> turns.get() == 1);

        loop.stop();

        assertThat(loop.awaitEnd(Duration.ofSeconds(5))).isTrue();
        assertThat(turns).hasValue(1);
    }

    @Test
    void theBackOffDoublesWithJitterUpToItsLongest() {
        BackOffSettings backOff =
                new BackOffSettings(Duration.ofMillis(200), Duration.ofSeconds(5));

        assertThat(backOff.pauseAfter(1)).isBetween(Duration.ofMillis(100), Duration.ofMillis(201));
        assertThat(backOff.pauseAfter(3)).isBetween(Duration.ofMillis(400), Duration.ofMillis(801));
        assertThat(backOff.pauseAfter(6))
                .isBetween(Duration.ofMillis(2_500), Duration.ofMillis(5_001));
        assertThat(backOff.pauseAfter(Integer.MAX_VALUE))
                .isBetween(Duration.ofMillis(2_500), Duration.ofMillis(5_001));
    }

    private static Loop loop(Loop.Turn turn) {
        return new Loop("test", turn, BACK_OFF, InstantSource.system());
    }
}
