package dev.makeline.operations;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/// How long a service waits for AWS, and how often it asks again. This is the only layer that
/// retries AWS calls.
///
/// @param callTimeout for one call with all its attempts
/// @param attemptTimeout for one attempt; long polls get their wait time on top
/// @param maxAttempts at least 1; the SDK's standard mode spaces them with jitter and a retry
///   budget
@ConfigurationProperties("makeline.aws")
public record AwsClientSettings(Duration callTimeout, Duration attemptTimeout, int maxAttempts) {

    public AwsClientSettings {
        if (attemptTimeout.isNegative()
                || attemptTimeout.isZero()
                || callTimeout.compareTo(attemptTimeout) < 0) {
            throw new IllegalArgumentException(
                    "makeline.aws.attempt-timeout (%s) must be positive and no longer than makeline.aws.call-timeout (%s)"
                            .formatted(attemptTimeout, callTimeout));
        }
        if (maxAttempts < 1 || maxAttempts > 10) {
            throw new IllegalArgumentException(
                    "makeline.aws.max-attempts must be from 1 to 10, not " + maxAttempts);
        }
    }
}
