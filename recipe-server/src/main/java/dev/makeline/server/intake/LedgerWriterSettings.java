package dev.makeline.server.intake;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/// @param linger how long a row waits for others to share its request
/// @param requestsAtOnce how many write requests are under way at once
/// @param mostWaiting how many rows may wait; more are refused
@ConfigurationProperties("makeline.ledger-writer")
record LedgerWriterSettings(Duration linger, int requestsAtOnce, int mostWaiting) {

    LedgerWriterSettings {
        if (linger.isNegative()) {
            throw new IllegalArgumentException(
                    "makeline.ledger-writer.linger must be 0ms or more, not " + linger);
        }
        if (requestsAtOnce < 1 || mostWaiting < 1) {
            throw new IllegalArgumentException(
                    "makeline.ledger-writer.requests-at-once (%d) and .most-waiting (%d) must be 1 or more"
                            .formatted(requestsAtOnce, mostWaiting));
        }
    }
}
