package dev.makeline.server.password;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/// @param memory KiB that one hash takes
/// @param iterations passes over that memory
/// @param parallelism lanes of that memory
/// @param hashesAtOnce what bounds memory and processor, however many log in
/// @param longestWait for one of them to be free, before the request is refused as one too many
@ConfigurationProperties("makeline.passwords")
record PasswordSettings(
        int memory, int iterations, int parallelism, int hashesAtOnce, Duration longestWait) {

    /// The least that OWASP names for a single pass.
    private static final int LEAST_MEMORY = 47_104;

    private static final int MOST_MEMORY = 1_048_576;
    private static final int MOST_ITERATIONS = 20;
    private static final int MOST_LANES = 8;
    private static final int MOST_HASHES = 64;
    private static final Duration MOST_WAIT = Duration.ofSeconds(10);

    PasswordSettings {
        check("memory", memory, LEAST_MEMORY, MOST_MEMORY);
        check("iterations", iterations, 1, MOST_ITERATIONS);
        check("parallelism", parallelism, 1, MOST_LANES);
        check("hashes-at-once", hashesAtOnce, 1, MOST_HASHES);
        if (longestWait.isNegative() || longestWait.compareTo(MOST_WAIT) > 0) {
            throw new IllegalArgumentException(
                    "makeline.passwords.longest-wait must be from 0s to 10s, not " + longestWait);
        }
    }

    Argon2Cost cost() {
        return new Argon2Cost(memory, iterations, parallelism);
    }

    private static void check(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "makeline.passwords.%s must be from %d to %d, not %d"
                            .formatted(name, least, most, value));
        }
    }
}
