package dev.makeline.sender.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.makeline.operations.SteadyClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GateTest {

    private static final int CALLERS = 16;

    private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicReference<String> answer = new AtomicReference<>("down");

    @AfterEach
    void stop() {
        callers.shutdownNow();
    }

    @Test
    void whileTheSystemIsDownCallersWaitAndOneAtATimeProbes() {
        Gate gate = gate(Duration.ofMinutes(1));

        List<Future<String>> results = callAll(gate);

        await().until(() -> openings(gate) >= 3);
        int callsSoFar = calls.get();
        assertThat(callsSoFar).isLessThanOrEqualTo(CALLERS + openings(gate));
        assertThat(results).noneMatch(Future::isDone);
    }

    @Test
    void whenTheSystemAnswersAgainEverybodyGoesOnWithoutBeingSentAway() {
        Gate gate = gate(Duration.ofMinutes(1));
        List<Future<String>> results = callAll(gate);
        await().until(() -> gate.state() instanceof GateState.Open);

        answer.set("up");

        await().until(() -> results.stream().allMatch(Future::isDone));
        assertThat(results).allMatch(result -> result.resultNow().equals("up"));
        assertThat(gate.state()).isEqualTo(GateState.closed());
    }

    @Test
    void whoeverWaitsForTooLongIsSentAway() {
        Gate gate = gate(Duration.ofMillis(500));

        List<Future<String>> results = callAll(gate);

        await().until(() -> results.stream().allMatch(Future::isDone));
        assertThat(results)
                .allMatch(result -> List.of("down", "not called").contains(result.resultNow()));
    }

    @Test
    void aStopLetsEverybodyGoAtOnceAndNobodyCallAgain() {
        Gate gate = gate(Duration.ofMinutes(1));
        List<Future<String>> results = callAll(gate);
        await().until(() -> gate.state() instanceof GateState.Open);

        gate.stop();

        await().until(() -> results.stream().allMatch(Future::isDone));
        int before = calls.get();
        assertThat(call(gate)).isEqualTo("not called");
        assertThat(calls.get()).isEqualTo(before);
    }

    @Test
    void aCallThatThrowsAsTheProbeMakesRoomForTheNext() {
        Gate gate = gate(Duration.ofMinutes(1));
        answer.set("bug");
        List<Future<String>> bugs = callAll(gate);
        await().until(() -> gate.state() instanceof GateState.Open);
        answer.set("up");

        assertThat(call(gate)).isEqualTo("up");
        await().until(() -> bugs.stream().allMatch(Future::isDone));
    }

    private static int openings(Gate gate) {
        return switch (gate.state()) {
            case GateState.Closed _ -> 0;
            case GateState.Probing(int openings) -> openings;
            case GateState.Open(int openings, _) -> openings;
        };
    }

    private Gate gate(Duration holdFor) {
        GateSettings settings =
                new GateSettings(
                        1, Duration.ofMillis(100), Duration.ofMillis(200), Duration.ZERO, holdFor);
        return new Gate("a system", settings, new SteadyClock());
    }

    private List<Future<String>> callAll(Gate gate) {
        List<Future<String>> results = new ArrayList<>();
        for (int caller = 0; caller < CALLERS; caller++) {
            results.add(callers.submit(() -> call(gate)));
        }
        return results;
    }

    private String call(Gate gate) {
        return gate.pass(
                () -> {
                    int _ = calls.incrementAndGet();
                    String text = answer.get();
                    if (text.equals("bug")) {
                        throw new IllegalStateException("A bug, for a test");
                    }
                    return text;
                },
                text ->
                        text.equals("up")
                                ? new Verdict.Answered()
                                : new Verdict.Failed(Optional.empty(), true),
                () -> "not called");
    }
}
