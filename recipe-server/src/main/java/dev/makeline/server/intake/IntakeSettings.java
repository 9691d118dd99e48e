package dev.makeline.server.intake;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/// @param sweepInterval how often makes that wait although their recipe is here are looked for;
///   also how long one must have waited to be such a one
/// @param sweepEntries how many waiting entries one sweep looks at
/// @param retryEntries how many entries one call of retry-all sends again
/// @param countLag how old a submitted entry must be until its count is remembered; longer than the
///   index takes to follow the table
/// @param countRememberedFor how long counts of submitted entries are remembered; bounds how long
///   the summary may miss a row that another process put into a range of the past
@ConfigurationProperties("makeline.intake")
record IntakeSettings(
        Duration sweepInterval,
        int sweepEntries,
        int retryEntries,
        Duration countLag,
        Duration countRememberedFor) {

    IntakeSettings {
        if (sweepInterval.isNegative() || sweepInterval.isZero()) {
            throw new IllegalArgumentException(
                    "makeline.intake.sweep-interval must be more than 0s, not " + sweepInterval);
        }
        if (sweepEntries < 1 || retryEntries < 1) {
            throw new IllegalArgumentException(
                    "makeline.intake.sweep-entries (%d) and .retry-entries (%d) must be 1 or more"
                            .formatted(sweepEntries, retryEntries));
        }
        if (countLag.isNegative() || countRememberedFor.isNegative()) {
            throw new IllegalArgumentException(
                    "makeline.intake.count-lag (%s) and .count-remembered-for (%s) must be 0s or more"
                            .formatted(countLag, countRememberedFor));
        }
    }
}
