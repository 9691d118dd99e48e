package dev.makeline.processor.grant;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// How long a content may be on its way. Java's HTTP client waits for the beginning of an answer no
/// longer than it is told, and for the rest of it as long as the connection stands: a store that
/// hangs in the middle, or sends a byte now and then, would have a task wait for hours.
public final class Transfer {

    /// Far below what a slow line carries.
    private static final long BYTES_PER_SECOND = 100 * 1024;

    private Transfer() {}

    /// @param base what even nothing may take
    /// @param size bytes
    public static Duration longest(Duration base, long size) {
        return base.plusSeconds(size / BYTES_PER_SECOND);
    }

    /// The same content, of which a read fails once the time is over, also one that waits. To be
    /// closed.
    public static InputStream within(Duration longest, InputStream content) {
        return new Timed(content, longest);
    }

    private static final class Timed extends FilterInputStream {

        private final Duration longest;
        private final CountDownLatch over = new CountDownLatch(1);
        private volatile boolean late;

        Timed(InputStream content, Duration longest) {
            super(content);
            this.longest = longest;
            Thread.ofVirtual().name("transfer").start(this::watch);
        }

        private void watch() {
            try {
                if (!over.await(longest.toNanos(), TimeUnit.NANOSECONDS)) {
                    late = true;
                    in.close();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (IOException _) {
                // The reader is told all the same.
            }
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read;
            try {
                read = in.read(bytes, from, length);
            } catch (IOException e) {
                throw late ? tooSlow(e) : e;
            }
            if (late) {
                throw tooSlow(null);
            }
            if (read < 0) {
                over.countDown();
            }
            return read;
        }

        private IOException tooSlow(@Nullable IOException cause) {
            return new IOException(
                    "The content did not come within %d ms".formatted(longest.toMillis()), cause);
        }

        @Override
        public void close() throws IOException {
            over.countDown();
            super.close();
        }
    }
}
