package dev.makeline.processor.run;

import dev.makeline.protocol.JobId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A folder for the files of one attempt, named after it, which goes with it. A process that is
/// killed leaves its folder; the operating system then gives back the lock that it held there, by
/// which the next task, or whoever calls [#removeLeftovers], knows that nobody uses it any more.
public final class TaskFolder implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(TaskFolder.class);

    private static final String IN_USE = ".in-use";

    /// Held while folders are made and removed, so that none is removed between its making and its
    /// lock.
    private static final String GATE = ".gate";

    private final Path path;
    private final FileChannel inUse;

    private TaskFolder(Path path, FileChannel inUse) {
        this.path = path;
        this.inUse = inUse;
    }

    /// Where the folders of all attempts are on this machine, of this user.
    public static Path root() {
        return Path.of(
                System.getProperty("java.io.tmpdir"),
                "makeline-tasks-" + System.getProperty("user.name"));
    }

    /// Removes what is left of attempts that are over first.
    static TaskFolder in(Path root, JobId job, int attempt) throws IOException {
        Files.createDirectories(root);
        synchronized (TaskFolder.class) {
            try (FileChannel gate = open(root.resolve(GATE));
                    FileLock _ = gate.lock()) {
                removeUnused(root);
                Path path =
                        Files.createTempDirectory(root, "%s-%d-".formatted(job.value(), attempt));
                FileChannel inUse = open(path.resolve(IN_USE));
                inUse.lock();
                return new TaskFolder(path, inUse);
            }
        }
    }

    /// Removes the folders of attempts whose processes are gone. Another process that does so at
    /// the same time is waited for.
    public static void removeLeftovers(Path root) {
        if (!Files.isDirectory(root)) {
            return;
        }
        synchronized (TaskFolder.class) {
            try (FileChannel gate = open(root.resolve(GATE));
                    FileLock _ = gate.lock()) {
                removeUnused(root);
            } catch (IOException e) {
                warn(root, e);
            }
        }
    }

    private static void removeUnused(Path root) throws IOException {
        List<Path> folders;
        try (Stream<Path> found = Files.list(root)) {
            folders = found.filter(Files::isDirectory).toList();
        }
        for (Path folder : folders) {
            try {
                if (!isInUse(folder)) {
                    remove(folder);
                    log.atInfo()
                            .addKeyValue("folder", folder)
                            .log("Removed what an attempt had left");
                }
            } catch (IOException | UncheckedIOException e) {
                warn(folder, e);
            }
        }
    }

    private static void warn(Path folder, Exception e) {
        log.atWarn()
                .addKeyValue("folder", folder)
                .addKeyValue("cause", String.valueOf(e.getMessage()))
                .log("What attempts have left could not be removed");
    }

    private static boolean isInUse(Path folder) throws IOException {
        try (FileChannel channel =
                        FileChannel.open(folder.resolve(IN_USE), StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException e) {
            // This very process uses it.
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static void remove(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> found = Files.walk(folder)) {
            all = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path one : all) {
            Files.deleteIfExists(one);
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        try (inUse) {
            remove(path);
        }
    }
}
