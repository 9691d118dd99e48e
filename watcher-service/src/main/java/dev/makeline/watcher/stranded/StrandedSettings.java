package dev.makeline.watcher.stranded;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/// When a queued ledger row counts as having lost its upload job.
///
/// @param firstRound after the watcher's start
/// @param interval between rounds
/// @param after a row that is queued for so long, while the upload queue is empty
/// @param afterAtStart the same while the watcher itself is younger than `after`
/// @param evenIfBusyAfter a row that is queued for so long, whatever the upload queue holds
/// @param limit rows of one round
@ConfigurationProperties("makeline.watcher.stranded")
public record StrandedSettings(
        Duration firstRound,
        Duration interval,
        Duration after,
        Duration afterAtStart,
        Duration evenIfBusyAfter,
        int limit) {

    private static final String PREFIX = "makeline.watcher.stranded.";
    private static final int MOST = 100_000;

    public StrandedSettings {
        if (firstRound.isNegative() || !interval.isPositive() || !afterAtStart.isPositive()) {
            throw new IllegalArgumentException(
                    "%sfirst-round (%s) must be 0s or more, %sinterval (%s) and %safter-at-start (%s) positive"
                            .formatted(PREFIX, firstRound, PREFIX, interval, PREFIX, afterAtStart));
        }
        if (after.compareTo(afterAtStart) < 0 || evenIfBusyAfter.compareTo(after) < 0) {
            throw new IllegalArgumentException(
                    "%safter-at-start (%s), %safter (%s) and %seven-if-busy-after (%s) must not get shorter in this order"
                            .formatted(
                                    PREFIX, afterAtStart, PREFIX, after, PREFIX, evenIfBusyAfter));
        }
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException(
                    "%slimit must be from 1 to %d rows, not %d".formatted(PREFIX, MOST, limit));
        }
    }
}
