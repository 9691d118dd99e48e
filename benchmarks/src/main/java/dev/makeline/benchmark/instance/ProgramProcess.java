package dev.makeline.benchmark.instance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// One started process; what it prints goes to a file.
public final class ProgramProcess {

    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration DRAIN = Duration.ofSeconds(20);
    private static final long PROBE_MILLIS = 50;

    private final String name;
    private final Process process;
    private final Path log;

    private ProgramProcess(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    static ProgramProcess launch(
            String name, List<String> command, Map<String, String> environment, Path log) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            return new ProgramProcess(name, builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + name, e);
        }
    }

    /// @throws InstanceFailedException when it ends, or takes too long
    void awaitReady(BooleanSupplier ready) throws InterruptedException {
        long deadline = System.nanoTime() + START.toNanos();
        while (!ready.getAsBoolean()) {
            if (process.waitFor(PROBE_MILLIS, TimeUnit.MILLISECONDS)
                    || System.nanoTime() > deadline) {
                throw new InstanceFailedException(
                        "%s did not become ready; see %s".formatted(name, log));
            }
        }
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /// SIGTERM, and SIGKILL when it does not drain.
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(DRAIN.toMillis(), TimeUnit.MILLISECONDS)) {
            kill();
        }
    }

    void kill() {
        process.destroyForcibly();
    }
}
