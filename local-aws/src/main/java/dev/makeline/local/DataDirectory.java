package dev.makeline.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.Optional;

/// The directory in which one local AWS keeps objects (`s3/`) and tables (`dynamodb/`), locked
/// against a second one. The lock ends with the process, however it ends.
final class DataDirectory implements AutoCloseable {

    private static final String WAY_OUT =
            "choose another with --data DIR (in containers, another volume), or keep nothing with --memory.";

    /// Of how objects and tables lie in the directory: it rises whenever an older one can no longer
    /// be read. A directory without a version is of the first.
    private static final int VERSION = 1;

    private final Path directory;
    private final FileChannel lock;

    private DataDirectory(Path directory, FileChannel lock) {
        this.directory = directory;
        this.lock = lock;
    }

    /// @throws LocalAwsCannotStartException when it cannot be written, is in use, or cannot keep
    ///   what S3 needs
    static DataDirectory open(Path directory) {
        try {
            Files.createDirectories(directory.resolve("s3"));
            Files.createDirectories(directory.resolve("dynamodb"));
            checkAttributes(directory);
            FileChannel lock = lock(directory);
            checkVersion(directory, lock);
            return new DataDirectory(directory, lock);
        } catch (IOException e) {
            throw new LocalAwsCannotStartException(
                    "Local AWS cannot write to the data directory %s (%s); make it writable, %s"
                            .formatted(directory, e, WAY_OUT),
                    e);
        }
    }

    Path objects() {
        return directory.resolve("s3");
    }

    Path tables() {
        return directory.resolve("dynamodb");
    }

    /// What another version wrote may be read wrongly without anyone noticing, so it is left alone.
    private static void checkVersion(Path directory, FileChannel lock) throws IOException {
        Path file = directory.resolve("version");
        String found =
                Files.exists(file) ? Files.readString(file).strip() : Integer.toString(VERSION);
        if (!found.equals(Integer.toString(VERSION))) {
            lock.close();
            throw new LocalAwsCannotStartException(
                    "The data directory %s is of version %s, and this local AWS reads version %d alone; run the Makeline that wrote it, %s"
                            .formatted(directory, found, VERSION, WAY_OUT));
        }
        Files.writeString(file, VERSION + System.lineSeparator());
    }

    /// S3Proxy keeps entity tags and content types in extended attributes; without them every
    /// listing would tell objects apart wrongly.
    private static void checkAttributes(Path directory) throws IOException {
        Path probe = Files.createTempFile(directory, "probe", null);
        try {
            attributes(probe).write("user.probe", ByteBuffer.wrap(new byte[] {1}));
        } catch (IOException | UnsupportedOperationException e) {
            throw new LocalAwsCannotStartException(
                    "The file system of the data directory %s keeps no extended attributes, which objects need; %s"
                            .formatted(directory, WAY_OUT),
                    e);
        } finally {
            Files.delete(probe);
        }
    }

    private static UserDefinedFileAttributeView attributes(Path file) {
        return Optional.ofNullable(
                        Files.getFileAttributeView(file, UserDefinedFileAttributeView.class))
                .orElseThrow(() -> new UnsupportedOperationException("no view of user attributes"));
    }

    private static FileChannel lock(Path directory) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        directory.resolve("local-aws.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        if (!locked(channel)) {
            channel.close();
            throw new LocalAwsCannotStartException(
                    "Another local AWS uses the data directory %s; stop it, %s"
                            .formatted(directory, WAY_OUT));
        }
        return channel;
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
