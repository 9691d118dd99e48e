package dev.makeline.processor.task;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The JDK's ahead-of-time cache of the task program: the first task that ends well leaves it
/// behind, and those after it start in a fraction of the time. Named for the class path as it is,
/// so that another build has another cache. The JDK caches programs of jars alone. Thread-safe.
final class TaskCache {

    private static final Logger log = LoggerFactory.getLogger(TaskCache.class);
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
        return new TaskCache(folder.resolve("tasks-%s.aot".formatted(fingerprint(classPath))));
    }

    /// What the JVM of a task is started with: the cache, or that it leaves one.
    ///
    /// @param task a name of its own for each task
    List<String> flags(String task) {
        if (Files.exists(cache)) {
            return List.of("-XX:AOTCache=" + cache);
        }
        return trainedBy.compareAndSet("", task)
                ? List.of("-XX:AOTCacheOutput=" + unfinished())
                : List.of();
    }

    /// To be told of every end of a task, so that a cache which was written to its end is used from
    /// then on, and another task writes one otherwise.
    void ended(String task, boolean isWell) {
        if (!trainedBy.get().equals(task)) {
            return;
        }
        try {
            if (isWell && Files.exists(unfinished())) {
                Files.move(unfinished(), cache, StandardCopyOption.ATOMIC_MOVE);
            } else {
                Files.deleteIfExists(unfinished());
            }
        } catch (IOException e) {
            log.atWarn()
                    .addKeyValue("cause", e.getMessage())
                    .log("The cache for tasks could not be kept; the next task writes it again");
        }
        trainedBy.set("");
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
