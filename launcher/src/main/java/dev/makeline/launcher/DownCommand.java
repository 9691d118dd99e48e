package dev.makeline.launcher;

import dev.makeline.launcher.instance.CannotProceedException;
import dev.makeline.launcher.instance.Home;
import dev.makeline.launcher.instance.RunningInstance;
import dev.makeline.launcher.instance.RunningInstances;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Ends the running instance as Ctrl-C would, and returns when it is gone.
@Command(name = "down", description = "Stops the running instance and waits until it is gone.")
final class DownCommand implements Callable<Integer> {

    /// Three stages of 20 s, and a little for the launcher itself.
    private static final Duration PATIENCE = Duration.ofSeconds(75);

    @Mixin private final InstanceChoice choice = new InstanceChoice();

    @Override
    public Integer call() throws InterruptedException {
        RunningInstances instances = new RunningInstances(Home.ofThisProcess());
        int orphans = instances.clearUp();
        if (orphans > 0) {
            System.out.printf(
                    "Ended %d processes that a killed Makeline had left behind.%n", orphans);
            if (instances.alive().isEmpty()) {
                return 0;
            }
        }
        RunningInstance instance = choice.find();
        System.out.printf("Stopping Makeline (pid %d) …%n", instance.pid());
        Optional<ProcessHandle> launcher = ProcessHandle.of(instance.pid());
        if (launcher.isPresent()) {
            launcher.get().destroy();
            await(launcher.get().onExit(), instance);
        }
        System.out.println("Stopped.");
        return 0;
    }

    private static void await(CompletableFuture<?> end, RunningInstance instance)
            throws InterruptedException {
        try {
            end.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw CannotProceedException.failed(
                    "Makeline (pid %d) has not ended within %d s: look at its logs in %s, or end it with kill -9 %d; its services end by themselves then."
                            .formatted(
                                    instance.pid(),
                                    PATIENCE.toSeconds(),
                                    instance.data() + "/logs",
                                    instance.pid()));
        } catch (ExecutionException e) {
            throw new IllegalStateException("The end of a process never fails", e);
        }
    }
}
