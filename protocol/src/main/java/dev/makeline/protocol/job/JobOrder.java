package dev.makeline.protocol.job;

import dev.makeline.protocol.FileId;
import java.time.Duration;

/// What is to be done; never changes.
///
/// @param kind the name of a [JobKindDescription]
/// @param file the input
/// @param timeout of one attempt, from its claim
/// @param mostAttempts 1 to 10
public record JobOrder(
        String kind, FileId file, ResourceClass resources, Duration timeout, int mostAttempts) {

    public static final Duration LONGEST_TIMEOUT = Duration.ofHours(12);

    public JobOrder {
        JobState.checkAttempt(mostAttempts);
        if (timeout.compareTo(Duration.ofSeconds(1)) < 0
                || timeout.compareTo(LONGEST_TIMEOUT) > 0) {
            throw new IllegalArgumentException("A timeout is from 1 s to 12 h, not " + timeout);
        }
    }
}
