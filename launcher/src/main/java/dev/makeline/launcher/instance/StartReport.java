package dev.makeline.launcher.instance;

import dev.makeline.launcher.supervision.ProcessEvent;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Tells a person how the processes fare.
final class StartReport {

    /// A silence longer than this looks like a hang.
    private static final long REMINDER_SECONDS = 10;

    private final PrintStream out;
    private final long began = System.nanoTime();
    private final Set<String> starting = new ConcurrentSkipListSet<>();

    StartReport(PrintStream out) {
        this.out = out;
    }

    void say(String line) {
        out.println(line);
    }

    void started() {
        say("Makeline is up after %s.".formatted(elapsed()));
    }

    void happened(ProcessEvent event) {
        switch (event) {
            case ProcessEvent.Started(String name, _) -> starting.add(name);
            case ProcessEvent.Ready(String name, Duration after) -> {
                starting.remove(name);
                say("  %-16s ready after %s".formatted(name, seconds(after)));
            }
            case ProcessEvent.Died(String name, int exitCode, Duration pause) ->
                    say(
                            "  %-16s ended with exit code %d and is started again in %s"
                                    .formatted(name, exitCode, seconds(pause)));
            case ProcessEvent.GaveUp(String name, String why) ->
                    say("  %-16s %s".formatted(name, why));
        }
    }

    /// Names what is still awaited from time to time.
    <T> T whileWaiting(InterruptibleCall<T> call) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        Thread.ofVirtual().name("start report").start(() -> remind(done));
        try {
            return call.call();
        } finally {
            done.countDown();
        }
    }

    interface InterruptibleCall<T> extends Callable<T> {
        @Override
        T call() throws InterruptedException;
    }

    private void remind(CountDownLatch done) {
        try {
            while (!done.await(REMINDER_SECONDS, TimeUnit.SECONDS)) {
                if (!starting.isEmpty()) {
                    say("  … %s: waiting for %s".formatted(elapsed(), String.join(", ", starting)));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String elapsed() {
        return seconds(Duration.ofNanos(System.nanoTime() - began));
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1_000.0);
    }
}
