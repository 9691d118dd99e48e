package dev.makeline.launcher.supervision;

import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One child process that is kept running until [#stop]. Thread-safe.
final class ServiceProcess {

    /// A terminal sends Ctrl-C to the whole process group; the children leave it to their
    /// supervisor, which stops them in order. An ignored signal stays ignored across exec, and the
    /// JVM respects that.
    private static final List<String> DEAF_TO_THE_TERMINAL =
            List.of("/bin/sh", "-c", "trap '' INT HUP QUIT; exec \"$@\"", "sh");

    private static final ProcessBuilder.Redirect NOTHING =
            ProcessBuilder.Redirect.from(new File("/dev/null"));

    private static final long PROBE_INTERVAL_MILLIS = 100;

    private final ProcessSpec spec;
    private final RestartPolicy policy;
    private final Consumer<ProcessEvent> events;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private @Nullable Process current;
    private boolean renewing;

    ServiceProcess(ProcessSpec spec, RestartPolicy policy, Consumer<ProcessEvent> events) {
        this.spec = spec;
        this.policy = policy;
        this.events = events;
    }

    String name() {
        return spec.name();
    }

    void start() {
        Thread.ofVirtual().name("keep " + spec.name()).start(this::keepRunning);
    }

    synchronized OptionalLong pid() {
        return current != null && current.isAlive()
                ? OptionalLong.of(current.pid())
                : OptionalLong.empty();
    }

    /// Ends the present run and starts the next at once; this is no failure.
    synchronized void renew() {
        if (current != null && current.isAlive()) {
            renewing = true;
            current.destroy();
        }
    }

    /// Asks the process to end (SIGTERM) and not to start again. Returns at once.
    void stop() {
        stopping.countDown();
        synchronized (this) {
            if (current == null) {
                ended.complete(null);
            } else {
                current.destroy();
            }
        }
    }

    /// @return whether it ended in time
    boolean awaitEnd(Duration patience) {
        try {
            ended.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("The end of a process is only ever completed", e);
        }
    }

    synchronized void kill() {
        if (current != null) {
            current.destroyForcibly();
        }
    }

    private void keepRunning() {
        try {
            Optional<RestartPolicy.Streak> streak = Optional.of(RestartPolicy.Streak.NONE);
            while (streak.isPresent()) {
                streak = runOnce(streak.get());
            }
        } catch (IOException e) {
            giveUp("could not be started: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended.complete(null);
        }
    }

    /// @return empty when there is no next run
    private Optional<RestartPolicy.Streak> runOnce(RestartPolicy.Streak streak)
            throws IOException, InterruptedException {
        ReadinessProbe probe =
                new ReadinessProbe(spec.readiness(), spec.log(), spec.log().toFile().length());
        Optional<Process> process = launch();
        if (process.isEmpty()) {
            return Optional.empty();
        }
        RestartPolicy.Run run = watch(process.get(), probe);
        if (isStopping()) {
            return Optional.empty();
        }
        return wasRenewed()
                ? Optional.of(streak)
                : afterDeath(policy.afterDeath(streak, run), process.get().exitValue());
    }

    private Optional<RestartPolicy.Streak> afterDeath(RestartPolicy.Decision decision, int exitCode)
            throws InterruptedException {
        return switch (decision) {
            case RestartPolicy.Decision.Restart(var streak, var pause) -> {
                events.accept(new ProcessEvent.Died(spec.name(), exitCode, pause));
                boolean stopped = stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
                yield stopped ? Optional.empty() : Optional.of(streak);
            }
            case RestartPolicy.Decision.GiveUp(int failedStarts) -> {
                giveUp(
                        "ended %d times in a row before it was ready, last with exit code %d"
                                .formatted(failedStarts, exitCode));
                yield Optional.empty();
            }
        };
    }

    private RestartPolicy.Run watch(Process process, ReadinessProbe probe)
            throws InterruptedException {
        long began = System.nanoTime();
        events.accept(new ProcessEvent.Started(spec.name(), process.pid()));
        while (!process.waitFor(PROBE_INTERVAL_MILLIS, TimeUnit.MILLISECONDS)) {
            if (probe.isReady() && process.isAlive()) {
                events.accept(new ProcessEvent.Ready(spec.name(), since(began)));
                process.waitFor();
                return new RestartPolicy.Run(true, since(began));
            }
        }
        return new RestartPolicy.Run(false, since(began));
    }

    /// @return empty when it is to stop
    private synchronized Optional<Process> launch() throws IOException {
        if (isStopping()) {
            return Optional.empty();
        }
        List<String> command = new ArrayList<>(DEAF_TO_THE_TERMINAL);
        command.addAll(spec.command());
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(spec.environment());
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(spec.log().toFile()));
        builder.redirectInput(NOTHING);
        Process started = builder.start();
        current = started;
        return Optional.of(started);
    }

    private synchronized boolean wasRenewed() {
        boolean renewed = renewing;
        renewing = false;
        return renewed;
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private void giveUp(String why) {
        events.accept(new ProcessEvent.GaveUp(spec.name(), why));
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
