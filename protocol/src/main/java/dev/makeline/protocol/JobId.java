package dev.makeline.protocol;

import java.time.Instant;
import java.util.Optional;

/// A job: one processing of one file, through all of its attempts.
///
/// @param value a ULID in lower case; its text order is the order of creation
public record JobId(String value) implements Comparable<JobId> {

    public JobId {
        if (!TimeSortedId.isWellFormed(value)) {
            throw new IllegalArgumentException("'%s' is no id of this kind".formatted(value));
        }
    }

    public static JobId next(Instant now) {
        return new JobId(TimeSortedId.next(now));
    }

    /// The same for the same source.
    ///
    /// @param source what nobody can guess
    public static JobId derived(Instant at, String source) {
        return new JobId(TimeSortedId.derived(at, source));
    }

    /// Before all ids that are made at this time or later, and after all others; a job's only by
    /// chance.
    public static JobId floor(Instant at) {
        return new JobId(TimeSortedId.floor(at));
    }

    /// Empty for a text that no id has.
    public static Optional<JobId> parse(String text) {
        return TimeSortedId.isWellFormed(text) ? Optional.of(new JobId(text)) : Optional.empty();
    }

    @Override
    public int compareTo(JobId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
