package dev.makeline.protocol;

import java.time.Instant;
import java.util.Optional;

/// What ends together: one log in with all its tokens, one browser session, or one personal token.
///
/// @param value a ULID in lower case; its text order is the order of creation
public record FamilyId(String value) {

    public FamilyId {
        if (!TimeSortedId.isWellFormed(value)) {
            throw new IllegalArgumentException("'%s' is no id of this kind".formatted(value));
        }
    }

    public static FamilyId next(Instant now) {
        return new FamilyId(TimeSortedId.next(now));
    }

    /// Empty for a text that no id has.
    public static Optional<FamilyId> parse(String text) {
        return TimeSortedId.isWellFormed(text) ? Optional.of(new FamilyId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
