package dev.makeline.system.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// One program of an instance, through all its deaths and restarts. What it prints is kept in one
/// file.
public final class ProgramProcess implements AutoCloseable {

    /// A start takes about 3 s alone, several times that while everything else is busy.
    private static final Duration START = Duration.ofSeconds(60);

    private final String name;
    private final List<String> command;
    private final Map<String, String> environment;
    private final Path log;
    private final BooleanSupplier ready;
    private final URI uri;
    private Optional<Process> process = Optional.empty();
    private boolean hasExtraEnvironment;

    ProgramProcess(
            String name,
            List<String> command,
            Map<String, String> environment,
            Path log,
            BooleanSupplier ready,
            URI uri) {
        this.name = name;
        this.command = command;
        this.environment = environment;
        this.log = log;
        this.ready = ready;
        this.uri = uri;
    }

    public String name() {
        return name;
    }

    /// Where it answers over HTTP, past any proxy.
    public URI uri() {
        return uri;
    }

    public Path log() {
        return log;
    }

    /// Starts without waiting until it is ready.
    public void launch() {
        launch(Map.of());
    }

    /// @param extra environment for this one run
    public void launch(Map<String, String> extra) {
        assertThat(isAlive()).as("%s runs already", name).isFalse();
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(Redirect.appendTo(log.toFile()));
        Map<String, String> variables = builder.environment();
        var inherited = new TreeMap<>(variables);
        variables.clear();
        List.of("PATH", "HOME", "LANG", "TMPDIR")
                .forEach(kept ->
                        Optional.ofNullable(inherited.get(kept))
                                .ifPresent(value -> variables.put(kept, value)));
        variables.putAll(environment);
        variables.putAll(extra);
        try {
            process = Optional.of(builder.start());
            hasExtraEnvironment = !extra.isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void awaitReady() {
        await(name + " is ready; its log: " + log)
                .atMost(START)
                .pollInterval(Duration.ofMillis(100))
                .failFast(() ->
                        assertThat(isAlive())
                                .as("%s started; its log ends:\n%s", name, lastLines(30))
                                .isTrue())
                .until(ready::getAsBoolean);
    }

    public void start() {
        launch();
        awaitReady();
    }

    public void start(Map<String, String> extra) {
        launch(extra);
        awaitReady();
    }

    public boolean isAlive() {
        return process.filter(Process::isAlive).isPresent();
    }

    /// Runs, and with nothing in its environment that only one test wants.
    boolean isAliveAsEver() {
        return isAlive() && !hasExtraEnvironment;
    }

    /// Of the process that was started last.
    public long pid() {
        return process.orElseThrow().pid();
    }

    /// SIGKILL; returns when it is dead.
    public void kill() {
        process.ifPresent(running -> {
            running.destroyForcibly();
            awaitExit(Duration.ofSeconds(10));
        });
    }

    /// SIGTERM; returns how long it took to end.
    public Duration terminate(Duration atMost) {
        long start = System.nanoTime();
        process.ifPresent(Process::destroy);
        awaitExit(atMost);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /// The exit code.
    public int awaitExit(Duration atMost) {
        Process running = process.orElseThrow();
        try {
            assertThat(running.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS))
                    .as("%s ends within %s; its log: %s", name, atMost, log)
                    .isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return running.exitValue();
    }

    public void restart() {
        kill();
        start();
    }

    /// Every thread stands still, as on a machine that is paused; sockets stay open.
    public void pause() {
        signal("STOP");
    }

    public void resume() {
        signal("CONT");
    }

    public List<String> logLines() {
        try {
            return Files.exists(log) ? Files.readAllLines(log) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String lastLines(int count) {
        List<String> lines = logLines();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - count), lines.size()));
    }

    @Override
    public void close() {
        if (isAlive()) {
            resume();
            kill();
        }
    }

    private void signal(String signal) {
        var command = new ArrayList<>(List.of("kill", "-" + signal));
        command.add(Long.toString(pid()));
        try {
            Process sent = new ProcessBuilder(command).inheritIO().start();
            assertThat(sent.waitFor()).as("%s to %s", signal, name).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
