package dev.makeline.processor.kind;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// The bytes of a file, which may be read more than once.
///
/// @param size bytes
public record Content(long size, Opening opening) {

    /// Begins a reading.
    public interface Opening {

        InputStream open() throws IOException;
    }

    public static Content of(byte[] bytes) {
        return new Content(bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    /// Of a file that stays as it is.
    public static Content of(Path file) throws IOException {
        return new Content(Files.size(file), () -> Files.newInputStream(file));
    }

    public InputStream open() throws IOException {
        return opening.open();
    }

    /// All of it in memory.
    public byte[] bytes() throws IOException {
        try (InputStream in = open()) {
            return in.readAllBytes();
        }
    }
}
