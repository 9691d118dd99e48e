package dev.makeline.sender.delivery;

import java.time.Instant;

/// What was found where an upload job points to.
sealed interface Fetched {

    /// That very version. No record, since it holds an array, which is handed on as it is.
    final class Content implements Fetched {

        private final byte[] bytes;
        private final Instant lastModified;

        Content(byte[] bytes, Instant lastModified) {
            this.bytes = bytes;
            this.lastModified = lastModified;
        }

        byte[] bytes() {
            return bytes;
        }

        /// UTC with a resolution of one second.
        Instant lastModified() {
            return lastModified;
        }
    }

    /// More than is read of any object.
    ///
    /// @param size bytes, as S3 says it
    record TooLarge(long size) implements Fetched {}

    /// There is no such object or version (any more).
    record Gone() implements Fetched {}

    /// The key holds another version now.
    record Replaced() implements Fetched {}

    /// Not known.
    record Unfetched(Delivery.Unavailable because) implements Fetched {}
}
