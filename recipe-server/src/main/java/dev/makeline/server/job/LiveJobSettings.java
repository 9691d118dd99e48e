package dev.makeline.server.job;

import io.micronaut.context.annotation.ConfigurationProperties;

/// @param livePerOwner jobs of one owner that may be under way at a time; administrators may have
///   ten times as many
@ConfigurationProperties("makeline.jobs")
record LiveJobSettings(int livePerOwner) {

    private static final int MOST = 10_000;

    LiveJobSettings {
        if (livePerOwner < 1 || livePerOwner > MOST) {
            throw new IllegalArgumentException(
                    "makeline.jobs.live-per-owner must be from 1 to %d, for example 200, not %d"
                            .formatted(MOST, livePerOwner));
        }
    }
}
