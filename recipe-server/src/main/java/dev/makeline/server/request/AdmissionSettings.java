package dev.makeline.server.request;

import io.micronaut.context.annotation.ConfigurationProperties;

/// @param requestsInFlight how many requests are worked on at once; more are refused with 503
@ConfigurationProperties("makeline.admission")
record AdmissionSettings(int requestsInFlight) {

    AdmissionSettings {
        if (requestsInFlight < 1) {
            throw new IllegalArgumentException(
                    "makeline.admission.requests-in-flight must be 1 or more, not "
                            + requestsInFlight);
        }
    }
}
