package dev.makeline.watcher.listing;

import java.time.Duration;

/// How often passes start, and what they look at. See [ListingSettings] for the meaning of each.
public record ListingPace(
        Duration interval, Duration grace, Duration margin, Duration fullPassInterval) {}
