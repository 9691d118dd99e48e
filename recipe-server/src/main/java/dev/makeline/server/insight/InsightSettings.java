package dev.makeline.server.insight;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/// @param pollInterval how often makes that are not counted yet are looked for
@ConfigurationProperties("makeline.insights")
record InsightSettings(Duration pollInterval) {

    InsightSettings {
        if (pollInterval.isNegative() || pollInterval.isZero()) {
            throw new IllegalArgumentException(
                    "makeline.insights.poll-interval must be more than 0s, not " + pollInterval);
        }
    }
}
