package dev.makeline.protocol.job;

import dev.makeline.protocol.FileId;
import dev.makeline.protocol.JobId;
import java.time.Duration;
import java.util.Optional;

/// What is to be done; never changes.
///
/// @param kind the name of a [JobKindDescription]
/// @param file the input, of kinds that take one
/// @param timeout of one attempt, from its claim
/// @param mostAttempts 1 to 10
/// @param exclusiveKey of all jobs of one owner with the same key, one at a time is worked on; 1 to
///   100 characters
/// @param retryOf the job that this one does again
public record JobOrder(
        String kind,
        Optional<FileId> file,
        ResourceClass resources,
        Duration timeout,
        int mostAttempts,
        JobPriority priority,
        Optional<String> exclusiveKey,
        Optional<JobId> retryOf) {

    public static final Duration LONGEST_TIMEOUT = Duration.ofHours(12);

    /// Characters, so that it fits into the key of a row.
    public static final int LONGEST_KEY = 100;

    public JobOrder {
        JobState.checkAttempt(mostAttempts);
        if (timeout.compareTo(Duration.ofSeconds(1)) < 0
                || timeout.compareTo(LONGEST_TIMEOUT) > 0) {
            throw new IllegalArgumentException("A timeout is from 1 s to 12 h, not " + timeout);
        }
        exclusiveKey.ifPresent(key -> {
            if (key.isEmpty() || key.length() > LONGEST_KEY) {
                throw new IllegalArgumentException(
                        "An exclusive key has from 1 to %d characters".formatted(LONGEST_KEY));
            }
        });
    }

    /// Neither urgent nor exclusive, and done for the first time.
    public static JobOrder of(
            String kind,
            Optional<FileId> file,
            ResourceClass resources,
            Duration timeout,
            int mostAttempts) {
        return new JobOrder(
                kind,
                file,
                resources,
                timeout,
                mostAttempts,
                JobPriority.NORMAL,
                Optional.empty(),
                Optional.empty());
    }

    /// The same once more, for a job that ended without success.
    public JobOrder again(JobId of) {
        return new JobOrder(
                kind,
                file,
                resources,
                timeout,
                mostAttempts,
                priority,
                exclusiveKey,
                Optional.of(of));
    }
}
