package dev.makeline.server.file;

import dev.makeline.protocol.ResourceNames;
import java.io.InputStream;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;

/// An object that does not change, fetched piece by piece as it is read: a reader that takes its
/// time holds one piece in memory and no connection. Not thread-safe.
final class ObjectStream extends InputStream {

    /// Bytes: ten calls for the largest content by default.
    private static final int PIECE = 1 << 20;

    private final S3Client s3;
    private final String key;
    private final long size;
    private final Optional<String> eTag;
    private byte[] piece = new byte[0];
    private int position;
    private long fetched;

    ObjectStream(S3Client s3, String key, long size, Optional<String> eTag) {
        this.s3 = s3;
        this.key = key;
        this.size = size;
        this.eTag = eTag;
    }

    @Override
    public int read() {
        return isAtEnd() ? -1 : piece[position++] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (isAtEnd()) {
            return -1;
        }
        int count = Math.min(length, piece.length - position);
        System.arraycopy(piece, position, target, offset, count);
        position += count;
        return count;
    }

    private boolean isAtEnd() {
        if (position < piece.length) {
            return false;
        }
        if (fetched >= size) {
            return true;
        }
        long last = Math.min(fetched + PIECE, size) - 1;
        String range = "bytes=%d-%d".formatted(fetched, last);
        piece =
                s3.getObjectAsBytes(
                                get -> {
                                    get.bucket(ResourceNames.FILES_BUCKET).key(key).range(range);
                                    eTag.ifPresent(get::ifMatch);
                                })
                        .asByteArrayUnsafe();
        position = 0;
        fetched += piece.length;
        return piece.length == 0;
    }
}
