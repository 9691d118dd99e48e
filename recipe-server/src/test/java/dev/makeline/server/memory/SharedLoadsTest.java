package dev.makeline.server.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SharedLoadsTest {

    private static final String KEY = "key";

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger loads = new AtomicInteger();

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    @Test
    void whoeverAsksMeanwhileSharesTheLoad() {
        CompletableFuture<String> answer = new CompletableFuture<>();
        SharedLoads<String, String> shared = loading(answer::join, Duration.ofMinutes(1));

        List<CompletableFuture<String>> asked = askSixteenTimes(shared);
        answer.complete("value");

        assertThat(asked).allSatisfy(one -> assertThat(one.join()).isEqualTo("value"));
        assertThat(shared.get(KEY).join()).isEqualTo("value");
        assertThat(loads).hasValue(1);
    }

    @Test
    void aFailureIsSharedAndTheNextAskerTriesAgain() {
        CompletableFuture<String> answer = new CompletableFuture<>();
        SharedLoads<String, String> shared =
                loading(() -> loads.get() == 1 ? answer.join() : "value", Duration.ofMinutes(1));

        List<CompletableFuture<String>> asked = askSixteenTimes(shared);
        IllegalStateException down = new IllegalStateException("down");
        answer.completeExceptionally(down);

        assertThat(asked)
                .allSatisfy(one ->
                        assertThatThrownBy(one::join)
                                .isInstanceOf(CompletionException.class)
                                .hasRootCause(down));
        await().untilAsserted(() -> assertThat(shared.get(KEY).join()).isEqualTo("value"));
        assertThat(loads).hasValue(2);
    }

    @Test
    void aFailureIsToldToWhoeverAskedAndNowhereElse() {
        List<LogRecord> logged = new CopyOnWriteArrayList<>();
        Handler handler = collecting(logged);
        Logger root = Logger.getLogger("");
        SharedLoads<String, String> shared =
                loading(
                        () -> {
                            throw new IllegalStateException("down");
                        },
                        Duration.ofMinutes(1));

        root.addHandler(handler);
        try {
            assertThatThrownBy(() -> shared.get(KEY).join())
                    .hasRootCauseInstanceOf(IllegalStateException.class);
            executor.close();
        } finally {
            root.removeHandler(handler);
        }

        // The cache tells of upkeep that came after the executor's end; that is of this test.
        assertThat(logged)
                .extracting(LogRecord::getThrown)
                .allMatch(RejectedExecutionException.class::isInstance);
    }

    @Test
    void whatIsForgottenWhileItLoadsIsLoadedAgain() {
        CompletableFuture<String> stale = new CompletableFuture<>();
        SharedLoads<String, String> shared =
                loading(() -> loads.get() == 1 ? stale.join() : "new", Duration.ofMinutes(1));
        CompletableFuture<String> early = shared.get(KEY);
        await().untilAsserted(() -> assertThat(loads).hasValue(1));

        shared.forget(KEY);
        CompletableFuture<String> late = shared.get(KEY);

        assertThat(late.join()).isEqualTo("new");
        stale.complete("old");
        assertThat(early.join()).isEqualTo("old");
        assertThat(shared.get(KEY).join()).isEqualTo("new");
    }

    @Test
    void whatHasNoMemoryIsLoadedForEachWhoAsks() {
        SharedLoads<String, String> shared = loading(() -> "value", Duration.ZERO);

        assertThat(shared.get(KEY).join()).isEqualTo("value");
        await().untilAsserted(() -> {
            assertThat(shared.get(KEY).join()).isEqualTo("value");
            assertThat(loads).hasValueGreaterThan(1);
        });
    }

    private SharedLoads<String, String> loading(Supplier<String> source, Duration memory) {
        return new SharedLoads<>(
                _ -> {
                    int _ = loads.incrementAndGet();
                    return source.get();
                },
                _ -> memory,
                _ -> 1,
                10,
                executor);
    }

    private static List<CompletableFuture<String>> askSixteenTimes(
            SharedLoads<String, String> shared) {
        return IntStream.range(0, 16).mapToObj(_ -> shared.get(KEY)).toList();
    }

    private static Handler collecting(List<LogRecord> logged) {
        return new Handler() {
            @Override
            public void publish(LogRecord logRecord) {
                logged.add(logRecord);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
