package dev.makeline.server.queue;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/// How administrators look into the queues.
///
/// @param lookHides how long a dead letter is hidden at most while it is looked at; whole seconds
/// @param replayHides how long a dead letter is hidden at most while it is sent again; whole
///   seconds
/// @param searched how many dead letters are gone through for one that is asked for by its id
/// @param replayEntries how many dead letters one call sends again
@ConfigurationProperties("makeline.queues")
record QueueSettings(Duration lookHides, Duration replayHides, int searched, int replayEntries) {

    QueueSettings {
        if (lookHides.toSeconds() < 1 || replayHides.toSeconds() < 1) {
            throw new IllegalArgumentException(
                    "makeline.queues.look-hides (%s) and .replay-hides (%s) must be 1s or more"
                            .formatted(lookHides, replayHides));
        }
        if (searched < 1 || replayEntries < 1) {
            throw new IllegalArgumentException(
                    "makeline.queues.searched (%d) and .replay-entries (%d) must be 1 or more"
                            .formatted(searched, replayEntries));
        }
    }
}
