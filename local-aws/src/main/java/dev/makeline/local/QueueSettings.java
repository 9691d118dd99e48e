package dev.makeline.local;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/// How the two queues redeliver and when they dead-letter.
///
/// @param eventVisibility how long a received S3 event stays hidden; whole seconds
/// @param jobVisibility how long a received upload job stays hidden; whole seconds
/// @param maxEventReceives receives after which an S3 event is dead-lettered
/// @param maxJobReceives receives after which an upload job is dead-lettered
public record QueueSettings(
        Duration eventVisibility,
        Duration jobVisibility,
        int maxEventReceives,
        int maxJobReceives) {

    /// Long above the second that a batch takes, so that a slow consumer is not overtaken; short
    /// enough that what a killed consumer held comes back within a minute.
    public static final Duration VISIBILITY = Duration.ofSeconds(60);

    /// Receives, not failures, count: a consumer that is killed or waits for a dependency uses one
    /// up each time. At [#VISIBILITY] thirty of them outlast half an hour of an unreachable server,
    /// and still take a message that kills its consumer out of the way the same day.
    public static final int MAX_RECEIVES = 30;

    /// SQS accepts a visibility timeout of 0 seconds to 12 hours.
    private static final Duration LONGEST_VISIBILITY = Duration.ofHours(12);

    /// SQS accepts a maxReceiveCount of 1 to 1,000.
    private static final int MOST_RECEIVES = 1_000;

    public QueueSettings {
        checkVisibility("eventVisibility", eventVisibility);
        checkVisibility("jobVisibility", jobVisibility);
        checkReceives("maxEventReceives", maxEventReceives);
        checkReceives("maxJobReceives", maxJobReceives);
    }

    public static QueueSettings standard() {
        return new QueueSettings(VISIBILITY, VISIBILITY, MAX_RECEIVES, MAX_RECEIVES);
    }

    private static void checkVisibility(String name, Duration visibility) {
        if (visibility.isNegative()
                || visibility.compareTo(LONGEST_VISIBILITY) > 0
                || !visibility.truncatedTo(ChronoUnit.SECONDS).equals(visibility)) {
            throw new IllegalArgumentException(
                    "%s is whole seconds from 0 to 12 hours, not %s".formatted(name, visibility));
        }
    }

    private static void checkReceives(String name, int receives) {
        if (receives < 1 || receives > MOST_RECEIVES) {
            throw new IllegalArgumentException(
                    "%s is 1 to %d, not %d".formatted(name, MOST_RECEIVES, receives));
        }
    }
}
