package dev.makeline.launcher.recipes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// The lines of a stream in UTF-8. Only a newline, with or without a carriage return before it,
/// ends a line, so that as many come out as went in. Holds one line at a time, and of one that is
/// too long nothing.
final class LineSource {

    private static final int READ_BYTES = 1 << 16;

    private final InputStream in;
    private final int maxBytes;
    private byte[] buffer = new byte[READ_BYTES];
    private int start;
    private int end;
    private int lineStart;
    private int lineEnd;
    private long number;
    private boolean tooLong;

    /// @param maxBytes of a line, which bounds the memory
    LineSource(InputStream in, int maxBytes) {
        this.in = in;
        this.maxBytes = maxBytes;
    }

    /// Goes on to the next line; waits for it where needed.
    ///
    /// @return whether there is one
    boolean advance() throws IOException {
        if (tooLong) {
            dropLine();
        }
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
            if (length > maxBytes) {
                tooLong = true;
                take(start, end);
                return true;
            }
            if (!fill()) {
                take(end, end);
                return length > 0;
            }
        }
    }

    /// The line; bytes that are no UTF-8 become U+FFFD.
    String line() {
        return new String(buffer, lineStart, lineEnd - lineStart, UTF_8);
    }

    /// The bytes of the line, which the receiver may keep.
    byte[] bytes() {
        return Arrays.copyOfRange(buffer, lineStart, lineEnd);
    }

    /// Whether the line has more bytes than are kept; it reads as an empty one.
    boolean isTooLong() {
        return tooLong;
    }

    /// Of the line, counted from 1.
    long number() {
        return number;
    }

    /// Whether the next line must be waited for, so that the output should be seen before.
    boolean isWaiting() {
        return start == end;
    }

    private void take(int endOfLine, int next) {
        boolean carriageReturn =
                next > endOfLine && endOfLine > start && buffer[endOfLine - 1] == '\r';
        lineStart = start;
        lineEnd = carriageReturn ? endOfLine - 1 : endOfLine;
        start = next;
    }

    private void dropLine() throws IOException {
        tooLong = false;
        while (true) {
            while (start < end) {
                if (buffer[start++] == '\n') {
                    return;
                }
            }
            if (!fill()) {
                return;
            }
        }
    }

    private boolean fill() throws IOException {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }
        if (end == buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.min(2 * buffer.length, maxBytes + READ_BYTES));
        }
        int read = in.read(buffer, end, buffer.length - end);
        end += Math.max(read, 0);
        return read >= 0;
    }
}
