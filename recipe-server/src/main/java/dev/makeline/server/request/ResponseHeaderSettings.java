package dev.makeline.server.request;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/// @param strictTransportSecurity how long browsers come by HTTPS alone; 0s does not ask them to
@ConfigurationProperties("makeline.response-headers")
record ResponseHeaderSettings(Duration strictTransportSecurity) {

    ResponseHeaderSettings {
        if (strictTransportSecurity.isNegative()) {
            throw new IllegalArgumentException(
                    "makeline.response-headers.strict-transport-security must be 0s or more, not "
                            + strictTransportSecurity);
        }
    }
}
