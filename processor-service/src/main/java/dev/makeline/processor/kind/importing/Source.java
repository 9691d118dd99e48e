package dev.makeline.processor.kind.importing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/// Bytes that are at hand: of a file on disk, or of an entry in memory.
interface Source {

    long size() throws IOException;

    /// Reads from a place on.
    InputStream from(long offset) throws IOException;

    byte[] slice(long offset, int length) throws IOException;

    static Source of(byte[] bytes) {
        return new Source() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public InputStream from(long offset) {
                int start = Math.toIntExact(offset);
                return new ByteArrayInputStream(bytes, start, bytes.length - start);
            }

            @Override
            public byte[] slice(long offset, int length) {
                int start = Math.toIntExact(offset);
                return Arrays.copyOfRange(bytes, start, start + length);
            }
        };
    }

    /// @param file open for as long as the source is used
    static Source of(FileChannel file) {
        return new Source() {
            @Override
            public long size() throws IOException {
                return file.size();
            }

            @Override
            public InputStream from(long offset) {
                return new FileBytes(file, offset);
            }

            @Override
            public byte[] slice(long offset, int length) throws IOException {
                ByteBuffer slice = ByteBuffer.allocate(length);
                int read = 0;
                while (slice.hasRemaining() && read >= 0) {
                    read = file.read(slice, offset + slice.position());
                }
                return slice.array();
            }
        };
    }
}
