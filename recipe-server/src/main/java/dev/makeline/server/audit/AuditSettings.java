package dev.makeline.server.audit;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/// @param keptFor after which DynamoDB deletes an event by its time to live; 0s keeps all for ever
@ConfigurationProperties("makeline.audit")
record AuditSettings(Duration keptFor) {

    /// What is found out is found out weeks later.
    private static final Duration LEAST = Duration.ofDays(90);

    AuditSettings {
        if (!keptFor.isZero() && keptFor.compareTo(LEAST) < 0) {
            throw new IllegalArgumentException(
                    "makeline.audit.kept-for must be 0s, which keeps events for ever, or at least %dd, not %s"
                            .formatted(LEAST.toDays(), keptFor));
        }
    }
}
