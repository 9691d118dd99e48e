package dev.makeline.processor.kind.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// Reads a file from a place on, beside other readers of the same. Closing it leaves the file open.
final class FileBytes extends InputStream {

    private final FileChannel file;
    private long at;

    FileBytes(FileChannel file, long from) {
        this.file = file;
        this.at = from;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = file.read(ByteBuffer.wrap(into, offset, length), at);
        at += Math.max(0, read);
        return read;
    }
}
