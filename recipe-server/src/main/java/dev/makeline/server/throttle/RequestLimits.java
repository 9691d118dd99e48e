package dev.makeline.server.throttle;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/// Bounds what anybody may ask for without being known. Thread-safe.
@Singleton
public final class RequestLimits {

    private final Counters counters;
    private final Limit registrations;
    private final Limit resets;
    private final Limit mails;

    RequestLimits(Counters counters, ThrottleSettings settings) {
        this.counters = counters;
        this.registrations =
                new Limit(
                        "registration",
                        settings.registrationsPerAddress(),
                        settings.requestsWindow());
        this.resets = new Limit("reset", settings.resetsPerAddress(), settings.requestsWindow());
        this.mails = new Limit("mail", settings.mailsPerRecipient(), settings.requestsWindow());
    }

    /// @return empty when it is let through, otherwise how long to wait
    public Optional<Duration> registration(String address) {
        return counters.take(registrations, AddressBlock.of(address)).refusal();
    }

    /// @return empty when it is let through, otherwise how long to wait
    public Optional<Duration> reset(String address) {
        return counters.take(resets, AddressBlock.of(address)).refusal();
    }

    /// Whether one more mail may go to somebody who did not ask for it.
    public boolean allowsMail(String recipient) {
        return counters.take(mails, recipient).refusal().isEmpty();
    }
}
