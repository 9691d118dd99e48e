package dev.makeline.processor.task;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The JDK's ahead-of-time cache of the task program: it is made of what the first task that ends
/// well has noted, and the tasks after it start in a fraction of the time. Named for the class path
/// as it is, so that another build has another cache. The JDK caches programs of jars alone.
/// Thread-safe.
final class TaskCache {

    private static final Logger log = LoggerFactory.getLogger(TaskCache.class);
    private static final String PREFIX = "tasks-";
    private static final int NAME_CHARACTERS = 16;

    private final Path cache;
    private final AtomicReference<String> trainedBy = new AtomicReference<>("");

    private TaskCache(Path cache) {
        this.cache = cache;
    }

    static boolean takes(String classPath) {
        return Arrays.stream(classPath.split(File.pathSeparator, -1))
                .noneMatch(entry -> Files.isDirectory(Path.of(entry)));
    }

    /// @param folder made when it is not there
    /// @throws IllegalStateException when it can't be
    static TaskCache in(Path folder, String classPath) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "makeline.processor.local-runner.cache-folder names %s, where no folder can be made; name another, or none for tasks without a cache"
                            .formatted(folder),
                    e);
        }
        TaskCache cache = new TaskCache(folder.resolve(PREFIX + fingerprint(classPath) + ".aot"));
        cache.removeOthers();
        return cache;
    }

    /// Caches of other builds, and what a task left that did not end.
    private void removeOthers() {
        try (DirectoryStream<Path> others =
                Files.newDirectoryStream(
                        cache.resolveSibling("."),
                        file ->
                                file.getFileName().toString().startsWith(PREFIX)
                                        && !file.getFileName().equals(cache.getFileName()))) {
            for (Path other : others) {
                Files.deleteIfExists(other);
            }
        } catch (IOException e) {
            log.atWarn()
                    .addKeyValue("cause", e.getMessage())
                    .log("Old caches for tasks could not be removed");
        }
    }

    /// What the JVM of a task is started with: the cache, or that it notes what goes into one.
    ///
    /// @param task a name of its own for each task
    List<String> flags(String task) {
        if (Files.exists(cache)) {
            return List.of("-XX:AOTCache=" + cache);
        }
        return trainedBy.compareAndSet("", task)
                ? List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + notes())
                : List.of();
    }

    /// To be told of every end of a task, so that a cache is made of the notes of one that ended
    /// well, by a process beside the tasks; another task takes notes otherwise.
    ///
    /// @param java the command of a JVM as tasks have it, without a main class
    void ended(String task, boolean isWell, List<String> java) {
        if (!trainedBy.get().equals(task)) {
            return;
        }
        if (!isWell || !Files.exists(notes())) {
            trainedBy.set("");
            return;
        }
        List<String> command = new ArrayList<>(java);
        command.addAll(
                1,
                List.of(
                        "-XX:AOTMode=create",
                        "-XX:AOTConfiguration=" + notes(),
                        "-XX:AOTCache=" + unfinished()));
        try {
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().clear();
            builder.redirectErrorStream(true);
            builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
            CompletableFuture<?> _ =
                    builder.start().onExit().thenAccept(over -> made(over.exitValue() == 0));
        } catch (IOException e) {
            notKept(e.getMessage());
        }
    }

    private void made(boolean isWell) {
        try {
            Files.deleteIfExists(notes());
            if (isWell) {
                Files.move(unfinished(), cache, StandardCopyOption.ATOMIC_MOVE);
                trainedBy.set("");
            } else {
                notKept("The JVM did not make it");
            }
        } catch (IOException e) {
            notKept(String.valueOf(e.getMessage()));
        }
    }

    /// Tasks go on without one until the service is started again.
    private static void notKept(@Nullable String cause) {
        log.atWarn().addKeyValue("cause", cause).log("There is no cache for tasks");
    }

    private Path notes() {
        return cache.resolveSibling(unfinished().getFileName() + ".config");
    }

    private Path unfinished() {
        return cache.resolveSibling(
                "%s.%d".formatted(cache.getFileName(), ProcessHandle.current().pid()));
    }

    private static String fingerprint(String classPath) {
        MessageDigest digest = sha256();
        digest.update(System.getProperty("java.vm.version").getBytes(UTF_8));
        Arrays.stream(classPath.split(File.pathSeparator, -1))
                .map(TaskCache::entry)
                .forEach(entry -> digest.update(entry.getBytes(UTF_8)));
        return HexFormat.of().formatHex(digest.digest()).substring(0, NAME_CHARACTERS);
    }

    private static String entry(String file) {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(Path.of(file), BasicFileAttributes.class);
            return "%s %d %s\n".formatted(file, attributes.size(), attributes.lastModifiedTime());
        } catch (IOException _) {
            return file + " is not there\n";
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
