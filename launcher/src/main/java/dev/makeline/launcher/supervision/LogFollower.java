package dev.makeline.launcher.supervision;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;

/// Hands on the lines that are appended to a log file. [#poll] is called again and again, by one
/// thread.
public final class LogFollower {

    private static final int CHUNK_BYTES = 65_536;

    private final Path log;
    private final Consumer<String> lines;
    private long position;

    /// @param start where to begin, in bytes
    public LogFollower(Path log, long start, Consumer<String> lines) {
        this.log = log;
        this.position = start;
        this.lines = lines;
    }

    /// Hands on every line that is complete by now; a log that cannot be read has none.
    public void poll() {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            while (file.length() > position && handOn(file)) {}
        } catch (IOException e) {
            // Not there yet: the next poll reads on.
            return;
        }
    }

    private boolean handOn(RandomAccessFile file) throws IOException {
        byte[] chunk = new byte[(int) Math.min(CHUNK_BYTES, file.length() - position)];
        file.seek(position);
        file.readFully(chunk);
        int end = lastLineEnd(chunk);
        if (end == 0) {
            return false;
        }
        position += end;
        new String(chunk, 0, end, StandardCharsets.UTF_8).lines().forEach(lines);
        return true;
    }

    /// A chunk that is full without any line end is handed on as it is.
    private static int lastLineEnd(byte[] chunk) {
        for (int i = chunk.length; i > 0; i--) {
            if (chunk[i - 1] == '\n') {
                return i;
            }
        }
        return chunk.length == CHUNK_BYTES ? CHUNK_BYTES : 0;
    }
}
