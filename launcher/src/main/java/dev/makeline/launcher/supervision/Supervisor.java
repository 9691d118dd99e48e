package dev.makeline.launcher.supervision;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// Keeps several processes running that build on one another: the processes of one stage start
/// together once all of the stage before are ready, and stop together before it does. Thread-safe.
public final class Supervisor {

    private final List<List<ServiceProcess>> stages;
    private final Consumer<ProcessEvent> events;
    private final CompletableFuture<ProcessEvent.GaveUp> failure = new CompletableFuture<>();
    private final Map<String, CompletableFuture<Void>> ready = new ConcurrentHashMap<>();

    /// @param events told of everything that happens, from several threads
    public Supervisor(
            List<List<ProcessSpec>> stages, RestartPolicy policy, Consumer<ProcessEvent> events) {
        this.events = events;
        this.stages = stages.stream().map(stage -> processes(stage, policy)).toList();
    }

    /// How the start went.
    public sealed interface Startup {

        record AllReady() implements Startup {}

        record TooSlow(List<String> names) implements Startup {}

        record Failed(ProcessEvent.GaveUp event) implements Startup {}
    }

    /// Starts all and waits until all are ready.
    ///
    /// @param patience for each stage
    public Startup start(Duration patience) throws InterruptedException {
        for (List<ServiceProcess> stage : stages) {
            stage.forEach(ServiceProcess::start);
            Startup startup = awaitReady(stage, patience);
            if (!(startup instanceof Startup.AllReady)) {
                return startup;
            }
        }
        return new Startup.AllReady();
    }

    /// Completes when a process was given up; never otherwise.
    public CompletableFuture<ProcessEvent.GaveUp> failure() {
        return failure.copy();
    }

    /// The living processes by name.
    public Map<String, Long> pids() {
        Map<String, Long> pids = new TreeMap<>();
        stages.stream()
                .flatMap(List::stream)
                .forEach(process -> process.pid().ifPresent(pid -> pids.put(process.name(), pid)));
        return pids;
    }

    /// Stops all, the last stage first: SIGTERM, and SIGKILL for what is still there after the
    /// patience, which each stage has anew. May be called at any time and more than once.
    public void stop(Duration patience) {
        for (List<ServiceProcess> stage : stages.reversed()) {
            stage.forEach(ServiceProcess::stop);
            long deadline = System.nanoTime() + patience.toNanos();
            for (ServiceProcess process : stage) {
                if (!process.awaitEnd(Duration.ofNanos(deadline - System.nanoTime()))) {
                    process.kill();
                }
            }
        }
    }

    private List<ServiceProcess> processes(List<ProcessSpec> stage, RestartPolicy policy) {
        return stage.stream()
                .map(spec -> new ServiceProcess(spec, policy, event -> take(spec, event)))
                .toList();
    }

    private void take(ProcessSpec spec, ProcessEvent event) {
        events.accept(event);
        switch (event) {
            case ProcessEvent.Ready(String name, _) -> {
                boolean again = !ready(name).complete(null);
                if (again && spec.forgetsOnRestart()) {
                    renewWhatStartedAfter(name);
                }
            }
            case ProcessEvent.GaveUp gaveUp -> failure.complete(gaveUp);
            case ProcessEvent.Started _, ProcessEvent.Died _ -> {}
        }
    }

    private void renewWhatStartedAfter(String name) {
        stages.stream()
                .dropWhile(
                        stage -> stage.stream().noneMatch(process -> process.name().equals(name)))
                .skip(1)
                .flatMap(List::stream)
                .forEach(ServiceProcess::renew);
    }

    private Startup awaitReady(List<ServiceProcess> stage, Duration patience)
            throws InterruptedException {
        CompletableFuture<Startup> allReady =
                CompletableFuture.allOf(
                                stage.stream()
                                        .map(process -> ready(process.name()))
                                        .toArray(CompletableFuture<?>[]::new))
                        .thenApply(_ -> new Startup.AllReady());
        CompletableFuture<Startup> failed = failure.thenApply(Startup.Failed::new);
        try {
            return allReady.applyToEither(failed, startup -> startup)
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return new Startup.TooSlow(
                    stage.stream()
                            .map(ServiceProcess::name)
                            .filter(name -> !ready(name).isDone())
                            .toList());
        } catch (ExecutionException e) {
            throw new IllegalStateException("Readiness and failure are only ever completed", e);
        }
    }

    /// Completes when that process was ready for the first time.
    private CompletableFuture<Void> ready(String name) {
        return ready.computeIfAbsent(name, _ -> new CompletableFuture<>());
    }
}
