package dev.makeline.protocol;

import java.time.Instant;
import java.util.Optional;

/// A person with an account.
///
/// @param value a ULID in lower case; its text order is the order of creation
public record UserId(String value) implements Comparable<UserId> {

    public UserId {
        if (!TimeSortedId.isWellFormed(value)) {
            throw new IllegalArgumentException("'%s' is no id of this kind".formatted(value));
        }
    }

    public static UserId next(Instant now) {
        return new UserId(TimeSortedId.next(now));
    }

    /// Empty for a text that no id has.
    public static Optional<UserId> parse(String text) {
        return TimeSortedId.isWellFormed(text) ? Optional.of(new UserId(text)) : Optional.empty();
    }

    @Override
    public int compareTo(UserId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
