package dev.makeline.processor.kind.container;

import dev.makeline.protocol.job.ResourceClass;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Through the program of an engine that understands what `docker` does. Every argument stands by
/// itself, and the container's variables are handed over in the program's environment, never on its
/// command line, where every process of the machine could read them.
///
/// A container may do little: no rights of the kernel's, no more memory, processor and processes
/// than its resource class, nothing to write to but `/tmp`.
public final class CliContainerEngine implements ContainerEngine {

    /// Of the engine's program: the engine itself failed.
    private static final int ENGINE_FAILED = 125;

    /// What the engine's program needs of this process's environment.
    private static final Set<String> KEPT =
            Set.of(
                    "PATH",
                    "HOME",
                    "DOCKER_HOST",
                    "DOCKER_CONTEXT",
                    "DOCKER_CONFIG",
                    "XDG_RUNTIME_DIR");

    private final String program;
    private final String network;
    private final Map<String, String> own;

    /// @param environment of this process
    public CliContainerEngine(ContainerSettings settings, Map<String, String> environment) {
        this.program = settings.engine().strip();
        this.network = settings.network();
        this.own =
                environment.entrySet().stream()
                        .filter(variable -> KEPT.contains(variable.getKey()))
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public ContainerEnd run(ContainerOrder order, Consumer<String> says)
            throws IOException, InterruptedException {
        if (!isHere(order.image())) {
            AtomicReference<String> last = new AtomicReference<>("");
            if (call(List.of("pull", "--quiet", order.image()), last::set) != 0) {
                return refused(last.get());
            }
        }
        return start(order, says);
    }

    private boolean isHere(String image) throws IOException, InterruptedException {
        return call(List.of("image", "inspect", image), _ -> {}) == 0;
    }

    private int call(List<String> arguments, Consumer<String> says)
            throws IOException, InterruptedException {
        try (EngineProcess process = EngineProcess.start(with(arguments), own, says)) {
            return process.await();
        }
    }

    private List<String> with(List<String> arguments) {
        return Stream.concat(Stream.of(program), arguments.stream()).toList();
    }

    private static ContainerEnd refused(String sentence) {
        return isMissing(sentence)
                ? new ContainerEnd.NoImage()
                : new ContainerEnd.EngineFailed(sentence);
    }

    private ContainerEnd start(ContainerOrder order, Consumer<String> says)
            throws IOException, InterruptedException {
        AtomicReference<String> last = new AtomicReference<>("");
        Map<String, String> environment = new HashMap<>(order.environment());
        environment.putAll(own);
        Thread removal = Thread.ofPlatform().unstarted(() -> remove(order.name()));
        Runtime.getRuntime().addShutdownHook(removal);
        boolean isOver = false;
        try (EngineProcess process =
                EngineProcess.start(
                        with(arguments(order)),
                        environment,
                        line -> {
                            last.set(line);
                            says.accept(line);
                        })) {
            int code = process.await();
            isOver = true;
            return code == ENGINE_FAILED ? refused(last.get()) : new ContainerEnd.Exited(code);
        } finally {
            if (!isOver) {
                remove(order.name());
            }
            forget(removal);
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // It is running.
        }
    }

    private List<String> arguments(ContainerOrder order) {
        ResourceClass resources = order.resources();
        String memory = resources.memoryMebibytes() + "m";
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "run",
                                "--rm",
                                "--name",
                                order.name(),
                                "--pull",
                                "never",
                                "--network",
                                network,
                                "--memory",
                                memory,
                                "--memory-swap",
                                memory,
                                "--cpus",
                                String.format(Locale.ROOT, "%.2f", resources.cpuUnits() / 1024.0),
                                "--pids-limit",
                                "256",
                                "--read-only",
                                "--tmpfs",
                                "/tmp:rw,nosuid,nodev,size=64m,mode=1777",
                                "--cap-drop",
                                "ALL",
                                "--security-opt",
                                "no-new-privileges",
                                "--user",
                                "65534:65534",
                                "--log-driver",
                                "none"));
        order.environment().keySet().stream()
                .sorted()
                .forEach(name -> arguments.addAll(List.of("--env", name)));
        arguments.add(order.image());
        arguments.addAll(order.command());
        return arguments;
    }

    /// Kills it where it runs; without effect on one that is not there.
    void remove(String container) {
        boolean wasInterrupted = Thread.interrupted();
        try {
            call(List.of("rm", "--force", container), _ -> {});
        } catch (IOException _) {
            // Without the engine's program there is no container.
        } catch (InterruptedException _) {
            wasInterrupted = true;
        }
        if (wasInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isMissing(String sentence) {
        String lower = sentence.toLowerCase(Locale.ROOT);
        return Stream.of(
                        "not found",
                        "does not exist",
                        "manifest unknown",
                        "no such image",
                        "invalid reference",
                        "access denied",
                        "access to the resource is denied")
                .anyMatch(lower::contains);
    }
}
