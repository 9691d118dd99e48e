package dev.makeline.launcher.instance;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// The folder that one instance works in, held by a file lock for as long as the instance lives:
/// the system lets go of it when the process ends in whatever way.
public final class DataFolder implements AutoCloseable {

    private static final String LOCK = "instance.lock";

    private final Path root;
    private final boolean temporary;
    private final FileChannel lock;
    private boolean wanted;

    private DataFolder(Path root, boolean temporary, FileChannel lock) {
        this.root = root;
        this.temporary = temporary;
        this.lock = lock;
    }

    /// Creates what is missing.
    ///
    /// @throws CannotProceedException when the folder cannot be written or another instance has it
    public static DataFolder open(Path folder) {
        Path root = folder.toAbsolutePath().normalize();
        try {
            return open(root, false);
        } catch (IOException e) {
            throw CannotProceedException.refused(
                    "The data folder %s cannot be used (%s): choose one that you may write with --data DIR, or keep no data with --memory."
                            .formatted(root, reason(e)));
        }
    }

    /// For an instance that keeps nothing: its logs and its secret only; removed by [#close].
    public static DataFolder temporary() {
        try {
            return open(Files.createTempDirectory("makeline-"), true);
        } catch (IOException e) {
            throw CannotProceedException.refused(
                    "No folder for the logs can be made in %s (%s): set TMPDIR to one that you may write."
                            .formatted(System.getProperty("java.io.tmpdir"), reason(e)));
        }
    }

    /// Whether that process is an instance that works in this folder. Not to be asked of the
    /// calling process itself: on some systems that would let go of its lock.
    static boolean isHeldBy(Path root, long pid) {
        Path lock = root.resolve(LOCK);
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            return !taken(channel) && Files.readString(lock).strip().equals(Long.toString(pid));
        } catch (IOException e) {
            return false;
        }
    }

    public Path root() {
        return root;
    }

    public Path logs() {
        return root.resolve("logs");
    }

    /// Where mails land as files, since nothing is sent from here.
    public Path mail() {
        return root.resolve("mail");
    }

    /// Where administrators are told of deletions, a file for each.
    public Path notices() {
        return root.resolve("notices");
    }

    /// Where local-aws keeps buckets and tables; absent when nothing is kept.
    Optional<Path> aws() {
        return temporary ? Optional.empty() : Optional.of(root.resolve("aws"));
    }

    boolean isTemporary() {
        return temporary;
    }

    /// What is in it is still to be read by a person: [#close] leaves it.
    void keep() {
        wanted = true;
    }

    /// Lets the next instance in. Idempotent.
    @Override
    public void close() {
        if (!lock.isOpen()) {
            return;
        }
        try {
            lock.close();
            if (temporary && !wanted) {
                delete(root);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("Cannot leave the folder " + root, e);
        }
    }

    private static DataFolder open(Path root, boolean temporary) throws IOException {
        Files.createDirectories(root.resolve("logs"));
        Files.createDirectories(root.resolve("notices"));
        FileChannel lock =
                FileChannel.open(
                        root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!taken(lock)) {
            lock.close();
            throw CannotProceedException.refused(
                    "The data folder %s is in use by another running Makeline%s: stop that one with ./makeline down, or choose another folder with --data DIR."
                            .formatted(root, holder(root)));
        }
        lock.truncate(0);
        lock.write(
                ByteBuffer.wrap(
                        Long.toString(ProcessHandle.current().pid())
                                .getBytes(StandardCharsets.US_ASCII)));
        return new DataFolder(root, temporary, lock);
    }

    private static boolean taken(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static String holder(Path root) {
        try {
            return " (pid " + Files.readString(root.resolve(LOCK)).strip() + ")";
        } catch (IOException e) {
            return "";
        }
    }

    static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException _ -> "permission denied";
            case FileAlreadyExistsException inTheWay -> inTheWay.getFile() + " is a file";
            case NoSuchFileException missing -> missing.getFile() + " does not exist";
            case FileSystemException other when other.getReason() != null -> other.getReason();
            default -> String.valueOf(e.getMessage());
        };
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
