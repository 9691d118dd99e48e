package dev.makeline.server.request;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/// @param keptFor how long, at least, a repeated Idempotency-Key gives the same answer
@ConfigurationProperties("makeline.idempotency")
record IdempotencySettings(Duration keptFor) {

    IdempotencySettings {
        if (keptFor.isNegative() || keptFor.isZero()) {
            throw new IllegalArgumentException(
                    "makeline.idempotency.kept-for must be more than 0s, not " + keptFor);
        }
    }
}
