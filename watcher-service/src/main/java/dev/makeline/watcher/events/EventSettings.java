package dev.makeline.watcher.events;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/// How the events queue is read.
///
/// @param pollers that receive at once, each on a virtual thread
/// @param longPoll how long a receive waits for a first message; whole seconds, at most SQS's 20
/// @param company how long a turn waits for further events where they come in crowds; at most 1 s
@ConfigurationProperties("makeline.watcher.event-loop")
public record EventSettings(int pollers, Duration longPoll, Duration company) {

    private static final int MOST_POLLERS = 64;
    private static final Duration SQS_LONGEST = Duration.ofSeconds(20);
    private static final Duration LONGEST_COMPANY = Duration.ofSeconds(1);

    public EventSettings {
        if (pollers < 1 || pollers > MOST_POLLERS) {
            throw new IllegalArgumentException(
                    "makeline.watcher.event-loop.pollers must be from 1 to %d, not %d"
                            .formatted(MOST_POLLERS, pollers));
        }
        if (longPoll.toSeconds() < 1 || longPoll.compareTo(SQS_LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "makeline.watcher.event-loop.long-poll must be from 1s to 20s, not %s"
                            .formatted(longPoll));
        }
        if (company.isNegative() || company.compareTo(LONGEST_COMPANY) > 0) {
            throw new IllegalArgumentException(
                    "makeline.watcher.event-loop.company must be from 0s to 1s, not %s"
                            .formatted(company));
        }
    }
}
