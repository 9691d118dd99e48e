package dev.makeline.launcher.instance;

import dev.makeline.protocol.MalformedMessageException;
import dev.makeline.protocol.ProtocolJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The instances that were started from this project, one file each, named by the launcher's pid.
public final class RunningInstances {

    private static final String SUFFIX = ".json";
    private static final Duration PATIENCE_WITH_ORPHANS = Duration.ofSeconds(10);

    private final Path folder;

    public RunningInstances(Home home) {
        this.folder = home.running();
    }

    /// @param pid of the wanted one; may be left out while only one runs
    /// @throws CannotProceedException when there is none, or no telling which
    public RunningInstance find(OptionalLong pid) {
        List<RunningInstance> alive = alive();
        List<RunningInstance> wanted =
                alive.stream()
                        .filter(one -> pid.isEmpty() || one.pid() == pid.getAsLong())
                        .toList();
        if (wanted.isEmpty()) {
            throw CannotProceedException.refused(
                    pid.isPresent() && !alive.isEmpty()
                            ? "No Makeline with pid %d is running; running are %s."
                                    .formatted(pid.getAsLong(), listed(alive))
                            : "No Makeline is running here: start one with ./makeline up.");
        }
        if (wanted.size() > 1) {
            throw CannotProceedException.refused(
                    "More than one Makeline is running (%s): say which one with --pid."
                            .formatted(listed(wanted)));
        }
        return wanted.getFirst();
    }

    public List<RunningInstance> alive() {
        return all().filter(RunningInstance::isAlive).toList();
    }

    /// The instance that works in this folder.
    Optional<RunningInstance> of(Path data) {
        return alive().stream().filter(one -> Path.of(one.data()).equals(data)).findFirst();
    }

    /// Ends what killed launchers left behind, and forgets those launchers.
    ///
    /// @return how many processes were ended
    public int clearUp() {
        List<RunningInstance> dead = all().filter(one -> !one.isAlive()).toList();
        List<ProcessHandle> orphans =
                dead.stream().flatMap(one -> one.livingProcesses().stream()).toList();
        orphans.forEach(ProcessHandle::destroy);
        CompletableFuture.allOf(
                        orphans.stream()
                                .map(ProcessHandle::onExit)
                                .toArray(CompletableFuture<?>[]::new))
                .completeOnTimeout(null, PATIENCE_WITH_ORPHANS.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        orphans.forEach(ProcessHandle::destroyForcibly);
        dead.forEach(this::remove);
        return orphans.size();
    }

    /// @throws CannotProceedException when the file cannot be written
    void write(RunningInstance instance) {
        Path file = file(instance);
        try {
            Files.createDirectories(folder);
            Path draft = Files.createTempFile(folder, "draft", null);
            Files.writeString(draft, ProtocolJson.write(instance));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw CannotProceedException.refused(
                    "Other commands find a running Makeline through %s, which cannot be written (%s): make that folder writable."
                            .formatted(file, DataFolder.reason(e)));
        }
    }

    void remove(RunningInstance instance) {
        try {
            Files.deleteIfExists(file(instance));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + file(instance), e);
        }
    }

    private Stream<RunningInstance> all() {
        if (!Files.isDirectory(folder)) {
            return Stream.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(SUFFIX))
                    .flatMap(file -> read(file).stream())
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder, e);
        }
    }

    private static Optional<RunningInstance> read(Path file) {
        try {
            return Optional.of(ProtocolJson.read(Files.readString(file), RunningInstance.class));
        } catch (IOException | MalformedMessageException e) {
            // Removed meanwhile, or of another version: neither can be spoken to.
            return Optional.empty();
        }
    }

    private Path file(RunningInstance instance) {
        return folder.resolve(instance.pid() + SUFFIX);
    }

    private static String listed(List<RunningInstance> instances) {
        return instances.stream()
                .map(one -> "pid %d at %s".formatted(one.pid(), Ports.uri(one.ports().server())))
                .collect(Collectors.joining(", "));
    }
}
