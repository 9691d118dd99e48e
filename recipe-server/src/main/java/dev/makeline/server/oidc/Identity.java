package dev.makeline.server.oidc;

import java.util.Optional;

/// Whom the provider says somebody is.
///
/// @param issuer and subject together name one person for ever; the rest may change
record Identity(
        String issuer,
        String subject,
        Optional<String> username,
        Optional<String> email,
        boolean isEmailVerified,
        Optional<String> givenName,
        Optional<String> familyName) {}
