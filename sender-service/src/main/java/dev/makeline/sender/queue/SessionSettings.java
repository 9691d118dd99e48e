package dev.makeline.sender.queue;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/// How the queue is consumed.
///
/// @param count sessions, each handling one message at a time
/// @param pollers that receive for all sessions, up to 10 messages each
/// @param longPoll how long a receive waits for a first message; whole seconds
/// @param settleWithin how long a settled message may wait for others of its batch
/// @param longestHold a message is not kept hidden for longer, since its handler must be stuck
/// @param drain how long a stop waits for messages in hand
@ConfigurationProperties("makeline.sender.sessions")
record SessionSettings(
        int count,
        int pollers,
        Duration longPoll,
        Duration settleWithin,
        Duration longestHold,
        Duration drain) {

    /// Two threads each; S3's client has 50 connections.
    private static final int MOST_SESSIONS = 50;

    private static final int MOST_POLLERS = 16;
    private static final Duration SQS_LONGEST_POLL = Duration.ofSeconds(20);

    SessionSettings {
        if (count < 1 || count > MOST_SESSIONS) {
            throw new IllegalArgumentException(
                    "makeline.sender.sessions.count must be from 1 to %d, not %d"
                            .formatted(MOST_SESSIONS, count));
        }
        if (pollers < 1 || pollers > MOST_POLLERS) {
            throw new IllegalArgumentException(
                    "makeline.sender.sessions.pollers must be from 1 to %d, not %d"
                            .formatted(MOST_POLLERS, pollers));
        }
        if (longPoll.toSeconds() < 1 || longPoll.compareTo(SQS_LONGEST_POLL) > 0) {
            throw new IllegalArgumentException(
                    "makeline.sender.sessions.long-poll must be from 1s to 20s, not " + longPoll);
        }
        if (settleWithin.isNegative() || settleWithin.compareTo(Duration.ofSeconds(1)) > 0) {
            throw new IllegalArgumentException(
                    "makeline.sender.sessions.settle-within must be from 0s to 1s, not "
                            + settleWithin);
        }
        if (!longestHold.isPositive() || !drain.isPositive()) {
            throw new IllegalArgumentException(
                    "makeline.sender.sessions.longest-hold (%s) and makeline.sender.sessions.drain (%s) must be positive"
                            .formatted(longestHold, drain));
        }
    }
}
