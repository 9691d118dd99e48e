package dev.makeline.protocol;

import java.time.Instant;
import java.util.Optional;

/// A user's file, through all of its versions.
///
/// @param value a ULID in lower case; its text order is the order of creation
public record FileId(String value) implements Comparable<FileId> {

    public FileId {
        if (!TimeSortedId.isWellFormed(value)) {
            throw new IllegalArgumentException("'%s' is no id of this kind".formatted(value));
        }
    }

    public static FileId next(Instant now) {
        return new FileId(TimeSortedId.next(now));
    }

    /// The same for the same source.
    ///
    /// @param source what nobody can guess
    public static FileId derived(Instant at, String source) {
        return new FileId(TimeSortedId.derived(at, source));
    }

    /// Empty for a text that no id has.
    public static Optional<FileId> parse(String text) {
        return TimeSortedId.isWellFormed(text) ? Optional.of(new FileId(text)) : Optional.empty();
    }

    @Override
    public int compareTo(FileId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
