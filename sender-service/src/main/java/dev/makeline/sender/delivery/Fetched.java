package dev.makeline.sender.delivery;

import java.time.Instant;

/// What was found where an upload job points to.
sealed interface Fetched {

    /// That very version.
    ///
    /// @param lastModified UTC with a resolution of one second
    @SuppressWarnings("ArrayRecordComponent")
    record Content(byte[] bytes, Instant lastModified) implements Fetched {}

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
