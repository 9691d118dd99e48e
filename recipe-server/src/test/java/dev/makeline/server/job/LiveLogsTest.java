package dev.makeline.server.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.makeline.protocol.JobId;
import dev.makeline.protocol.job.Job;
import dev.makeline.protocol.job.JobOrder;
import dev.makeline.protocol.job.ResourceClass;
import dev.makeline.server.problem.UnavailableException;
import io.micronaut.http.sse.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reactivestreams.Publisher;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

@Timeout(30)
class LiveLogsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Test
    void aLogThatNobodyBeginsToReadTakesNoRoom() {
        LiveLogs logs = logs(1, 1);

        follow(logs, "ada", () -> true, LiveLogsTest::running);
        follow(logs, "ada", () -> true, LiveLogsTest::running);

        Disposable reader =
                Flux.from(follow(logs, "ada", () -> true, LiveLogsTest::running)).subscribe();
        assertThat(reader.isDisposed()).isFalse();
        assertThatThrownBy(() -> follow(logs, "ben", () -> true, LiveLogsTest::running))
                .isInstanceOf(UnavailableException.class);
        reader.dispose();
    }

    @Test
    void aReaderThatLeavesMakesRoomAndSoDoesOneWhoseLogFails() {
        LiveLogs logs = logs(1, 1);
        Supplier<Optional<Job>> broken =
                () -> {
                    throw new IllegalStateException("The row is no job");
                };

        Flux.from(follow(logs, "ada", () -> true, LiveLogsTest::running)).subscribe().dispose();
        readToItsEnd(follow(logs, "ada", () -> true, broken));

        readToItsEnd(follow(logs, "ada", () -> true, Optional::empty));
        assertThat(follow(logs, "ada", () -> true, Optional::empty)).isNotNull();
    }

    @Test
    void oneCallerLeavesRoomForOthers() {
        LiveLogs logs = logs(3, 2);
        Publisher<Event<?>> late = follow(logs, "ada", () -> true, LiveLogsTest::running);
        List<Disposable> two =
                List.of(
                        Flux.from(follow(logs, "ada", () -> true, LiveLogsTest::running))
                                .subscribe(),
                        Flux.from(follow(logs, "ada", () -> true, LiveLogsTest::running))
                                .subscribe());

        assertThatThrownBy(() -> follow(logs, "ada", () -> true, LiveLogsTest::running))
                .isInstanceOf(UnavailableException.class);
        assertThatThrownBy(() -> Flux.from(late).toStream().toList())
                .isInstanceOf(UnavailableException.class);
        assertThat(follow(logs, "ben", () -> true, LiveLogsTest::running)).isNotNull();
        two.forEach(Disposable::dispose);
    }

    @Test
    void whoMayNotReadAnyMoreIsToldNoMore() {
        LiveLogs logs = logs(1, 1);
        AtomicBoolean mayRead = new AtomicBoolean(true);
        AtomicBoolean isOver = new AtomicBoolean();
        Flux.from(follow(logs, "ada", mayRead::get, LiveLogsTest::running))
                .doFinally(_ -> isOver.set(true))
                .subscribe();

        await().pollDelay(Duration.ofMillis(200)).untilFalse(isOver);
        mayRead.set(false);

        await().atMost(PATIENCE).untilTrue(isOver);
    }

    private static void readToItsEnd(Publisher<?> log) {
        Flux.from(log).toStream().forEach(_ -> {});
    }

    private static LiveLogs logs(int readers, int perCaller) {
        return new LiveLogs(
                new LiveLogSettings(
                        readers,
                        perCaller,
                        Duration.ofMinutes(1),
                        Duration.ofMillis(10),
                        Duration.ofMillis(50)));
    }

    private static Publisher<Event<?>> follow(
            LiveLogs logs, String caller, BooleanSupplier mayRead, Supplier<Optional<Job>> job) {
        return logs.follow(
                new LiveLogs.Reader(caller, mayRead, job, _ -> List.of()), Optional.empty());
    }

    private static Optional<Job> running() {
        Instant now = Instant.EPOCH;
        return Optional.of(
                Job.created(
                        JobId.next(now),
                        "service:test",
                        JobOrder.of(
                                "append-text",
                                Optional.empty(),
                                ResourceClass.SMALL,
                                Duration.ofMinutes(1),
                                1),
                        now));
    }
}
