package dev.makeline.protocol;

import java.time.Instant;
import java.util.Optional;

/// One content of a file: an upload, and once it is published, the versions that have it.
///
/// @param value a ULID in lower case; its text order is the order of creation
public record ContentId(String value) {

    public ContentId {
        if (!TimeSortedId.isWellFormed(value)) {
            throw new IllegalArgumentException("'%s' is no id of this kind".formatted(value));
        }
    }

    public static ContentId next(Instant now) {
        return new ContentId(TimeSortedId.next(now));
    }

    /// The same for the same source.
    ///
    /// @param source what nobody can guess
    public static ContentId derived(Instant at, String source) {
        return new ContentId(TimeSortedId.derived(at, source));
    }

    /// Empty for a text that no id has.
    public static Optional<ContentId> parse(String text) {
        return TimeSortedId.isWellFormed(text)
                ? Optional.of(new ContentId(text))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
