package dev.makeline.watcher.loop;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whether a loop's turns succeed; says so in the log when that changes, and each cause of failing
/// once until the loop works again. Not thread-safe: one loop's thread uses it.
final class LoopCondition {

    private static final Logger log = LoggerFactory.getLogger(LoopCondition.class);

    private record Failing(Set<Failure> told, Instant since, int failures) {}

    private final String loop;
    private final InstantSource clock;
    private Optional<Failing> failing = Optional.empty();

    LoopCondition(String loop, InstantSource clock) {
        this.loop = loop;
        this.clock = clock;
    }

    void succeeded() {
        failing.ifPresent(past ->
                log.atInfo()
                        .addKeyValue("loop", loop)
                        .addKeyValue("failures", past.failures())
                        .addKeyValue(
                                "durationMillis",
                                Duration.between(past.since(), clock.instant()).toMillis())
                        .log("Loop works again"));
        failing = Optional.empty();
    }

    /// Returns how many turns have failed in a row.
    int failed(RuntimeException exception) {
        Failing now = failing.orElseGet(() -> new Failing(new HashSet<>(), clock.instant(), 0));
        Failure failure = Failure.of(exception);
        if (now.told().add(failure)) {
            tell(failure, exception);
        }
        failing = Optional.of(new Failing(now.told(), now.since(), now.failures() + 1));
        return now.failures() + 1;
    }

    private void tell(Failure failure, RuntimeException exception) {
        var line = failure.expected() ? log.atWarn() : log.atError().setCause(exception);
        line.addKeyValue("loop", loop)
                .addKeyValue("cause", failure.cause())
                .log("Loop cannot go on; it keeps trying and nothing is lost meanwhile");
    }
}
