package dev.makeline.sender.delivery;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/// How an upload job is delivered.
///
/// @param grace how long after it was found an object may be missing without being gone
@ConfigurationProperties("makeline.sender.delivery")
record DeliverySettings(Duration grace) {

    DeliverySettings {
        if (grace.isNegative()) {
            throw new IllegalArgumentException(
                    "makeline.sender.delivery.grace cannot be negative: " + grace);
        }
    }
}
