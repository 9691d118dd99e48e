package dev.makeline.watcher.listing;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/// How the bucket is listed.
///
/// @param interval from the end of a pass to the start of the next, when events are on
/// @param intervalWithoutEvents the same when the listing alone finds objects
/// @param grace an unknown object younger than this is left to its event; none without events
/// @param margin how much older than the last completed pass's start an object may be and still be
///   looked up; covers clocks of the store that differ, and multipart uploads, whose time is that
///   of their beginning
/// @param fullPassInterval from the end of a full pass, which looks everything up, to the next;
///   each start of a watcher asks for one as well
/// @param lease until another watcher goes on with the pass of one that died
@ConfigurationProperties("makeline.watcher.listing")
public record ListingSettings(
        Duration interval,
        Duration intervalWithoutEvents,
        Duration grace,
        Duration margin,
        Duration fullPassInterval,
        Duration lease) {

    private static final String PREFIX = "makeline.watcher.listing.";

    public ListingSettings {
        requirePositive("interval", interval);
        requirePositive("interval-without-events", intervalWithoutEvents);
        requirePositive("full-pass-interval", fullPassInterval);
        requirePositive("lease", lease);
        if (grace.isNegative()) {
            throw new IllegalArgumentException(
                    PREFIX + "grace must be 0s or more, for example 10s, not " + grace);
        }
        if (margin.compareTo(grace) <= 0) {
            throw new IllegalArgumentException(
                    "%smargin (%s) must be longer than %sgrace (%s), else objects that were too young for one pass are too old for the next"
                            .formatted(PREFIX, margin, PREFIX, grace));
        }
    }

    public ListingPace pace(boolean events) {
        return new ListingPace(
                events ? interval : intervalWithoutEvents,
                events ? grace : Duration.ZERO,
                margin,
                fullPassInterval);
    }

    private static void requirePositive(String name, Duration duration) {
        if (!duration.isPositive()) {
            throw new IllegalArgumentException(
                    "%s%s must be positive, for example 60s, not %s"
                            .formatted(PREFIX, name, duration));
        }
    }
}
