package dev.makeline.launcher.recipes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// The lines of a stream in UTF-8. Only a newline, with or without a carriage return before it,
/// ends a line, so that as many come out as went in; bytes that are no UTF-8 become U+FFFD.
final class LineSource {

    /// Far above the longest line that is read as an ingredient; bounds the memory.
    static final int MAX_BYTES = 10_000_000;

    private static final int READ_BYTES = 1 << 16;

    private final InputStream in;
    private byte[] buffer = new byte[READ_BYTES];
    private int start;
    private int end;
    private long number;
    private String line = "";

    LineSource(InputStream in) {
        this.in = in;
    }

    static final class TooLongException extends IOException {

        private static final long serialVersionUID = 1L;

        private final long number;

        private TooLongException(long number) {
            this.number = number;
        }

        long number() {
            return number;
        }
    }

    /// Goes on to the next line; waits for it where needed.
    ///
    /// @return whether there is one
    boolean advance() throws IOException {
        number++;
        int length = 0;
        while (true) {
            for (int i = start + length; i < end; i++) {
                if (buffer[i] == '\n') {
                    take(i, i + 1);
                    return true;
                }
            }
            length = end - start;
            if (!fill()) {
                take(end, end);
                return length > 0;
            }
        }
    }

    String line() {
        return line;
    }

    /// Whether the next line must be waited for, so that the output should be seen before.
    boolean isWaiting() {
        return start == end;
    }

    private void take(int lineEnd, int next) {
        boolean carriageReturn = next > lineEnd && lineEnd > start && buffer[lineEnd - 1] == '\r';
        line = new String(buffer, start, lineEnd - start - (carriageReturn ? 1 : 0), UTF_8);
        start = next;
    }

    private boolean fill() throws IOException {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }
        if (end == MAX_BYTES) {
            throw new TooLongException(number);
        }
        if (end == buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.min(2 * buffer.length, MAX_BYTES));
        }
        int read = in.read(buffer, end, buffer.length - end);
        end += Math.max(read, 0);
        return read >= 0;
    }
}
