package dev.makeline.protocol;

import java.util.Arrays;
import java.util.Optional;

/// How a token came to be, which decides what it is good for beyond its scopes.
public enum CredentialKind {
    /// Short-lived, from a log in over the API.
    ACCESS("access"),

    /// Buys a new access token, once; opens no route.
    REFRESH("refresh"),

    /// A browser's, in a cookie.
    SESSION("session"),

    /// A person's long-lived token with chosen scopes, for programs.
    PERSONAL("personal"),

    /// A service's or an operator's: nobody's account.
    SERVICE("service");

    private final String label;

    CredentialKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /// Whether its holder gave a password, or the proof of an identity provider, not long ago.
    public boolean isOfPersonPresent() {
        return this == ACCESS || this == SESSION;
    }

    public static Optional<CredentialKind> of(String label) {
        return Arrays.stream(values()).filter(kind -> kind.label.equals(label)).findFirst();
    }
}
