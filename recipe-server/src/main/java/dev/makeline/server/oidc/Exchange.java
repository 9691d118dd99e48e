package dev.makeline.server.oidc;

/// What came of handing the provider's code back to it.
sealed interface Exchange {

    record Proven(Identity identity) implements Exchange {}

    /// @param reason for the log
    record Refused(String reason) implements Exchange {}

    /// The provider is not reached, or is in trouble itself.
    record Unavailable(String cause) implements Exchange {}
}
