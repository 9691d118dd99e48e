package dev.makeline.server.administration;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/// @param silentAfter how long nothing may be heard of an instance until that is told
@ConfigurationProperties("makeline.services")
record ServiceSettings(Duration silentAfter) {

    ServiceSettings {
        if (silentAfter.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException(
                    "makeline.services.silent-after must be 1s or more, not " + silentAfter);
        }
    }
}
